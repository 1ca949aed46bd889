import type { DeviceId, MemberId } from "../../src/model/id.js"
import { DalelError } from "../../src/model/refusals.js"
import type { MemberDesk, Team } from "../../src/web/memberdesk.js"

const at = "2031-05-20T09:30:00Z"
const id = <I>(letter: string) => letter.repeat(26) as I

/** A team of three, one of whom was removed and wrote on. */
export function fakeMembers(): MemberDesk {
  const [anna, bek, daur] = [id<MemberId>("a"), id<MemberId>("b"), id<MemberId>("d")]
  const [one, other] = [id<DeviceId>("1"), id<DeviceId>("2")]
  const common = { key: "", recipient: "", since: at }
  const all = ["read", "contribute", "review", "administer"] as const
  const text = (size: number) => `dalel/1/vault/${other}\n${size}\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`
  const of = (gone: boolean): Team => ({
    members: [
      { ...common, member: anna, roles: all, state: "member", you: true },
      { ...common, member: bek, roles: [], state: "removed", you: false },
      {
        ...common,
        member: daur,
        roles: gone ? [] : ["read", "contribute"],
        state: gone ? "removed" : "member",
        you: false,
      },
    ],
    devices: [
      { device: one, member: anna, records: 12, here: true },
      { device: other, member: bek, records: 7, here: false },
    ],
    arrivals: [{ at, device: other, first: 0, size: 7, bundle: id("c"), sender: other, member: bek }],
    held: [{ adopt: { device: other, from: 5, to: 7, root: "x" }, why: "cut", entries: 1, members: [bek] }],
    evidence: [{ fault: "forked", device: other, at, ours: text(7), theirs: text(9) }],
  })
  let gone = false
  return {
    team: async () => of(gone),
    async addMember(_role, passphrase) {
      if (passphrase.length < 12) throw new DalelError("vault/weak-passphrase")
    },
    async changeRole() {
      throw new DalelError("member/unknown")
    },
    async removeMember(member) {
      if (member !== daur || gone) throw new DalelError("member/unknown", member)
      gone = true
    },
    async adopt() {},
  }
}
