import type { Span } from "../../model/passage.js"
import type { Grave } from "../../model/proposal.js"

interface Told {
  readonly type?: string
  readonly passages: readonly Span[]
}

/** Words that begin like one of these, in whatever of our languages and scripts; Chinese ones wherever they stand. */
function words(stems: readonly string[], han: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${stems.join("|")})|${han}`, "iu")
}

/** The word ends here: `бала` is a child, `баланс` is not. */
const END = "(?![\\p{L}\\p{M}])"
const AGE = "(?<!\\d)(?:1[0-7]|[1-9])"

// Rather a word too many than too few: what is found here is only asked about one by one.

/** Minors: an age under eighteen, or a word for one. */
const MINOR = words(
  [
    `${AGE}[- ]year[- ]old`, `aged? ${AGE}${END}(?!\\d)`, `minors?${END}`, `child(?:ren)?${END}`, "schoolgirl", "schoolboy",
    "schoolchild", "teenage", `infants?${END}`, "toddler", `bab(?:y|ies)${END}`,
    "несовершеннолетн", "малолетн", "реб[её]н", `дет(?:и|ей|ям|ьми|ях)${END}`, "детск", "подрост", "школьни", "младен",
    `${AGE}[- ]летн`, `возрасте ${AGE} `,
    `бала${END}`, "балалар", "балас", "баланы", "кәмелет", "жасөспірім", "оқушы", "нәресте", "сәби", `${AGE}[- ]жас`,
    `بالا${END}`, "بالالار", "بالاس", "كامەلەت", "جاس[ٴء]?[وٶ]سپىرىم", "وقۋشى", "نارەستە", `${AGE}[- ]جاس`,
    `bala${END}`, "balalar", "balasy", "k[áä]melet", "jas[óö]spirim", "oq[ýu](?:shy|şy|w)", "n[áä]reste",
    "بالىلار", "بالىس", "قۇرامىغا يەتمى", "ئۆسمۈر", "ئوقۇغۇچى", "بوۋاق", `${AGE}[- ]ياش`,
    "balilar", "balisi", "ösmür", "oqughuchi", "bowaq", "балилар", "балиси", "өсмүр", "оқуғучи", "бовақ",
  ],
  "未成年|儿童|孩子|婴儿|幼儿|[小中]学生|少年|少女|男童|女童|(?<!\\d)(?:1[0-7]|[1-9])岁|(?<![二三四五六七八九])十[一二三四五六七]?岁",
) // biome-ignore format: a table

const SEXUAL = words(
  [
    `rap(?:e[ds]?|ing)${END}`, "sexual", "gang-?rape", "molest", "sodom",
    "изнасил", "сексуальн", "половое насил", "полового насил", "растлен", "надруга",
    "зорла", "жыныстық", "زورلا", "جىنىستىق", "zorla", "j[yı]n[yı]st[yı]q",
    "باسقۇنچىلىق", "جىنسىي", "ئىپپىتى", "basqunchiliq", "jinsiy", "басқунчилиқ", "җинсий",
  ],
  "强奸|轮奸|性侵|性暴力|性虐待|性骚扰|猥亵",
) // biome-ignore format: a table

const DEATH = words(
  [
    "kill(?:ed|ing)", "murder", `die[ds]${END}`, `death${END}`, `dead${END}`, `executed${END}`, "assassinat", "shot dead",
    "убит", "убий", "убил", "умер", "погиб", "гибел", "смерт", "скончал", "казн(?!ач)", "расстрел", `труп(?:а|ы|ов)?${END}`,
    "өлтір", "өлім", "өлді", "өлген", "өліп", "қайтыс", `қаза${END}`, "көз жұм", "мерт болды", "ату жаза",
    "[ٴء]?[وٶ]لتىر", "[ٴء]?[وٶ]لىم", "[ٴء]?[وٶ]لدى", "[ٴء]?[وٶ]لگەن", "قايتىس", `قازا${END}`,
    "[óö]ltir", "[óö]lim", "[óö]ldi", "[óö]lgen", "qa[ıiy]t[yı]s", `qaza${END}`,
    "ئۆلتۈر", "ئۆلۈم", "ئۆلدى", "ئۆلگەن", "ئۆلۈپ", "ۋاپات", "قازا قىل", "öltür", "ölüm", "ölüp", "wapat",
    "өлтүр", "өлүм", "өлди", "өлгән", "вапат",
  ],
  "死|去世|身亡|遇难|杀害|被杀|谋杀|处决|枪毙|枪决|病逝|丧生|遗体",
) // biome-ignore format: a table

const CONFESSION = words(
  [
    "confess", "pleaded guilty", "pled guilty", "admitted (?:guilt|to|his|her|the)",
    "призна(?:л|ла|ли|ть|в)\\p{L}* (?:\\p{L}+ )?вин[уы]", "признательн", "сознал(?:ся|ась|ись)", "явк\\p{L}* с повинной",
    "мойында", "кінәсін мойн", "مويىندا", "mo[ıiy][yı]nda",
    "ئىقرار", "گۇناھىنى تون", "iqrar", "иқрар",
  ],
  "认罪|招供|供认|供述|悔过书|自首|承认(?:有罪|罪行|犯)",
) // biome-ignore format: a table

/** The passage with the beginning of its sentence: "A 15-year-old student, …, was detained". */
function sentenceAround(text: string, { start, end }: Span): string {
  const lead = text.slice(Math.max(0, start - 200), start)
  const cut = Math.max(...["\n", ". ", "” ", "» ", "? ", "؟ ", "。"].map((stop) => lead.lastIndexOf(stop)))
  return lead.slice(cut + 1) + text.slice(start, end)
}

/** What is never decided in a batch: deaths, confessions, minors, sexual violence. Null otherwise. */
export function graveOf(text: string, { type, passages }: Told): Grave | null {
  const words = passages.map((span) => sentenceAround(text, span)).join(" ")
  if (SEXUAL.test(words)) return "sexual_violence"
  if (type === "killing" || type === "death" || DEATH.test(words)) return "death"
  if (MINOR.test(words)) return "minor"
  if (CONFESSION.test(words)) return "confession"
  return null
}
