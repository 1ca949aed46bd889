import type { Role } from "../../ledger/entry.js"
import { type DeviceId, type MemberId, parseId } from "../../model/id.js"
import { DalelError, REFUSALS } from "../../model/refusals.js"
import { instantWords } from "../../views/date.js"
import type { DeskHere } from "../../views/here.js"
import { Crumbs, Empty, Form, Page, Refusal } from "../../views/page.js"
import { type Lang, say } from "../../views/words/say.js"
import type { Team } from "../memberdesk.js"
import { go, type Route, show, type Visit } from "../visit.js"
import { Offered, Passphrase } from "./lock.js"

/** Members, their devices, and what came from whom. */
export const MEMBERS: readonly Route[] = [
  { method: "GET", path: "/members", when: "open", answer: (visit) => page(visit, null) },
  {
    method: "POST",
    path: "/members",
    when: "open",
    answer: (visit) =>
      done(visit, async ({ desk, sent }) => {
        if (sent.text("passphrase") !== sent.text("again")) throw new DalelError("vault/wrong-passphrase")
        await desk.addMember(roleIn(sent.text("role")), sent.text("passphrase"))
      }),
  },
  {
    method: "POST",
    path: "/members/role",
    when: "open",
    answer: (visit) =>
      done(visit, ({ desk, sent }) =>
        desk.changeRole(parseId<MemberId>(sent.text("member")), roleIn(sent.text("role"))),
      ),
  },
  {
    method: "GET",
    path: "/members/:id/remove",
    when: "open",
    answer: (visit) => removal(visit, null),
  },
  {
    method: "POST",
    path: "/members/:id/remove",
    when: "open",
    async answer(visit) {
      const { desk, part, sent } = visit
      try {
        if (sent.text("sure") !== "yes") throw new DalelError("usage/missing", "sure")
        await desk.removeMember(parseId<MemberId>(part("id")))
        return go(`/members/${part("id")}/remove`)
      } catch (error) {
        if (!(error instanceof DalelError)) throw error
        return removal(visit, error)
      }
    },
  },
  {
    method: "POST",
    path: "/members/adopt",
    when: "open",
    answer: (visit) =>
      done(visit, ({ desk, sent }) => desk.adopt(parseId<DeviceId>(sent.text("device")), sent.text("root"))),
  },
]

async function done(
  visit: Visit & { method?: string },
  work: (visit: Parameters<Route["answer"]>[0]) => Promise<void>,
) {
  try {
    await work(visit)
    return go("/members")
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
    return page(visit, error)
  }
}

const ROLES = ["read", "contribute", "review", "administer"] as const

function roleIn(text: string): Role {
  const role = ROLES.find((one) => one === text)
  if (!role) throw new DalelError("value/malformed", "role")
  return role
}

async function page({ here, desk }: Visit, refusal: DalelError | null) {
  const [team, offer] = [await desk.team(), await desk.suggestPassphrase()]
  return show(
    <Members here={here} team={team} offer={offer} refusal={refusal} />,
    refusal ? REFUSALS[refusal.code].status : 200,
  )
}

/** Asks before, and afterwards says the same of what was done: what goes, and what nobody can take back. */
async function removal({ here, desk, part }: Visit, refusal: DalelError | null) {
  const { members } = await desk.team()
  const row = members.find(({ member }) => member === part("id"))
  if (!row || row.you) throw new DalelError("member/unknown")
  const mayAdminister = members.some(({ you, roles }) => you && roles.includes("administer"))
  const sheet = (await desk.recovery()) !== null
  return show(
    <Removal here={here} row={row} may={mayAdminister && !here.sample} sheet={sheet} refusal={refusal} />,
    refusal ? REFUSALS[refusal.code].status : 200,
  )
}

interface RemovalProps {
  readonly here: DeskHere
  readonly row: Team["members"][number]
  readonly may: boolean
  /** There is a recovery sheet in use. */
  readonly sheet: boolean
  readonly refusal: DalelError | null
}

function Removal({ here, row, may, sheet, refusal }: RemovalProps) {
  const { lang } = here
  const { member, roles, state, since } = row
  const done = state === "removed"
  return (
    <Page here={here}>
      <div class="narrow">
        <Crumbs
          here={here}
          steps={[
            [say(lang, "settings.title"), "/settings"],
            [say(lang, "members.title"), "/members"],
          ]}
        />
        <h1>{say(lang, "members.remove.title")}</h1>
        {refusal && <Refusal here={here} code={refusal.code} where={refusal.where} />}
        <p>
          <bdi>{member.slice(0, 6)}</bdi> ·{" "}
          {state === "member" ? say(lang, `members.role.${highest(roles)}`) : say(lang, `members.${state}`)} ·{" "}
          {say(lang, "members.since")}: {instantWords(lang, since)}
        </p>
        {done && (
          <p class="notice" role="status">
            <span>{say(lang, "members.remove.done")}</span>
          </p>
        )}
        <section>
          <h2>{say(lang, "members.remove.does")}</h2>
          <ul class="points">
            <li>{say(lang, "members.remove.does.cut")}</li>
            <li>{say(lang, "members.remove.does.secret")}</li>
            <li>{say(lang, "members.remove.does.sheet")}</li>
            <li>{say(lang, "members.remove.does.others")}</li>
          </ul>
        </section>
        <section>
          <h2>{say(lang, "members.remove.holds")}</h2>
          <ul class="points">
            <li>{say(lang, "members.remove.holds.copies")}</li>
            <li>{say(lang, "members.remove.holds.bundles")}</li>
            <li>{say(lang, "members.remove.holds.seen")}</li>
          </ul>
        </section>
        {done && !sheet && (
          <p class="notice">
            <span>{say(lang, "recovery.remind.none")}</span>
            <a class="button" href="/recovery">
              {say(lang, "recovery.title")}
            </a>
          </p>
        )}
        {state === "member" && may && (
          <Form here={here} action={`/members/${member}/remove`} class="stack apart">
            <label class="check">
              <input type="checkbox" name="sure" value="yes" required /> {say(lang, "members.remove.sure")}
            </label>
            <div class="buttons">
              <button type="submit" class="lead">
                {say(lang, "members.remove.title")}
              </button>
              <a class="button" href="/members">
                {say(lang, "word.cancel")}
              </a>
            </div>
            <p class="quiet">{say(lang, "members.remove.takes")}</p>
          </Form>
        )}
        {(done || !may) && (
          <p>
            <a class="button" href="/members">
              {say(lang, "members.title")}
            </a>
          </p>
        )}
      </div>
    </Page>
  )
}

interface MembersProps {
  readonly here: DeskHere
  readonly team: Team
  readonly offer: string
  readonly refusal: DalelError | null
}

function Members({ here, team, offer, refusal }: MembersProps) {
  const { lang } = here
  const mayAdminister = team.members.some(({ you, roles }) => you && roles.includes("administer"))
  return (
    <Page here={here}>
      <Crumbs here={here} steps={[[say(lang, "settings.title"), "/settings"]]} />
      <h1>{say(lang, "members.title")}</h1>
      {refusal && <Refusal here={here} code={refusal.code} where={refusal.where} />}
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{say(lang, "members.who")}</th>
            <th scope="col">{say(lang, "members.role")}</th>
            <th scope="col">{say(lang, "members.since")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {team.members.map(({ member, roles, state, since, you }) => (
            <tr>
              <td>
                <bdi>{member.slice(0, 6)}</bdi>
                {you && <span class="tag">{say(lang, "members.you")}</span>}
              </td>
              <td>
                {state === "member" ? say(lang, `members.role.${highest(roles)}`) : say(lang, `members.${state}`)}
              </td>
              <td class="date">{instantWords(lang, since)}</td>
              <td>
                {mayAdminister && state === "member" && !you && (
                  <Form here={here} action="/members/role" class="undo buttons">
                    <input type="hidden" name="member" value={member} />
                    <Roles lang={lang} now={highest(roles)} label={say(lang, "members.role")} />
                    <button type="submit" class="quiet">
                      {say(lang, "members.change")}
                    </button>
                    <a class="button quiet" href={`/members/${member}/remove`}>
                      {say(lang, "members.remove")}
                    </a>
                  </Form>
                )}
                {state === "removed" && <a href={`/members/${member}/remove`}>{say(lang, "members.remove.holds")}</a>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayAdminister && !here.sample && (
        <details class="section">
          <summary>{say(lang, "members.add")}</summary>
          <Form here={here} action="/members" class="stack narrow">
            <p>{say(lang, "members.add.lead")}</p>
            <Roles lang={lang} now="review" label={say(lang, "members.role")} />
            <Offered here={here} offer={offer} />
            <Passphrase label={say(lang, "keys.new")} name="passphrase" fresh />
            <Passphrase label={say(lang, "keys.again")} name="again" fresh />
            <div class="buttons">
              <button type="submit" class="lead">
                {say(lang, "members.add")}
              </button>
            </div>
          </Form>
        </details>
      )}
      <Held here={here} team={team} mayAdopt={mayAdminister} />
      <Came here={here} team={team} />
    </Page>
  )
}

function highest(roles: readonly Role[]): Role {
  return ROLES.findLast((role) => roles.includes(role)) ?? "read"
}

function Roles({ lang, now, label }: { lang: Lang; now: Role; label: string }) {
  return (
    <select name="role" aria-label={label}>
      {ROLES.map((role) => (
        <option value={role} selected={role === now}>
          {say(lang, `members.role.${role}`)}
        </option>
      ))}
    </select>
  )
}

/** What is kept and not believed, and why. */
function Held({ here, team: { held, evidence }, mayAdopt }: { here: DeskHere; team: Team; mayAdopt: boolean }) {
  const { lang } = here
  if (held.length === 0 && evidence.length === 0) return null
  return (
    <section>
      <h2>{say(lang, "members.held")}</h2>
      <p>{say(lang, "members.held.lead")}</p>
      <ul class="custody">
        {held.map(({ adopt, why, entries, members }) => (
          <li>
            <bdi>{adopt.device.slice(0, 6)}</bdi> · {say(lang, `members.why.${why}`)} ·{" "}
            {say(lang, "members.entries", { n: entries })} ·{" "}
            <bdi>{members.map((one) => one.slice(0, 6)).join(", ")}</bdi>
            {mayAdopt && (
              <Form here={here} action="/members/adopt" class="undo">
                <input type="hidden" name="device" value={adopt.device} />
                <input type="hidden" name="root" value={adopt.root} />
                <button type="submit" class="quiet">
                  {say(lang, "members.adopt")}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {evidence.map(({ fault, device, at, ours, theirs }) => (
        <details>
          <summary>
            <bdi>{device.slice(0, 6)}</bdi> · {say(lang, `members.fault.${fault}`)} · {instantWords(lang, at)}
          </summary>
          <p>{say(lang, "members.ours")}</p>
          <pre class="checkpoint" dir="ltr">
            {ours}
          </pre>
          <p>{say(lang, "members.theirs")}</p>
          <pre class="checkpoint" dir="ltr">
            {theirs}
          </pre>
        </details>
      ))}
    </section>
  )
}

function Came({ here, team: { arrivals, devices } }: { here: DeskHere; team: Team }) {
  const { lang } = here
  return (
    <>
      <section>
        <h2>{say(lang, "members.devices")}</h2>
        <ul class="custody">
          {devices.map(({ device, member, records, here: own }) => (
            <li>
              <bdi>{device.slice(0, 6)}</bdi> · <bdi>{member?.slice(0, 6) ?? ""}</bdi> ·{" "}
              {say(lang, "members.entries", { n: records })}
              {own && <span class="tag">{say(lang, "members.here")}</span>}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say(lang, "members.came")}</h2>
        {arrivals.length === 0 ? (
          <Empty what={say(lang, "members.came.none")} />
        ) : (
          <table class="list">
            <thead>
              <tr>
                <th scope="col">{say(lang, "ledger.column.at")}</th>
                <th scope="col">{say(lang, "members.came.from")}</th>
                <th scope="col">{say(lang, "members.came.log")}</th>
                <th scope="col">{say(lang, "members.came.bundle")}</th>
              </tr>
            </thead>
            <tbody>
              {arrivals.map(({ at, device, first, size, bundle, sender, member }) => (
                <tr>
                  <td class="date">{instantWords(lang, at)}</td>
                  <td>
                    <bdi>{member.slice(0, 6)}</bdi> · <bdi>{sender.slice(0, 6)}</bdi>
                  </td>
                  <td>
                    <bdi>{device.slice(0, 6)}</bdi> · <bdi>{`${first + 1}–${size}`}</bdi>
                  </td>
                  <td>
                    <bdi>{bundle.slice(0, 6)}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  )
}
