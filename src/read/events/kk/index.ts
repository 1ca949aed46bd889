import { letters, scriptOf, skeletonOf } from "../../kazakh/skeleton.js"
import { shortLetters } from "../../letters.js"
import { pattern } from "../../sentences/masked.js"
import { type Frame, type FrameDraft, type FrameGrammar, readFrames, type Seen } from "../frames.js"
import type { FoundEvent } from "../index.js"
import type { Scene } from "../scene.js"

/** A frame written in Kazakh Cyrillic; it reads skeletons. */
const frame = (name: string, source: string, read: Frame["read"]): Frame => ({
  name,
  // `{L}` is the sign of a place.
  pattern: pattern(shortLetters(letters(`(?<!\\p{L})(?:${source})(?!\\p{L})`)), {}, "giud"),
  read,
})

const fold = (words: string) => letters(words)
/** Past, participles and going on, after a verb's stem. */
const T =
  "(?:ды|ді|ты|ті|ған|ген|қан|кен|ғаны?|гені?|қаны?|кені?|ғанын|генін|қанын|кенін|ып\\sотыр(?:ған)?|іп\\sотыр(?:ған)?|ып|іп|п|са|се|уда|уде|сын|сін)"

const OFFICE = new Set(["судья", "прокурор", "қорғаушы", "адвокат", "тергеуші", "президент", "министр"])

function officials(seen: Seen): string[] {
  return [...seen.scene.entities.values()]
    .filter(({ kind, roles }) => kind === "Person" && roles.some((role) => OFFICE.has(role)))
    .map(({ id }) => id)
}

/** The letters of a name as the grammar reads them, to see its case. */
function caseOf(seen: Seen, thing: Parameters<Seen["surface"]>[0]): string {
  const surface = seen.surface(thing)
  return skeletonOf(surface, scriptOf(seen.scene.text)).text.toLowerCase()
}

const ACCUSATIVE = /(?:ды|ты|ны|ын)$/u
const DATIVE = /(?:ға|ге|қа|ке|на|не)$/u
const GENITIVE = /(?:ның|дың|тың)$/u
const PRONOUN = new RegExp(fold("(?<!\\p{L})(?:ол|оны|оған|оның|одан|өзін|өзі|мен|мені|олар|оларды)(?!\\p{L})"), "iu")

/** "My husband", as an object: somebody who is not named, whoever was spoken of before. */
const KIN_OBJECT = new RegExp(
  fold(
    "(?<!\\p{L})(?:күйеу|аға|іні|бала|ұл|қыз|әке|шеше|ана|әйел|апа|сіңлі|қарындас|ата|әже|туыс|жиен|немере|жұбай|бауыр|дос)\\p{L}{0,6}(?:ды|ді|ты|ті|ны|ні|ын|ін)(?!\\p{L})",
  ),
  "iu",
)

/**
 * Who suffers it: Kazakh puts the verb last, so the name stands before it in the clause. "done": the verb is passive
 * and the name bare; "did": the name has the ending of an object.
 */
function sufferer(seen: Seen, how: "done" | "did" | "to"): string[] {
  const before = seen.things(seen.clause.from, seen.from, "P")
  const fits = before.filter(({ thing }) => {
    const ending = caseOf(seen, thing)
    // "Судья Гүлжахан Мырзатай", "қорғаушы": they do it to others.
    if (officials(seen).includes(thing.mention.entity) && how !== "done") return false
    if (how === "did") return ACCUSATIVE.test(ending)
    if (how === "to") return DATIVE.test(ending) || GENITIVE.test(ending)
    return !GENITIVE.test(ending) || before.length === 1
  })
  if (fits.length > 0) {
    const last = fits.at(-1)!
    return [last.thing.mention.entity]
  }
  const own = seen.view.text.slice(seen.clause.from, seen.from)
  // "Places where people are held": a participle speaks of whoever follows it.
  const attribute =
    /(?:ған|ген|қан|кен)$/u.test(seen.view.text.slice(seen.from, seen.to)) &&
    /^\s\p{L}/u.test(seen.view.text.slice(seen.to))
  if (attribute && !PRONOUN.test(own)) return []
  if (PRONOUN.test(own) || (how !== "did" && before.length === 0))
    return seen.spokenOf(seen.clause.from + 1, officials(seen))
  if (before.length > 0 || KIN_OBJECT.test(seen.view.text.slice(0, seen.from))) return []
  return seen.spokenOf(seen.from, officials(seen))
}

const some = (draft: FrameDraft): FrameDraft | null => ((draft.people ?? []).length > 0 ? draft : null)
const by = (seen: Seen) => seen.bodies(seen.clause.from, seen.from).slice(-1)

interface Suffered {
  readonly type: string
  readonly done: string
  readonly did: string
  readonly noun?: string
  readonly act?: string
  readonly violation?: string
}

function suffered({ type, done, did, noun, ...rest }: Suffered): Frame[] {
  const base = { type, act: rest.act ?? null, violation: rest.violation ?? null }
  const frames = [
    frame(`${type}/was`, done, (seen) => some({ ...base, people: sufferer(seen, "done") })),
    frame(`${type}/did`, did, (seen) => some({ ...base, people: sufferer(seen, "did"), by: by(seen) })),
  ]
  if (noun) frames.push(frame(`${type}/of`, noun, (seen) => some({ ...base, people: sufferer(seen, "to") })))
  return frames
}

const TERM =
  "(?:\\d+|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|он\\s\\p{L}+|жиырма|жарты)(?:\\sжарым)?\\s(?:жыл|ай|тәулік)(?:ға|ге|қа|ке)?"

const FRAMES: readonly Frame[] = [
  // Measures of restraint
  frame(
    "measure/is-under",
    `(?<measure>үйқамақта|қамауда|күзетпен\\sқамауда|тергеу\\sизоляторында|тергеу\\sабақтысында)(?:\\s(?:болған|болды|отыр|отырған|ұсталып\\sотыр|ұсталды|қалды|жатыр|ұсталуда))?`,
    (seen) =>
      some({
        type: "measure",
        kind: /^ұиқамақ/u.test(seen.groups.measure!) ? "house_arrest" : "custody",
        change: null,
        people: sufferer(seen, "done"),
      }),
  ),
  frame(
    "measure/ordered",
    `(?:үйқамаққа|қамауға|күзетпен\\sқамауға)\\s(?:алын${T}|ал${T}|шығарыл${T}|шығар${T}|жібер${T}|жіберіл${T})`,
    (seen) => {
      const words = seen.view.text.slice(seen.from, seen.to)
      return some({
        type: "measure",
        kind: /^ұиқамақ/iu.test(words) ? "house_arrest" : "custody",
        change: "imposed",
        people: sufferer(seen, /\sал(?!ын)|шығар(?!ыл)|жыбер(?!ыл)/u.test(words) ? "did" : "done"),
      })
    },
  ),
  frame(
    "measure/whose-extended",
    `(?<measure>үйқамақ|қамау|қамақ|күзетпен\\sұстау)\\p{L}*\\s(?:мерзімі\\p{L}*\\s)?(?:\\p{L}+\\s|{D}\\s){0,4}?ұзарт(?:${T}|ыл${T})`,
    (seen) =>
      some({
        type: "measure",
        kind: /^ұиқамақ/u.test(seen.groups.measure!) ? "house_arrest" : "custody",
        change: "extended",
        people: sufferer(seen, "to"),
      }),
  ),
  // Change of venue
  frame(
    "venue/moved",
    `іс(?:і|ті)?\\s(?:\\p{L}+\\s|{D}\\s|{P}\\s){0,4}?(?<to>{O}|{L})\\s?(?:\\p{L}+\\s){0,2}?(?:беріл|жіберіл|ауыстырыл|өткізіл)${T}`,
    (seen) => ({
      type: "change_of_venue",
      people: [],
      inherits: true,
      to: seen.entities("to", "L")[0] ?? townOf(seen),
      place: null,
    }),
  ),
  // Charges
  frame(
    "charge/requalified",
    `айыпты?\\s(?:[^.;]{0,80}?)(?<offence>\\d+[-\\s]*бабына)\\s(?:ауыстыр|қайта\\sсарала)${T}`,
    (seen) => ({
      type: "charge",
      change: "requalified",
      people: seen.spokenOf(seen.from, officials(seen)),
      charge: seen.words("offence"),
      inherits: true,
    }),
  ),
  frame("charge/brought", `(?:(?<offence>[^.;,«»]{4,120}?)\\sайыбы\\s)?айып\\s(?:тағыл|тақ)${T}`, (seen) =>
    some({ type: "charge", people: sufferer(seen, "to"), charge: seen.words("offence") }),
  ),
  frame(
    "accusation/passive",
    `(?<offence>[^.;,]{4,120}?)\\s(?:үшін\\s|деп\\s|деген\\sайыппен\\s)айыптал(?:уда|ып\\sотыр|ды|ған)`,
    (seen) => some({ type: "accusation", people: sufferer(seen, "done"), charge: seen.words("offence"), date: null }),
  ),
  frame("charge/case-opened", `қылмыстық\\sіс\\s(?:қозға(?:${T}|л${T}))`, (seen) =>
    some({ type: "charge", people: sufferer(seen, "to") }),
  ),
  // Hearings and trials
  frame(
    "trial/goes-on",
    `сот(?:\\s(?:отырысы|процесі))?\\s(?:\\p{L}+\\s|{D}\\s|{L}\\s){0,4}?(?:баста|жалғас|өт|аяқта)(?:л${T}|${T})`,
    (seen) => {
      const named = seen
        .things(seen.clause.from, seen.to, "P")
        .filter(({ thing }) => GENITIVE.test(caseOf(seen, thing)))
      return named[0] ? { type: "trial", people: [named[0].thing.mention.entity] } : null
    },
  ),
  // Verdicts
  frame("conviction/found-guilty", `кінәлі\\sдеп\\s(?:таны${T}|таныл${T}|тапты|табылды)`, (seen) =>
    some({
      type: "conviction",
      people: sufferer(seen, /таныл|табыл/u.test(seen.view.text.slice(seen.from, seen.to)) ? "done" : "did"),
      charge: offence(seen),
    }),
  ),
  frame(
    "sentence/given",
    `(?:${TERM}\\s)?(?:бас\\sбостандығынан\\sайыр(?:${T}|ыл${T}))|${TERM}\\s(?:сотта(?:${T}|л${T})|қама(?:${T}|л${T})|түрмеге\\sкес${T}|түрмеге\\sқама(?:${T}|л${T}))`,
    (seen) => {
      const words = seen.view.text.slice(seen.from, seen.to)
      return some({
        type: "sentence",
        kind: "prison_term",
        people: sufferer(seen, /(?:аиырыл|соттал|қамал)/u.test(words) ? "done" : "did"),
      })
    },
  ),
  frame("sentence/death", `өлім\\sжазасына\\s(?:кес${T}|кесіл${T})`, (seen) =>
    some({ type: "sentence", kind: "death", people: sufferer(seen, "done") }),
  ),
  frame("conviction/convicted", `сотта(?:ды|лды|лған|лғаны|лғанын)`, (seen) =>
    some({
      type: "conviction",
      people: sufferer(seen, /соттал/u.test(seen.view.text.slice(seen.from, seen.to)) ? "done" : "did"),
    }),
  ),
  frame(
    "ruling/softened",
    `(?:жазасын|үкімді|үкімін)\\s(?:\\p{L}+\\s){0,8}?(?:ауыстыр|өзгерт|жеңілдет|күшінде\\sқалдыр)${T}`,
    (seen) =>
      some({
        type: "ruling",
        people: PRONOUN.test(seen.view.text.slice(seen.clause.from, seen.from))
          ? seen.spokenOf(seen.clause.from + 1, officials(seen))
          : sufferer(seen, "to"),
      }),
  ),
  frame("fine/imposed", `айыппұл\\s(?:сал(?:${T}|ын${T})|төле${T}|арқала${T})`, (seen) =>
    some({ type: "fine", people: sufferer(seen, "to"), amount: seen.money() }),
  ),
  frame("acquittal/was", `ақта(?:лды|лған|лып|ды)`, (seen) =>
    some({
      type: "acquittal",
      people: sufferer(seen, /ақтал/u.test(seen.view.text.slice(seen.from, seen.to)) ? "done" : "did"),
    }),
  ),
  // Freedom
  ...suffered({ type: "arrest", done: `тұтқындал${T}`, did: `тұтқында${T}`, act: "mt04:030101" }),
  ...suffered({
    type: "detention",
    done: `ұстал${T}|лагерьге\\s(?:жіберіл|қамал)${T}|түрмеге\\s(?:жабыл|қамал)${T}|алып\\sкетіл${T}`,
    did: `ұста(?:ды|ған|п)|(?:алып\\sкет|(?<!ұрлап\\s)әкет)(?:ті|кен|кенін|кені|іпті)|лагерьге\\s(?:жібер|қама)${T}|түрмеге\\s(?:жап|қама)${T}`,
    act: "mt04:030102",
    violation: "arbitrary detention",
  }),
  ...suffered({
    type: "disappearance",
    done: "хабарсыз\\sкет(?:ті|кен)|жоғалып\\sкет(?:ті|кен)|із-түзсіз\\sжоғал(?:ды|ған)",
    did: "жоғалтып\\sжібер(?:ді|ген)",
    act: "mt04:030103",
    violation: "enforced disappearance",
  }),
  ...suffered({
    type: "kidnapping",
    done: `ұрлан${T}`,
    did: "ұрлап\\s(?:ә?кет|алып\\sкет)(?:ті|кен|кенін|іпті)",
    act: "mt04:030104",
    violation: "kidnapping",
  }),
  ...suffered({
    type: "release",
    done: `босатыл${T}|(?:түрмеден|абақтыдан|лагерьден|қамаудан|бостандыққа)\\sшық(?:ты|қан|қаны|қанын)`,
    did: "босат(?:ты|қан)",
  }),
  ...suffered({
    type: "killing",
    done: "өлтіріл(?:ді|ген)|атып\\sтасталды|қаза\\sтапты",
    did: "өлтір(?:ді|ген)",
    act: "mt04:010101",
    violation: "killing",
  }),
  ...suffered({
    type: "torture",
    done: "азаптал(?:ды|ған)",
    did: "азапта(?:ды|ған)|қина(?:ды|ған)",
    act: "mt04:02011111",
    violation: "torture",
  }),
  ...suffered({
    type: "attack",
    done: "соққыға\\sжығыл(?:ды|ған)",
    did: "ұрып-соқ(?:ты|қан)|соққыға\\sжық(?:ты|қан)",
    violation: "other",
  }),
  ...suffered({
    type: "deportation",
    done: "депортациялан(?:ды|ған)|елден\\sшығарыл(?:ды|ған)",
    did: "депортацияла(?:ды|ған)|елден\\sшығар(?:ды|ған)",
    act: "mt04:050102",
  }),
  frame("death/was", "қайтыс\\sбол(?:ды|ған)", (seen) => some({ type: "death", people: sufferer(seen, "done") })),
  frame("raid/searched", `тінту\\sжүргіз(?:${T}|іл${T})|тінт(?:ті|кен|кенін|іді|ілді|ілген)`, (seen) =>
    some({ type: "raid", people: sufferer(seen, "to"), by: by(seen), act: "mt04:040101" }),
  ),
  frame("gathering/met", "(?:жиналды|жиналған|(?:митинг|наразылық|жиын|шеру)\\sөт(?:ті|кен|кізді|кізген))", () => ({
    type: "gathering",
    people: [],
  })),
]

/** What stands quoted or named before "деген айып бойынша". */
function offence(seen: Seen): string | null {
  const lead = seen.view.text.slice(seen.clause.from, seen.from)
  const match = new RegExp(fold("([\\p{L}\\s-]{6,80}?)\\s(?:деген\\sайып|айыбы|үшін)"), "iu").exec(lead)
  if (!match) return null
  const at = seen.clause.from + match.index
  const { start, end } = seen.span(at, at + match[1]!.length)
  return seen.scene.text.slice(start, end).replace(/\s+/gu, " ").trim()
}

/** The town in the name of the court a case goes to. */
function townOf(seen: Seen): string | null {
  const court = seen.entities("to", "O")[0]
  const name = court === undefined ? "" : (seen.scene.entities.get(court)?.name ?? "")
  for (const { id, kind, name: own } of seen.scene.entities.values())
    if (kind === "Place" && own.length > 3 && name.startsWith(own)) return id
  return null
}

const GRAMMAR: FrameGrammar = {
  frames: FRAMES,
  stems: new RegExp(
    fold(
      "ұста|қама|сот|айып|кінәлі|бостан|түрме|лагер|алып|әкет|хабарсыз|жоға|ұрла|босат|шық|өлтір|атып|қаза|азап|қина|соққы|ұрып|депорт|шығар|қайтыс|тінт|жинал|митинг|жиын|шеру|наразы|тұтқ|ақта|ұзарт|іс|жаза|үкім|тергеу",
    ),
    "iu",
  ),
  view(masked, scene) {
    const { text, starts } = skeletonOf(masked.text, scriptOf(scene.text))
    return { masked, text, starts }
  },
  clause: new RegExp(
    fold(
      ";|(?<=(?:ып|іп|ды|ді|ты|ті|ған|ген)),\\s|,\\s(?:ал|бірақ|алайда|сондықтан|өйткені)\\s|\\sдеп\\s(?=айт|хабарла|мәлімде)",
    ),
    "giu",
  ),
  unreal: (before, _, after) =>
    new RegExp(fold("^\\s(?:жоқ|емес|мүмкін|керек\\sемес|алмайды|қалуы\\sмүмкін)(?!\\p{L})"), "iu").test(after) ||
    new RegExp(fold("(?<!\\p{L})(?:ешкім|ешкімді|егер)\\s(?:\\p{L}+\\s){0,3}$"), "iu").test(before),
  where: (_, name, after) =>
    /(?:да|де|та|те|дағы|дегы|тағы|тегы|нда|нде|ındа)$/u.test(skeletonOf(name).text.toLowerCase()) ||
    new RegExp(fold("^\\s(?:қаласында|қаласындағы|ауылында|ауылынан|ауданында|өлкесінде|облысында)"), "iu").test(after),
  court: /сот|سوت|sot/iu,
  better: {
    detention: ["measure", "sentence"],
    arrest: ["measure"],
    accusation: ["charge"],
    conviction: ["sentence"],
    ruling: ["change_of_venue", "measure", "charge"],
  },
}

/** What happened in a Kazakh document, in any of its three scripts. */
export function findEvents(scene: Scene): FoundEvent[] {
  return readFrames(GRAMMAR, scene)
}
