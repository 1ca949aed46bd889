import { eventsOf, type Grammar, verb } from "../before.js"
import type { FoundEvent } from "../index.js"
import type { Scene } from "../scene.js"

/** What a verb ends in; a denial stands among it, so the whole word is matched and then asked. */
const REST = "\\p{L}{0,30}(?:\\s(?:تۇر|كەت|بول|قال|ئىدى|ئىكەن)\\p{L}{0,30})?"

const RULES: Grammar["rules"] = [
  verb("measures/house-arrest", "measure", `نەزەربەند\\s(?:قىل|بول|ئاستى)${REST}|ئۆي\\sقامىقى${REST}`, {
    kind: "house_arrest",
    change: "imposed",
  }),
  verb(
    "measures/travel",
    "measure",
    `پاسپورت\\p{L}{0,30}\\s(?:يىغىۋېلىن|تارتىۋېلىن|مۇسادىرە)${REST}|چېگرادىن\\sچىقىش\\p{L}{0,30}\\sچەكلەن${REST}`,
    { kind: "travel_ban", change: "imposed" },
  ),
  verb(
    "court/sentence",
    "sentence",
    `{D}?(?:\\d{1,2}|\\p{L}{1,30}|\\p{L}{1,30}\\s\\p{L}{1,30})\\sيىل(?:لىق|غا)\\s?(?:قاماق\\s?(?:جازاسى)?(?:غا|قا)?|كېسىل|مۇددەتلىك\\sقاماق|ھۆكۈم)${REST}|(?:قاماق\\sجازاسىغا|ئۆلۈم\\sجازاسىغا|مۇددەتسىز\\sقاماق\\p{L}{0,30})\\s?(?:ھۆكۈم\\sقىلىن${REST})?|كېسىل(?:گەن|دى|ىپ|ىگەن|ەن)${REST}|ھۆكۈم\\s(?:قىلىن|ئېلان\\sقىلىن)${REST}`,
  ),
  verb("court/fine", "fine", `(?:{M}\\S*\\s)?جەرىمانە(?:\\p{L}{0,30})\\s(?:قويۇل|تۆلە|قىلىن|سال)${REST}`),
  verb("court/acquitted", "acquittal", `(?:ئاقلان|گۇناھسىز\\sدەپ)${REST}`),
  verb(
    "court/hearing",
    "hearing",
    `سوت(?:قا|تا)\\s(?:چىقىرىل|تارتىل)${REST}|سوتلان${REST}|سوت\\s(?:ئېچىل|باشلان)${REST}`,
    { nobody: true },
  ),
  verb("court/accused", "accusation", `(?:بىلەن\\s|دەپ\\s)?ئەيىبلەن${REST}`),
  verb(
    "deprivation/camp",
    "detention",
    `(?:لاگېر|يىغىۋېلىش\\s(?:لاگېرى|ئورنى)|تەربىيەلەش\\sمەركىزى|تەربىيە\\sلاگېرى|تۈرمى|تۈرمە|{Q}\\s?\\p{L}{0,30})\\p{L}{0,30}\\s(?:ئېلىپ\\s(?:كېتىل|بېرىل)|قامال|تاشلان|ئەۋەتىل|سولان|كىرگۈزۈل)${REST}`,
    { violation: "arbitrary detention" },
  ),
  verb("deprivation/arrested", "arrest", `قولغا\\sئېلىن${REST}`, { violation: "arbitrary detention" }),
  verb(
    "deprivation/taken",
    "detention",
    `(?:ئېلىپ|تۇتۇپ)\\s(?:كېتىل|مېڭىل|تۇرۇل|بېرىل)${REST}|ئېلىپ\\sكەت(?:كەن|تى)${REST}|تۇتقۇن\\s(?:قىلىن|بول)${REST}|تۇتۇل(?:غان|دى|ۇپ)${REST}|قاما(?:ل|ق\\p{L}{0,30}\\sتۇر)${REST}|سولا(?:ن|پ\\sقويۇل)${REST}`,
    { violation: "arbitrary detention" },
  ),
  verb("deprivation/arrests", "arrest", `قولغا\\sئال(?:غان|دى|ىدۇ)\\p{L}{0,30}`, {
    violation: "arbitrary detention",
    object: /^نى\s/u,
  }),
  verb(
    "deprivation/takes",
    "detention",
    `تۇتقۇن\\sقىل(?:غان|دى)\\p{L}{0,30}|(?:ئېلىپ|تۇتۇپ)\\sكەت(?:كەن|تى)\\p{L}{0,30}|(?:لاگېر|تۈرمى|تۈرمە)\\p{L}{0,30}\\s(?:قامى|سولى|تاشلى|ئەۋەت)\\p{L}{0,30}`,
    { violation: "arbitrary detention", object: /^نى\s/u },
  ),
  verb(
    "deprivation/released",
    "release",
    `قويۇپ\\sبېرىل${REST}|قويۇۋېتىل${REST}|(?:تۈرمىدىن|لاگېردىن|قاماقتىن|تۈرمەدىن)\\s(?:چىق|قويۇپ|بوشا)${REST}|ئەركىنلىك\\p{L}{0,30}\\sئېرىش${REST}`,
  ),
  verb(
    "violence/tortured",
    "torture",
    `قىيىن[-\\s–]قىستاق\\p{L}{0,30}\\s(?:ئېلىن|قىلىن|ئۇچرا)${REST}|(?:قىينال|ئۇرۇل)${REST}`,
    { violation: "torture" },
  ),
  verb("violence/killed", "killing", `ئۆلتۈرۈل${REST}|ئېتىپ\\sتاشلان${REST}`, { violation: "killing" }),
  verb("violence/died", "death", `(?:ۋاپات|قازا)\\s(?:بول|تاپ|قىل)${REST}|ئۆلۈپ\\sكەت${REST}|جان\\sئۈز${REST}`),
  verb(
    "violence/missing",
    "disappearance",
    `(?:يوقاپ|يوقىلىپ|غايىب\\sبولۇپ)\\sكەت${REST}|غايىب\\sبول${REST}|ئىز-دېرەكسىز${REST}|دېرىكى\\sيوق`,
    { violation: "enforced disappearance" },
  ),
  verb("violence/raid", "raid", `ئاختۇرۇل${REST}|تىنتىل${REST}`, { nobody: true }),
  verb(
    "public/gathering",
    "gathering",
    `(?:يىغىلغان|توپلانغان)\\s\\p{L}{1,30}[^.؟!{P}]{0,160}\\p{L}(?=[.؟!]|$)|نامايىش\\s(?:قىل|ئۆتكۈز)${REST}|يىغىلىش\\sئۆتكۈز${REST}`,
    { nobody: true },
  ),
]

/** Not done, not yet, only if: مىغان, مىدى, مايدۇ, ماس, سا. */
const NOT = /(?:مى(?:غان|گەن|دى(?!\p{L})|پتۇ)|ماي(?:دۇ|ۋاتى)|مەي(?:دۇ|ۋاتى)|ماس|مەس|ماسلىق|مەسلىك|ىلسا|نسا|سا\s?،?$)/u

const GRAMMAR: Grammar = {
  rules: RULES,
  stop: /[؛;.؟!۔]/gu,
  pronoun: /(?<!\p{L})ئۇ(?:نىڭ|نى|مۇ)?(?!\p{L})/gu,
  people:
    /(?<!\p{L})(?:\d+|(?:ئىككى|ئۈچ|تۆت|بەش|ئالتە|يەتتە|سەككىز|توققۇز|ئون|يۈز|مىڭ|نۇرغۇن|كۆپلىگەن|يۈزلىگەن|مىڭلىغان)(?:\s\p{L}{1,30})?)\s(?:نەپەر\s)?(?:كىشى|ئادەم|ئايال|بالا|تۇغقىن|ئوقۇغۇچى|ئوقۇتقۇچى|ئۇيغۇر|قازاق|پۇقرا|دېھقان)\p{L}{0,30}/gu,
  dropped: /^[\s،\ue005\ue003]*$/u,
  unreal: (before, verb, after) =>
    NOT.test(verb) ||
    /^\s?(?:مۇمكىن|كېرەك|لازىم|ئىھتىمال|خەۋپى|قورقۇ|تەلەپ|ئۈچۈن)/u.test(after) ||
    /(?:ھېچ|ئەگەر|تەھدىت)\p{L}{0,30}\s[^،]{0,20}$/u.test(before) ||
    /(?:شى|ش)نى$/u.test(verb),
  isCourt: (name) => /سوت/u.test(name),
  owner:
    /^نىڭ\s(?:ئايالى|ئېرى|يولدىشى|ئوغلى|قىزى|ئاكىسى|ئۇكىسى|ئىنىسى|ئاچىسى|سىڭلىسى|دادىسى|ئاتىسى|ئاپىسى|ئانىسى|تۇغقان|تۇغقىن|ئادۋوكاتى|بالىلىرى|ئائىلىسى|دوستى|قوشنىسى)|^(?:غا|قا|گە|كە|دىن|تىن|دا|دە)(?!\p{L})|^\sبىلەن|^\S*\s?(?:ئېيت|دې|بىلدۈر)/u,
  at: (_, after) =>
    /^(?:دا|تا|دە|تە|دىكى|تىكى|غا|قا|گە|كە|دىن|تىن)(?!\p{L})|^\s(?:شەھىرى|ناھىيەسى|كەنتى|ئۆلكىسى|ۋىلايىتى|يېزىسى)(?:دە|دا|دىكى|دىن)/u.test(
      after,
    ),
}

/** What happened, as a Uyghur text in Arabic letters tells it. */
export function findEvents(scene: Scene): FoundEvent[] {
  return eventsOf(scene, GRAMMAR)
}
