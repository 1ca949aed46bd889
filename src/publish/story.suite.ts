import { createHash } from "node:crypto"
import { bytesItem } from "../capture/files.js"
import { sealItem } from "../capture/intake.js"
import type { Bodies } from "../ledger/entry.js"
import { type EntityId, makeId, type RenditionId, type SourceId, type StatementId } from "../model/id.js"
import { passageOf } from "../model/passage.js"
import type { SchemaName } from "../model/schema.js"
import { type Audience, checkStatement, type Ground, type Statement } from "../model/statement.js"
import type { Value } from "../model/value.js"
import type { Vault } from "../vault/vault.js"

/** An invented singer, two invented pages that disagree, and fifty marks that must never leave the vault. */

export const MARKERS = Array.from(
  { length: 50 },
  (_, n) => `Qz${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}xvm`,
)
const M = MARKERS as [string, ...string[]]
const mark = (n: number) => M[n]!

/** The words between the public passages are marks, so anything that carries context carries one of them. */
const ONE = `${mark(0)} Samal Orazova ${mark(1)} went on trial on 3 May 2021 ${mark(2)} in Bektau ${mark(3)}.
${mark(4)} Orazova has been under house arrest since February 2021 ${mark(5)} beside her brother ${mark(6)} Orazov ${mark(7)}.
${mark(8)} "I sang, and that is all I did," Orazova said ${mark(9)}. Prosecutors allegedly blamed her ${mark(10)}.
${mark(11)} she was fined 670 dollars together with ${mark(12)} Tulegenov ${mark(13)} by the court ${mark(14)}.
${mark(15)} The Rights Bureau is undesirable: sharing it may be punished ${mark(16)}.`
const TWO = `${mark(17)} The trial of Samal Orazova began on 4 May 2021 ${mark(18)} in Bektau ${mark(19)}.
${mark(20)} She holds passport N-${mark(21)} and her relatives live in ${mark(22)} ${mark(23)}.`

export interface Told {
  readonly person: EntityId
  readonly trial: EntityId
  readonly claim: EntityId
  readonly one: SourceId
  readonly two: SourceId
  readonly statements: ReadonlyMap<string, StatementId>
}

interface More {
  readonly audience?: Audience
  readonly holds?: string
  readonly bulk?: boolean
  readonly words?: string
}

export async function tellStory(vault: Vault): Promise<Told> {
  const id = () => makeId<EntityId>(vault.world.random)
  const add = async (text: string, name: string, url: string | null, published: string | null) => {
    const claimed = { url, published, lang: null, savedAt: null }
    return (await sealItem(vault, bytesItem(name, "upload", Buffer.from(text)), claimed)).source
  }
  const one = await add(ONE, `${mark(24)}-page.txt`, "https://news.example/trial", "2021-05-05")
  const two = await add(TWO, `${mark(25)}-page.txt`, null, null)
  const texts = new Map([
    [one, ONE],
    [two, TWO],
  ])
  const [person, brother, other, place, court, trial, arrest, claim, counter, fine, club, family, stranger] = [
    ...Array.from({ length: 13 }, id),
  ] as [EntityId, ...EntityId[]] & Record<number, EntityId>
  const statements = new Map<string, StatementId>()
  const [made, bulky]: [Statement[], Statement[]] = [[], []]
  const say = (
    source: SourceId,
    words: string,
    entity: EntityId,
    schema: SchemaName,
    property: string,
    value: Value,
    more: More = {},
  ) => {
    const text = texts.get(source)!
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`the page does not say: ${words}`)
    const hash = createHash("sha256").update(text).digest("hex")
    const ground: Ground = {
      kind: "source",
      source,
      passages: [passageOf(text, hash, { start, end: start + words.length })],
    }
    put(entity, schema, property, value, ground, source === one ? "2021-05-05" : null, more)
  }
  const put = (
    entity: EntityId,
    schema: SchemaName,
    property: string,
    value: Value,
    ground: Ground,
    known: string | null,
    { audience = "public", holds, bulk = false }: More,
  ) => {
    const statement: Statement = {
      id: makeId<StatementId>(vault.world.random),
      entity,
      schema,
      property,
      value,
      lang: "en",
      holds: holds === undefined ? null : { edtf: holds, words: null, reference: "2021-05-05" },
      ground,
      audience,
      known,
      supersedes: null,
    }
    checkStatement(statement)
    statements.set(
      `${schema}.${property}${statements.has(`${schema}.${property}`) ? ` ${statements.size}` : ""}`,
      statement.id,
    )
    ;(bulk ? bulky : made).push(statement)
  }
  const name = (text: string): Value => ({ type: "name", text })
  const text = (words: string): Value => ({ type: "text", text: words })
  const code = (word: string): Value => ({ type: "code", code: word })
  const to = (entity: EntityId): Value => ({ type: "entity", entity })
  const date = (edtf: string, words: string | null = null): Value => ({
    type: "date",
    edtf,
    words,
    reference: "2021-05-05",
  })
  const team: More = { audience: "team" }
  const restricted: More = { audience: "restricted" }

  // What goes out.
  say(one, "Samal Orazova", person, "Person", "name", name("Samal Orazova"))
  say(one, "Bektau", place!, "Place", "name", name("Bektau"))
  say(one, "went on trial", trial!, "Hearing", "kind", code("trial"))
  say(one, "on 3 May 2021", trial!, "Hearing", "date", date("2021-05-03", "on 3 May 2021"))
  say(two, "on 4 May 2021", trial!, "Hearing", "date", date("2021-05-04", "on 4 May 2021"))
  say(one, "Samal Orazova", trial!, "Hearing", "person", to(person))
  say(one, "in Bektau", trial!, "Hearing", "place", to(place!))
  say(one, "under house arrest", arrest!, "Measure", "kind", code("house_arrest"), { holds: "2021-02/.." })
  say(one, "Orazova has been under house arrest", arrest!, "Measure", "person", to(person))
  say(one, '"I sang, and that is all I did,"', claim!, "Claim", "words", text("I sang, and that is all I did,"))
  say(one, "Orazova said", claim!, "Claim", "speaker", to(person))
  say(one, "Orazova said", claim!, "Claim", "stance", code("denies"))
  say(one, "Prosecutors", court!, "PublicBody", "name", name("Prosecutors"))
  // A public sentence that names someone who is not public, and stands on restricted words.
  say(
    one,
    `she was fined 670 dollars together with ${mark(12)} Tulegenov ${mark(13)} by the court`,
    fine!,
    "Sentence",
    "kind",
    code("fine"),
  )
  say(one, "she was fined 670 dollars", fine!, "Sentence", "person", to(person))
  say(one, "670 dollars", fine!, "Sentence", "amount", {
    type: "money",
    amount: "670",
    currency: "USD",
    equivalent: false,
    words: null,
  })
  say(one, "Rights Bureau", makeId(vault.world.random), "Article", "publisher", name("The Rights Bureau"))

  // What does not.
  say(one, `${mark(12)} Tulegenov`, other!, "Person", "name", name(`${mark(12)} Tulegenov`), team)
  say(one, `with ${mark(12)} Tulegenov`, fine!, "Sentence", "person", to(other!))
  say(one, mark(13), fine!, "Sentence", "offence", text(mark(13)), restricted)
  say(one, `${mark(6)} Orazov`, brother!, "Person", "name", name(`${mark(6)} Orazov`), restricted)
  say(one, "her brother", family!, "Family", "person", to(person))
  say(one, "her brother", family!, "Family", "relative", to(brother!))
  say(one, "her brother", family!, "Family", "role", text(`brother ${mark(26)}`))
  say(one, "blamed her", counter!, "Claim", "words", text(`blamed ${mark(27)}`))
  say(one, "Prosecutors", counter!, "Claim", "speaker", to(court!))
  say(one, "allegedly", counter!, "Claim", "hedge", text(`allegedly ${mark(28)}`), team)
  say(one, mark(15), makeId(vault.world.random), "Article", "title", name(`Title ${mark(29)}`), team)
  say(two, mark(21), person, "Person", "identityDocument", { type: "identifier", text: `N-${mark(21)}` })
  say(two, mark(22), id(), "Place", "name", name(mark(22)), restricted)
  say(two, mark(22), person, "Person", "description", text(`on restricted words ${mark(37)}`))
  say(two, mark(20), person, "Person", "description", text(`secret ${mark(30)}`), team)
  say(two, mark(20), person, "Person", "alias", name(`Alias ${mark(31)}`), restricted)
  say(two, mark(20), person, "Person", "occupation", text(`singer ${mark(32)}`), { bulk: true, audience: "team" })
  say(two, mark(20), person, "Person", "ethnicity", text(`bulk ${mark(33)}`), { bulk: true })
  say(two, mark(20), club!, "Organization", "name", name(`Club ${mark(34)}`), team)
  say(two, mark(20), club!, "Organization", "leader", to(person))
  say(one, mark(10), arrest!, "Measure", "place", { type: "entity", entity: club! })
  say(one, mark(11), stranger!, "Event", "offence", text(`apart ${mark(35)}`))
  say(one, mark(11), stranger!, "Event", "person", to(other!), team)
  put(
    person,
    "Person",
    "residence",
    to(place!),
    { kind: "testimony", person: brother!, to: vault.member, reason: mark(36) },
    null,
    {},
  )
  put(
    person,
    "Person",
    "citizenship",
    to(place!),
    { kind: "testimony", person: brother!, to: vault.member, reason: mark(37) },
    null,
    team,
  )
  for (let n = 38; n < MARKERS.length; n++)
    say(
      two,
      mark(20),
      person,
      "Person",
      n % 2 ? "description" : "alias",
      n % 2 ? text(mark(n)) : name(mark(n)),
      n % 3 ? team : restricted,
    )

  const [first, ...rest] = made
  await vault.commit([{ kind: "assert", body: { statements: [first!, ...rest] } }])
  const decide: Bodies["decide"] = {
    source: two,
    rendition: makeId<RenditionId>(vault.world.random),
    proposal: 1,
    verdict: "accept",
    bulk: true,
    entities: {},
    proposed: [],
    statements: bulky,
  }
  await vault.commit([{ kind: "decide", body: decide }])
  return { person, trial: trial!, claim: claim!, one, two, statements }
}
