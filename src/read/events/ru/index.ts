import { shortLetters } from "../../letters.js"
import { type Gender, genderOf } from "../../people/ru/forms.js"
import { pattern } from "../../sentences/masked.js"
import { type Frame, type FrameDraft, type FrameGrammar, readFrames, type Seen } from "../frames.js"
import type { FoundEvent } from "../index.js"
import type { Scene } from "../scene.js"

const PARTS = {
  B: "(?<!\\p{Letter})",
  E: "(?!\\p{Letter})",
  WAS: "(?:(?:был|была|были|было|будучи)\\s(?:\\p{Letter}+\\s){0,2}?)?",
  HOUSE: "домашн(?:ий|его|ему|им|ем)\\sарест(?:а|у|ом|е)?",
}
const SHORT = Object.fromEntries(Object.entries(PARTS).map(([name, part]) => [name, shortLetters(part)]))
const frame = (name: string, source: string, read: Frame["read"]): Frame => ({
  name,
  // `{L}` is the sign of a place.
  pattern: pattern(shortLetters(source), SHORT, "giud"),
  read,
})

const HE = /(?<!\p{L})(?:его|ему|него|нему|им|он)(?!\p{L})/iu
const SHE = /(?<!\p{L})(?:е[её]|ей|не[её]|ней|она)(?!\p{L})/iu

/** Whom the text speaks of here: no judge or lawyer, and no woman where the words say "him". */
function spoken(seen: Seen): string[] {
  const near = seen.view.text.slice(Math.max(seen.clause.from, seen.from - 60), Math.min(seen.clause.to, seen.to + 24))
  const other: Gender | null = HE.test(near) ? "female" : SHE.test(near) ? "male" : null
  const not = [...seen.scene.entities.values()].filter(
    ({ kind, name }) => kind === "Person" && other !== null && genderOf(name) === other,
  )
  return seen.spokenOf(seen.from, [...judges(seen), ...not.map(({ id }) => id)])
}

const THIRD = /(?<!\p{L})(?:его|её|ее|их|ему|ей|него|неё|нее)(?!\p{L})/giu
/** Before a person, these words make him someone else than who suffers it. */
const ASIDE =
  /(?:по\sсловам|адвокат\p{L}*|защитник\p{L}*|как\sсообщил\p{L}*|судь\p{L}{1,2}|прокурор\p{L}*|обвинител\p{L}*|следовател\p{L}*|секретар\p{L}*|сообщил\p{L}*|заявил\p{L}*|по\sданным|председател\p{L}*|министр\p{L}*|президент\p{L}*)\s(?:\p{L}+\s){0,2}$/iu

function aside(seen: Seen, at: number): boolean {
  return ASIDE.test(seen.view.text.slice(Math.max(0, at - 45), at))
}

/** Who is acted upon after an active verb: a name, or "его". */
function object(seen: Seen): string[] {
  const { from, to, clause } = seen
  const near = seen.view.text.slice(to, Math.min(clause.to, to + 22))
  const pronoun = THIRD.test(near) ? to : -1
  THIRD.lastIndex = 0
  const after = seen.things(to, Math.min(clause.to, to + 110), "P").filter(({ at }) => !aside(seen, at))
  if (pronoun >= 0 && (after[0] === undefined || after[0].at > to + 22)) return spoken(seen)
  if (after[0]) return listed(seen, after)
  const lead = seen.view.text.slice(Math.max(clause.from, from - 14), from)
  const before = THIRD.test(lead)
  THIRD.lastIndex = 0
  if (before) return spoken(seen)
  // "Оразова задержали": the object stands first, in another case.
  const first = seen
    .things(clause.from, from, "P")
    .filter(({ at, thing }) => !aside(seen, at) && /(?:а|я|у|ю|ой|ого|их)$/u.test(seen.surface(thing)))
  if (first.at(-1)) return [first.at(-1)!.thing.mention.entity]
  // "…задержали и через неделю отпустили": whom the clause before spoke of.
  const bare = clause.from > 0 && seen.things(clause.from, clause.to, "P").length === 0
  return bare && /и$/u.test(seen.view.text.slice(from, to)) ? spoken(seen) : []
}

/** "Оразова, Беркова и Даут": names that go on with a comma or "и" belong together. */
function listed(seen: Seen, people: readonly { at: number; thing: { mention: { entity: string } } }[]): string[] {
  const all = [people[0]!.thing.mention.entity]
  for (let index = 1; index < people.length; index++) {
    const link = seen.view.text.slice(people[index - 1]!.at + 1, people[index]!.at)
    if (!/^(?:,\s|\sи\s|,\sа\sтакже\s)$/u.test(link)) break
    all.push(people[index]!.thing.mention.entity)
  }
  return [...new Set(all)]
}

/** Who suffers it where the verb is passive: before it, after it, or whom the text speaks of. */
function subject(seen: Seen): string[] {
  const { from, to, clause } = seen
  const before = seen.things(clause.from, from, "P").filter(({ at }) => !aside(seen, at))
  if (before.length > 0) {
    const last = before.at(-1)!
    const chain = before.filter(
      ({ at }, index) =>
        before
          .slice(index, -1)
          .every((_, step) =>
            /^(?:,\s|\sи\s)$/u.test(seen.view.text.slice(before[index + step]!.at + 1, before[index + step + 1]!.at)),
          ) && at <= last.at,
    )
    return [...new Set(chain.map(({ thing }) => thing.mention.entity))]
  }
  const after = seen.things(to, Math.min(clause.to, to + 70), "P").filter(({ at }) => !aside(seen, at))
  if (after[0] && !/(?<!\p{L})(?:он|она)(?!\p{L})/iu.test(seen.view.text.slice(clause.from, from)))
    return listed(seen, after)
  const own = seen.view.text.slice(clause.from, from)
  if (
    /(?<!\p{L})(?:он|она|ему|ей|её|его|подсудим\p{L}+|обвиняем\p{L}+|активист\p{L}*)(?!\p{L})/iu.test(own) ||
    clause.from > 0 ||
    /^[^\p{L}]*$/u.test(own) ||
    own.length < 40
  )
    return spoken(seen)
  return []
}

/** Between a noun and whose it is: what describes him, "в отношении", and no other thing. */
const OWNS = /^\s(?:в\sотношении\s)?(?:(?!(?:в|во|на|за|с|со|по|из|для|до|от|участник\p{L}*|всех)\s)\p{L}+\s){0,4}$/iu

/** Whom a noun belongs to: "задержание Оразова", "его арест", "в отношении Оразова". */
function owner(seen: Seen): string[] {
  const { from, to, clause } = seen
  const after = seen.things(to, Math.min(clause.to, to + 60), "P").filter(({ at }) => !aside(seen, at))
  if (after[0] && OWNS.test(seen.view.text.slice(to, after[0].at))) return listed(seen, after)
  const lead = seen.view.text.slice(Math.max(clause.from, from - 24), from)
  if (/(?<!\p{L})(?:его|её|ее|их)\s(?:\p{L}+\s)?$/iu.test(lead)) return spoken(seen)
  const before = seen.things(clause.from, from, "P").filter(({ at }) => !aside(seen, at))
  return before.at(-1) ? [before.at(-1)!.thing.mention.entity] : []
}

/** Judges, prosecutors and lawyers of the document: no pronoun in a sentence about a measure means them. */
function judges(seen: Seen): string[] {
  return [...seen.scene.entities.values()]
    .filter(({ kind, roles }) => kind === "Person" && roles.some((role) => OFFICE.has(role)))
    .map(({ id }) => id)
}
const OFFICE = new Set([
  "судья",
  "прокурор",
  "обвинитель",
  "защитник",
  "адвокат",
  "секретарь",
  "следователь",
  "қорғаушы",
  "президент",
  "министр",
])

interface Suffered {
  readonly type: string
  /** Short participles and reflexives, as patterns. */
  readonly done: string
  readonly did: string
  readonly noun?: string
  readonly act?: string
  readonly violation?: string
  readonly kind?: string
}

/** The three ways Russian tells what was done to someone: "задержан", "задержали его", "задержание Оразова". */
function suffered({ type, done, did, noun, ...rest }: Suffered): Frame[] {
  const base = { type, act: rest.act ?? null, violation: rest.violation ?? null, kind: rest.kind ?? null }
  const frames = [
    frame(`${type}/was`, `{B}{WAS}(?:${done}){E}`, (seen) => some({ ...base, people: subject(seen), by: agent(seen) })),
    frame(`${type}/did`, `{B}(?:${did}){E}`, (seen) =>
      some({ ...base, people: object(seen), by: seen.bodies(seen.clause.from, seen.from).slice(-1) }),
    ),
  ]
  if (noun) frames.push(frame(`${type}/of`, `{B}(?:${noun}){E}`, (seen) => some({ ...base, people: owner(seen) })))
  return frames
}

/** "задержан полицией", "сотрудниками КНБ" */
function agent(seen: Seen): string[] {
  const { to, clause } = seen
  for (const { at, thing } of seen.things(to, Math.min(clause.to, to + 60), "O"))
    if (
      /(?:сотрудниками|агентами|силами|военными|полицией|\s)\s?$/u.test(
        seen.view.text.slice(Math.max(0, at - 16), at),
      ) &&
      /(?:ом|ей|ой|ами|КНБ|ФСБ|МВД|СИЗО)$/u.test(seen.surface(thing))
    )
      return [thing.mention.entity]
  return []
}

const some = (draft: FrameDraft): FrameDraft | null => ((draft.people ?? []).length > 0 ? draft : null)

function kindOf(words: string): string {
  if (/домашн/iu.test(words)) return "house_arrest"
  if (/залог/iu.test(words)) return "bail"
  if (/подписк|обязательств/iu.test(words)) return "personal_undertaking"
  if (/выезд|въезд/iu.test(words)) return "travel_ban"
  return "custody"
}

const MEASURE =
  "(?<measure>{HOUSE}|содержани(?:я|е|и|ю|ем)\\sпод\\sстражей|заключени(?:я|е|и|ю|ем)\\sпод\\sстражу|подписк(?:и|у|а|ой|е)\\sо\\sневыезде|залог(?:а|у|ом|е)?|запрет(?:а|у|ом|е)?\\sна\\sвыезд|арест(?:а|у|ом|е)?|экстрадиционн(?:ый|ого|ому|ым|ом)\\sарест(?:а|у|ом|е)?|ареста)"
const OFFENCE = "(?<offence>(?!(?:\\p{L}+\\s)?суд)(?:(?<!\\p{L})(?:ч|ст|п|пп)\\.|[^.;:,]){4,160})"
const TERM =
  "(?<term>(?:\\p{L}+|\\d+(?:[,.]\\d+)?)(?:\\sс\\sполовиной)?\\s(?:года?м?|лет|годам|месяц\\p{L}*|сут\\p{L}+)(?:\\sи\\s(?:\\p{L}+|\\d+)\\sмесяц\\p{L}*)?)"

const FRAMES: readonly Frame[] = [
  // Measures of restraint
  frame(
    "measure/whose-extended",
    `{B}(?:продл(?:ил|ила|или|ен|ён|ена|ено|ены|ить|ит)(?:\\s(?:\\p{L}+\\s){0,4}?${MEASURE})?|(?:срок(?:а)?\\s)?${MEASURE.replace("<measure>", "<held>")}\\s(?:{P}\\s|её\\s|его\\s)?(?:\\p{L}+\\s){0,2}?продл(?:ил|ила|или|ен|ён|ена|ено|ить)){E}`,
    (seen) => {
      const words = seen.groups.measure ?? seen.groups.held
      if (!words) return null
      const people = owner(seen)
      return some({
        type: "measure",
        kind: kindOf(words),
        change: "extended",
        people: people.length > 0 ? people : spoken(seen),
      })
    },
  ),
  // What an order forbids: "Запретить пользование телефонной связью", "суд запретил ему выезжать".
  frame(
    "measure/forbidden",
    `{B}запрет(?:ить|ил|ила|или|ено|ен|ена|ены)\\s(?:(?<who>{P}|ему|ей|им)\\s)?(?<what>(?:выез|покида)\\p{L}+|пользова\\p{L}+|общ(?:ение|аться)\\p{L}*)`,
    (seen) => {
      const people = seen.entities("who", "P")
      return some({
        type: "measure",
        kind: /^(?:выез|покида)/iu.test(seen.groups.what!) ? "travel_ban" : "other",
        change: "imposed",
        people: people.length > 0 ? people : spoken(seen),
      })
    },
  ),
  // "меру пресечения продлили": which one, the words do not say.
  frame(
    "measure/whose-extended",
    `{B}(?:мер[ауыеу]\\sпресечения\\s(?:{P}\\s|ему\\s|ей\\s|им\\s)?(?:\\p{L}+\\s){0,2}?продл(?:ил[аи]?|ена|ён|ен|ить|ят)|продл(?:ил[аи]?|ена|ить)\\s(?:{P}\\s|ему\\s|ей\\s|им\\s)?мер[ауые]\\sпресечения(?!\\sв\\sвиде)){E}`,
    (seen) => {
      const people = owner(seen)
      return some({ type: "measure", change: "extended", people: people.length > 0 ? people : spoken(seen) })
    },
  ),
  frame(
    "measure/ordered",
    `{B}(?:(?:избр|назнач|санкционир|примен|установ)\\p{L}{1,6}(?:\\s(?:\\p{L}+\\s|{P}\\s){0,5}?)?(?:мер\\p{L}\\sпресечения\\s)?(?:в\\sвиде\\s)?${MEASURE}|мер\\p{L}\\sпресечения\\sв\\sвиде\\s${MEASURE.replace("<measure>", "<held>")}(?:\\s(?:\\p{L}+\\s)?(?:санкционирован|избран|назначен|применен)\\p{L}?)?){E}`,
    (seen) => {
      const people = owner(seen)
      return {
        type: "measure",
        kind: kindOf((seen.groups.measure ?? seen.groups.held)!),
        change: "imposed",
        people: people.length > 0 ? people : spoken(seen),
        inherits: true,
      }
    },
  ),
  frame(
    "measure/ordered",
    `{B}(?:{WAS}(?:взят|взята|заключ[её]н|заключена|помещ[её]н|помещена|отправлен|отправлена|переведен|переведён|переведена)\\sпод\\s(?<measure>стражу|домашний\\sарест)|{WAS}(?:отпущен|отпущена|освобожд[её]н|освобождена|выпущен|выпущена)\\sпод\\s(?<held>залог|подписку\\sо\\sневыезде|домашний\\sарест)){E}`,
    (seen) =>
      some({
        type: "measure",
        kind: kindOf((seen.groups.measure ?? seen.groups.held)!),
        change: "imposed",
        people: subject(seen),
      }),
  ),
  frame(
    "measure/ordered",
    `{B}(?:взял[иа]?|заключил[иа]?|поместил[иа]?|отправил[иа]?|перев[её]л[иа]?)\\s(?:его\\s|е[её]\\s|{P}\\s)?под\\s(?<measure>стражу|домашний\\sарест){E}`,
    (seen) =>
      some({
        type: "measure",
        kind: kindOf(seen.groups.measure!),
        change: "imposed",
        people: seen
          .things(seen.from, seen.to, "P")
          .map(({ thing }) => thing.mention.entity)
          .concat(pronounInside(seen) ?? object(seen))
          .slice(0, 1),
      }),
  ),
  frame(
    "measure/lifted",
    `{B}(?:отмен(?:ил|ила|или|ен|ён|ена|ено)|снял[иа]?|снят|прекращен)\\s(?:\\p{L}+\\s){0,3}?${MEASURE}{E}`,
    (seen) => some({ type: "measure", kind: kindOf(seen.groups.measure!), change: "lifted", people: owner(seen) }),
  ),
  frame(
    "measure/is-under",
    `{B}(?:наход(?:ится|ился|илась|ятся|ились)|содерж(?:ится|ался|алась|атся|ат)|оста[её]тся|остался|осталась|пребывает|пребывал\\p{L}?|сидит|сидел[аи]?|провел[аи]?|пров[её]л\\p{L}?|был[аи]?|остаются)\\s(?:\\p{L}+\\s|{D}\\s|{L}\\s){0,3}?(?:под\\s(?<measure>домашним\\sарестом|стражей|арестом|подпиской\\sо\\sневыезде|домашний\\sарест)|в\\s(?<held>СИЗО|следственном\\sизоляторе)){E}`,
    (seen) => some({ type: "measure", kind: kindOf(seen.groups.measure ?? ""), change: null, people: subject(seen) }),
  ),
  // Change of venue
  frame(
    "venue/moved",
    `{B}(?:переда(?:л|ла|ло|ли|н|но|на|ть)|передач(?:а|и|е|у)|направ(?:ил|ила|или|лено))\\s(?:\\p{L}+\\s|{P}\\s){0,6}?по\\sподсудности(?:\\sв\\s(?<to>{O}|{L}))?`,
    (seen) => ({
      type: "change_of_venue",
      people: caseOf(seen),
      to: towardPlace(seen),
      place: null,
      by: seen.bodies(seen.clause.from, seen.from).slice(-1),
    }),
  ),
  // Charges
  frame(
    "charge/requalified",
    `{B}(?:переквалифицир\\p{L}+|смягчил[аи]?\\sобвинение){E}(?:[^.;]{0,160}?на\\s(?<offence>стать\\p{L}{1,2}\\s\\d[^,.;]{0,80}))?`,
    (seen) =>
      some({
        type: "charge",
        change: "requalified",
        people: owner(seen).length > 0 ? owner(seen) : spoken(seen),
        inherits: true,
        charge: seen.words("offence"),
      }),
  ),
  frame(
    "charge/brought",
    `{B}(?:предъяв(?:ил|ила|или|лено|лены|лен|лена)|выдвину(?:л|ла|ли|то|ты|та))\\s(?:\\p{L}+\\s|{P}\\s){0,4}?обвинени(?:е|я)(?:\\s(?:в|по)\\s${OFFENCE})?`,
    (seen) => {
      const named = seen.things(seen.from, seen.to, "P").map(({ thing }) => thing.mention.entity)
      const people = named.length > 0 ? named : dative(seen)
      return some({ type: "charge", people, charge: cleaned(seen.words("offence")) })
    },
  ),
  frame(
    "charge/accused-of-crime",
    `{B}обвиня(?:ем\\p{L}{2,3}|ется|ются|лся|лась)\\s(?:\\p{L}+\\s)?в\\s(?<offence>совершении\\sпреступлени[яй],\\sпредусмотренн\\p{L}+\\s[^.;]{4,120}|(?!том)[^.;,]{4,140})`,
    (seen) =>
      some({
        type: /предусмотр|стать|ст\.|ч\.|УК/u.test(seen.groups.offence!) ? "charge" : "accusation",
        people: subject(seen),
        charge: cleaned(seen.words("offence")),
        date: null,
      }),
  ),
  frame(
    "accusation/did",
    `{B}обвин(?:ил|ила|или|яет|яют|ял|яли)\\s(?<who>{P}|его|е[её]|их)\\sв\\s${OFFENCE}`,
    (seen) => {
      const named = seen.entities("who", "P")
      return some({
        type: "accusation",
        people: named.length > 0 ? named : spoken(seen),
        charge: cleaned(seen.words("offence")),
        date: null,
        by: seen.bodies(seen.clause.from, seen.from).slice(-1),
      })
    },
  ),
  // "Его обвиняют в …": the object first.
  frame("accusation/did", `{B}(?<who>{P}|его|е[её]|их)\\sобвиня(?:ют|ли|ет|л|ла)\\sв\\s${OFFENCE}`, (seen) => {
    const named = seen.entities("who", "P")
    return some({
      type: "accusation",
      people: named.length > 0 ? named : spoken(seen),
      charge: cleaned(seen.words("offence")),
      date: null,
    })
  }),
  frame(
    "charge/case-opened",
    `{B}(?:возбужд(?:ено|ены|ил|ила|или)|заве(?:ли|дено|л))\\s(?:\\p{L}+\\s){0,3}?(?:уголовное\\s)?дело(?:\\s(?:против|в\\sотношении|на)\\s(?<who>{P}|него|неё|нее))?(?:\\s(?:по|о|об)\\s${OFFENCE})?`,
    (seen) => {
      const named = seen.entities("who", "P")
      return some({
        type: "charge",
        people: named.length > 0 ? named : seen.groups.who ? spoken(seen) : owner(seen),
        charge: cleaned(seen.words("offence")),
      })
    },
  ),
  // Hearings and trials
  frame(
    "trial/goes-on",
    `{B}(?:процесс|суд)\\s(?:над\\s(?<who>{P})|по\\sделу\\s(?:\\p{L}+\\s){0,2}?(?<whose>{P}))[^.;]{0,140}?(?:начал(?:ся|ось)|продолжил(?:ся|ось)|открыл(?:ся|ось)|возобновил(?:ся|ось)|завершил(?:ся|ось)|ид[её]т|прош[её]л|проходит){E}`,
    (seen) => ({ type: "trial", people: seen.entities(seen.groups.who ? "who" : "whose", "P") }),
  ),
  frame(
    "trial/goes-on",
    `{B}(?:начал(?:ся|ось)|продолжил(?:ся|ось)|открыл(?:ся|ось)|возобновил(?:ся|ось)|завершил(?:ся|ось)|ид[её]т|прош[её]л|проходит)\\s(?:\\p{L}+\\s|{D}\\s|{L}\\s){0,4}?(?:процесс|суд)\\s(?:над|по\\sделу)\\s(?:\\p{L}+\\s){0,2}?(?<who>{P})`,
    (seen) => ({ type: "trial", people: seen.entities("who", "P") }),
  ),
  frame(
    "hearing/held",
    `{B}(?:(?:состоял|прош|начал|откры|продолжил|отлож|перенес|перен[её]с)\\p{L}{1,6}\\s(?:\\p{L}+\\s|{D}\\s|{O}\\s){0,4}?(?:судебное\\s)?(?:заседани[ея]|слушани[ея])|(?:судебное\\s)?(?:заседание|слушани[ея])\\s(?:по\\sделу\\s(?:\\p{L}+\\s){0,2}?(?<who>{P})\\s)?(?:\\p{L}+\\s|{D}\\s|{O}\\s){0,3}?(?:состоял|прош|начал|откры|продолжил|отлож|перенес|перен[её]с)\\p{L}{1,6}|рассмотрев\\s(?:\\p{L}+\\s){0,7}?дело)`,
    (seen) => {
      const named = seen.entities("who", "P")
      const after =
        named.length > 0
          ? named
          : seen
              .things(seen.to, Math.min(seen.view.text.length, seen.to + 60), "P")
              .map(({ thing }) => thing.mention.entity)
              .slice(0, 1)
      // "…дело в отношении", and the name on a line of its own.
      const next = seen.scene.mentions[seen.index + 1]?.find(({ kind }) => kind === "Person")
      if (after.length === 0 && next && /в\sотношении\s*$/iu.test(seen.view.text)) after.push(next.entity)
      return { type: "hearing", people: after, inherits: after.length === 0 }
    },
  ),
  frame("hearing/break", `{B}объяв(?:ил|ила|или|лен)\\sперерыв`, () => ({
    type: "hearing",
    people: [],
    inherits: true,
    date: null,
  })),
  frame(
    "ruling/motion",
    `{B}(?:ходатайство\\s(?:\\p{L}+\\s){0,2}?(?:удовлетворил[аи]?|отклонил[аи]?|отверг\\p{L}*)|(?:удовлетворил[аи]?|отклонил[аи]?)\\s(?:\\p{L}+\\s){0,2}?(?:ходатайство|жалобу|апелляцию)|(?:оставил[аи]?)\\s(?:приговор|решение|постановление)\\s(?:\\p{L}+\\s){0,4}?без\\sизменени[яй])`,
    (seen) => ({
      type: "ruling",
      people: owner(seen).filter((person) => !judges(seen).includes(person)),
      inherits: true,
    }),
  ),
  // "вернул прокурору дело", "направил дело на доследование"
  frame(
    "ruling/returned",
    `{B}(?:верну(?:л|ла|ли|то)|возврат(?:ил|ила|или)|возвращен[оа]|направ(?:ил|ила|или|лено))\\s(?:(?:прокурору|прокуратуре|следствию|следователю)\\s(?:уголовное\\s)?дело|(?:уголовное\\s)?дело\\s[^.;,]{0,60}?(?:прокурору|прокуратур[еу]|следствию|следователю|на\\sдоследование|на\\sдополнительное\\sрасследование|на\\sновое\\sрассмотрение)){E}`,
    (seen) => {
      const people = seen.things(seen.from, Math.min(seen.clause.to, seen.to + 60), "P")
      return { type: "ruling", people: people.slice(0, 1).map(({ thing }) => thing.mention.entity) }
    },
  ),
  // Verdicts
  frame(
    "conviction/found-guilty",
    `{B}(?:призна(?:л|ла|ли|н|на|ны)\\s(?:его\\s|е[её]\\s|{P}\\s|(?:\\p{L}+\\s){0,2}?)?виновн\\p{L}{2,3}(?:\\sв\\s${OFFENCE})?|осудил[иа]?|{WAS}осужд[её]н|{WAS}осуждена|{WAS}осуждены){E}`,
    (seen) => {
      const active = /призна(?:л|ла|ли)\s|осудил/iu.test(seen.view.text.slice(seen.from, seen.to))
      const named = seen.things(seen.from, seen.to, "P").map(({ thing }) => thing.mention.entity)
      const people = named.length > 0 ? named : active ? (pronounInside(seen) ?? object(seen)) : subject(seen)
      return some({ type: "conviction", people, charge: cleaned(seen.words("offence")) })
    },
  ),
  frame(
    "sentence/given",
    `{B}(?:приговор(?:ил|ила|или)\\s(?:(?<who>{P}|его|е[её]|их)\\s)?(?:[^.;]{0,60}?\\s)?к\\s${TERM}|{WAS}приговор(?:[её]н|ена|ены)\\s(?:[^.;]{0,40}?\\s)?к\\s${TERM.replace("<term>", "<long>")}|получил[аи]?\\s${TERM.replace("<term>", "<got>")}\\s(?:лишения\\sсвободы|тюрьмы|колонии|лагерей|заключения|условно))`,
    (seen) => {
      const named = seen.entities("who", "P")
      const active = seen.groups.term !== undefined
      const people = named.length > 0 ? named : seen.groups.who ? spoken(seen) : active ? object(seen) : subject(seen)
      return some({ type: "sentence", kind: "prison_term", people })
    },
  ),
  frame(
    "sentence/death",
    `{B}приговор\\p{L}+\\s(?:(?<who>{P}|его|е[её])\\s)?к\\s(?:смертной\\sказни|расстрелу)`,
    (seen) =>
      some({
        type: "sentence",
        kind: "death",
        people: seen.entities("who", "P").length > 0 ? seen.entities("who", "P") : subject(seen),
      }),
  ),
  frame("sentence/stripped", `{B}лиши(?:л|ла|ли)\\s(?<who>{P}|его|е[её])\\sсвободы\\sна`, (seen) =>
    some({
      type: "sentence",
      kind: "prison_term",
      people: seen.entities("who", "P").length > 0 ? seen.entities("who", "P") : spoken(seen),
    }),
  ),
  frame(
    "fine/imposed",
    `{B}(?:(?:о|)штрафовал[аи]?\\s?(?<who>{P}|его|е[её]|их)?|{WAS}оштрафован[аы]?|подвергнут[аы]?\\s(?:\\p{L}+\\s){0,3}?(?:взысканию|наказанию)\\sв\\sвиде\\s(?:\\p{L}+\\s)?штрафа|(?:назначил[аи]?|наложил[аи]?)\\s(?:на\\s)?(?:(?<whom>{P}|него|не[её]|ему|ей)\\s)?(?:\\p{L}+\\s)?штраф){E}`,
    (seen) => {
      const group = seen.groups.who ? "who" : seen.groups.whom ? "whom" : null
      const named = group ? seen.entities(group, "P") : []
      const people =
        named.length > 0
          ? named
          : group
            ? spoken(seen)
            : /штрафовал/iu.test(seen.view.text.slice(seen.from, seen.to))
              ? object(seen)
              : subject(seen)
      return some({ type: "fine", people, amount: seen.money() })
    },
  ),
  frame("acquittal/was", `{B}(?:оправдал[аи]?\\s(?<who>{P}|его|е[её])|{WAS}оправдан[аы]?){E}`, (seen) => {
    const named = seen.entities("who", "P")
    return some({
      type: "acquittal",
      people: named.length > 0 ? named : seen.groups.who ? spoken(seen) : subject(seen),
    })
  }),
  // Freedom
  ...suffered({
    type: "arrest",
    done: "арестован|арестована|арестованы",
    did: "арестовал|арестовала|арестовали",
    noun: "(?<!домашн\\p{L}{2,3}\\s)(?<!под\\s)арест(?:а|у|ом|е)?",
    act: "mt04:030101",
  }),
  ...suffered({
    type: "detention",
    done: "задержан|задержана|задержаны|интернирован[аы]?|посажен[аы]?|отправлен[аы]?\\s(?:в|во)\\s(?:лагерь|лагеря|центр\\sперевоспитания|политический\\sлагерь)|помещ(?:[её]н|ена|ены)\\sв\\s(?:лагерь|тюрьму|психиатрическую\\s\\p{L}+|центр\\p{L}*|изолятор|СИЗО)",
    did: "задержал|задержала|задержали|удерживает|удерживают|посадил[иа]?|увезли|увели|забрали|схватили",
    noun: "задержани(?:е|я|и|ем|ю)",
    act: "mt04:030102",
    violation: "arbitrary detention",
  }),
  ...suffered({
    type: "disappearance",
    done: "пропал(?:а|и)?\\sбез\\sвести|исчез(?:ла|ли)?|считается\\sпропавш\\p{L}+",
    did: "насильственно\\sпохитили",
    noun: "исчезновени(?:е|я|и|ем)",
    act: "mt04:030103",
    violation: "enforced disappearance",
  }),
  ...suffered({
    type: "kidnapping",
    done: "похищен|похищена|похищены",
    did: "похитил|похитили",
    noun: "похищени(?:е|я|и|ем)",
    act: "mt04:030104",
    violation: "kidnapping",
  }),
  ...suffered({
    type: "release",
    done: "освобожд[её]н|освобождена|освобождены|отпущен|отпущена|отпущены|выпущен|выпущена|выш(?:ел|ла|ли)\\s(?:на\\sсвободу|из\\s(?:тюрьмы|колонии|СИЗО|лагеря|заключения|изолятора))",
    did: "освободил|освободила|освободили|отпустил|отпустили|выпустили",
    noun: "освобождени(?:е|я|и|ем|ю)",
  }),
  ...suffered({
    type: "killing",
    done: "убит|убита|убиты|застрелен[аы]?|казн[её]н|казнена|казнены|расстрелян[аы]?",
    did: "убил|убили|застрелил[иа]?|казнили|расстреляли",
    noun: "убийств(?:о|а|е|у|ом)",
    act: "mt04:010101",
    violation: "killing",
  }),
  ...suffered({
    type: "torture",
    done: "подверг(?:ся|лась|лись|нут|нута)\\sпыткам",
    did: "пытал|пытали|подвергли\\sпыткам",
    noun: "пытк(?:и|ах|ами)",
    act: "mt04:02011111",
    violation: "torture",
  }),
  ...suffered({
    type: "attack",
    done: "избит|избита|избиты",
    did: "избил|избили",
    noun: "избиени(?:е|я|и|ем)",
    violation: "other",
  }),
  ...suffered({
    type: "deportation",
    done: "депортирован[аы]?|выслан[аы]?|экстрадирован[аы]?|выдворен[аы]?",
    did: "депортировал[иа]?|выслал[иа]?|экстрадировал[иа]?|выдворил[иа]?",
    noun: "депортаци(?:я|и|ю|ей)|экстрадици(?:я|и|ю|ей)",
    act: "mt04:050102",
  }),
  frame(
    "raid/searched",
    `{B}(?:обыскал[иа]?|(?:прош(?:[её]л|ли|ёл)|пров(?:ели|ёл|ела)|проведены?)\\s(?:\\p{L}+\\s|{D}\\s){0,3}?обыск(?:и|а)?|обыск(?:и|а)?\\s(?:в|у|по)|пришли\\sс\\sобыском){E}`,
    (seen) =>
      some({
        type: "raid",
        people: owner(seen),
        by: seen.bodies(seen.clause.from, seen.from).slice(-1),
        act: "mt04:040101",
      }),
  ),
  frame(
    "gathering/met",
    `{B}(?:собрал(?:ись|ось)\\s(?!сведен)|вышли\\sна\\s(?:митинг|площадь|протест)|(?:прош(?:[её]л|ла|ли)|состоял(?:ся|ась|ись))\\s(?:\\p{L}+\\s|{D}\\s){0,3}?(?:митинг|пикет|акция|протест|собрание|шествие)\\p{L}{0,2}){E}`,
    () => ({ type: "gathering", people: [] }),
  ),
]

/** Whose case moves: named in the sentence, else whom the text speaks of. */
function caseOf(seen: Seen): string[] {
  const named = seen.things(seen.clause.from, seen.clause.to, "P").filter(({ at }) => !aside(seen, at))
  return named[0] ? [named[0].thing.mention.entity] : []
}

function dative(seen: Seen): string[] {
  if (/(?<!\p{L})(?:ему|ей)(?!\p{L})/iu.test(seen.view.text.slice(seen.clause.from, seen.from + 40)))
    return spoken(seen)
  const before = seen.things(seen.clause.from, seen.from, "P").filter(({ at }) => !aside(seen, at))
  return before.at(-1) ? [before.at(-1)!.thing.mention.entity] : []
}

/** "признал её виновной" */
function pronounInside(seen: Seen): string[] | null {
  return /(?<!\p{L})(?:его|е[её])(?!\p{L})/iu.test(seen.view.text.slice(seen.from, seen.to)) ? spoken(seen) : null
}

/** The place of the court a case moves to: named itself, or within the court's name. */
function towardPlace(seen: Seen): string | null {
  const place = seen.entities("to", "L")[0]
  if (place) return place
  const court = seen.entities("to", "O")[0]
  const name = court === undefined ? "" : (seen.scene.entities.get(court)?.name ?? "")
  for (const { id, kind, name: own } of seen.scene.entities.values())
    if (
      kind === "Place" &&
      own.length > 3 &&
      name.toLowerCase().includes(own.toLowerCase().slice(0, Math.max(4, own.length - 2)))
    )
      return id
  return null
}

const cleaned = (words: string | null) => {
  const plain = words?.replace(/^[«"“]+|[»"”]+$/gu, "").trim()
  return plain && plain.length > 3 ? plain.slice(0, 300) : null
}

const GRAMMAR: FrameGrammar = {
  frames: FRAMES,
  stems:
    /арест|страж|залог|запре|подпис|пресечен|продл|верну|возвра|направ|подсуд|обвин|переквал|предъяв|выдвин|возбужд|завел|завед|процесс|суд|слушан|заседан|рассмотр|перерыв|ходатай|отклон|жалоб|виновн|осуд|осужд|пригов|лиши|штраф|получил|оправд|задерж|интернир|посад|посаж|отправл|помещ|удержив|увез|увел|забра|схват|пропа|исчез|похи|освоб|отпу|выпу|выш|уби|застрел|казн|расстрел|пыт|изби|депорт|высл|экстрад|выдвор|обыск|собра|митинг|пикет|акци|шестви|протест|заключ|отмен|сня[лт]|СИЗО|изолятор/iu,
  view: (masked) => ({ masked, text: masked.text, starts: identity(masked.text.length) }),
  clause:
    /;|:\s|,?\s(?:но|а|однако|хотя|когда|после\sтого\sкак|потому\sчто|так\sкак|поскольку|пока)\s(?!также)|,\s(?:которы[йехм]\p{L}*|где|что|чтобы)\s|\sи\s(?=(?:через|затем|потом|объявил|признал|отпустил)\p{L}*)/giu,
  unreal: (before, inside, after) =>
    /(?<!\p{L})(?:не|никого\sне|никто\sне|могут|может|мог|могла|могли|если|чтобы|хотят|хочет|намерен\p{L}*|грозит|угрожа\p{L}+|требу\p{L}+|потребовал\p{L}*|призвал\p{L}*|призыва\p{L}+|прос[ия]т|опаса\p{L}+|без|до\sсих\sпор\sне|якобы\sне|отрица\p{L}+|планиру\p{L}+|добива\p{L}+|будет|будут|попытк\p{L}{1,2}|за|об?)\s(?:\p{L}+\s){0,1}$/iu.test(
      before,
    ) && !/переквалиф/iu.test(inside)
      ? !/(?<!\p{L})(?:за|об?)\s(?:\p{L}+\s)?$/iu.test(before) ||
        /^(?:освобожд|депорт|пытк|арест|убийств|задержан[иь])/iu.test(inside)
      : /^\s(?:не\s(?:состоял|был|удал))/iu.test(after),
  where: (before) => /(?<!\p{L})(?:в|во|под|около|близ|у|из|на)\s(?:\p{L}+\s){0,2}$/iu.test(before),
  court: /(?<!\p{L})суд/iu,
  better: {
    detention: ["measure", "sentence"],
    arrest: ["measure"],
    release: ["measure"],
    accusation: ["charge"],
    ruling: ["change_of_venue", "measure"],
    conviction: ["sentence"],
    killing: ["conviction"],
  },
}

function identity(length: number): Uint32Array {
  const starts = new Uint32Array(length + 1)
  for (let at = 0; at <= length; at++) starts[at] = at
  return starts
}

/** What happened in a Russian document. */
export function findEvents(scene: Scene): FoundEvent[] {
  return readFrames(GRAMMAR, scene)
}
