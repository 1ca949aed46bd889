/** What the letters of one script say about the language. */
export interface ScriptRule {
  readonly script: string
  readonly letters: RegExp
  readonly language: (text: string, letters: number) => { language: string; confidence: number }
}

const share = (text: string, letters: RegExp, of: number): number => (text.match(letters)?.length ?? 0) / of

const unknown = { language: "und", confidence: 0.5 }

type Guess = { language: string; confidence: number }

/** Word boundaries that know Cyrillic. */
const words = (list: string) => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, "giu")

const RUSSIAN = words(
  "и|что|как|его|она|он|они|это|был|была|было|были|или|только|для|из|к|об|во|со|же|уже|после|также|этом|которы[ейх]|которого|году|года|лет|по|не|с|в",
)
const BULGARIAN = words("са|се|ще|във|със|като|който|която|беше|бяха|това|тази|че|си|съм|към|един|при|ги|му|й|от|съд")
const KAZAKH = words(
  "мен|бен|пен|деп|еді|бар|ол|да|де|болды|болып|бір|осы|сол|еді|кейін|дейін|емес|жатыр|келді|берді|айтты",
)
/** Endings that no Slavic word with і has. */
const KAZAKH_ENDINGS = words(
  "\\p{L}{2,}(?:міз|мыз|сіз|тер|дер|лер|лар|дар|ге|ген|дегі|інде|лық|дік|лік|ып|іп|ады|еді|ді|ды)",
)
const TURKIC = words(
  "\\p{L}{2,}[дн]ын|деп|жана|менен|бир|бул|ал|эле|болгон|болуп|жок|бар|дагы|ким|эмне|ва|билан|учун|хам|деб|бу|эди|һәм|белән|дә",
)

/**
 * By the letters each alphabet alone has. Kazakh: қ ғ with ы і ұ. Uyghur: қ ғ with ә җ ө ү and never ы і ұ. Tajik and
 * Uzbek have қ ғ without either; Tatar, Kyrgyz and Mongolian have ө ү without қ ғ.
 */
function cyrillic(text: string, letters: number): Guess {
  const of = (pattern: RegExp) => share(text, pattern, letters)
  const long = letters > 20
  const turkic = of(/[әғқңөүһұҗ]/giu)
  // A foreign name in a long Russian text does not make it another language.
  if (of(/[їєґўђћљњџѓќѕјҳҷӣӯҡҙҫӑӗҥ]/giu) > 0.003) return unknown
  if (turkic > 0.01) {
    const hard = of(/[қғ]/giu) > 0
    const kazakh = of(/[ыіұ]/giu)
    const tatar = of(/[җ]/giu)
    if (hard && kazakh > 0.02 && tatar === 0) return { language: "kk", confidence: long ? 0.98 : 0.85 }
    if (hard && kazakh < 0.006 && of(/[әөүҗңһ]/giu) > 0.02)
      return { language: "ug", confidence: tatar > 0 ? 0.95 : 0.8 }
    if (of(/[ұ]/giu) > 0 || (of(/і/giu) > 0.01 && tatar === 0)) return { language: "kk", confidence: long ? 0.95 : 0.8 }
    return unknown
  }
  if (of(/і/giu) > 0.005)
    return count(text, KAZAKH) + count(text, KAZAKH_ENDINGS) > 0 ? { language: "kk", confidence: 0.7 } : unknown
  const russian = count(text, RUSSIAN)
  const others = Math.max(count(text, TURKIC), count(text, BULGARIAN))
  if (of(/ъ(?=[бвгджзйклмнпрстфхцчшщ])/giu) > 0) return unknown
  if (of(/[ыэё]/giu) > 0.004 && russian >= others) return { language: "ru", confidence: long ? 0.97 : 0.7 }
  if (russian > others) return { language: "ru", confidence: long ? 0.9 : 0.6 }
  if (others === 0 && of(/ь(?!о)|щ/giu) > 0) return { language: "ru", confidence: 0.7 }
  return unknown
}

/** Kazakh marks front vowels with ٴ and writes ғ as ع; Uyghur has ې ۈ ۆ and begins vowels with ئ. */
function arabic(text: string, letters: number): Guess {
  const of = (pattern: RegExp) => share(text, pattern, letters)
  // Sorani ێ ڕ ڵ, Urdu ے ٹ ڈ ں, Pashto ځ څ ډ ړ ښ ږ ټ ڼ ۍ, Arabic ة أ إ, Kyrgyz ۅ ۉ.
  if (of(/[ێڕڵڤےٹڈںڑځڅډړښږټڼۍةأإۅۉ]/gu) > 0.003) return unknown
  const vowels = of(/[ەۇۋ]/gu)
  const front = of(/[ېۈۆ]/gu)
  const begins = of(/ئ/gu)
  const learned = of(/[ثصضطظذ]/gu)
  if (vowels + front < 0.06 || learned > 0.02) return unknown
  if (of(/ٴ/gu) > 0.003 && front === 0) return { language: "kk", confidence: 0.98 }
  if (front > 0.008 || (begins > 0 && of(/[ۇڭ]/gu) > 0)) return { language: "ug", confidence: 0.98 }
  if (begins === 0 && of(/ۇ/gu) > 0 && of(/ى/gu) > 0.02 && of(/غ/gu) === 0) return { language: "kk", confidence: 0.9 }
  if (of(/غ|خ/gu) > 0 && of(/ۇ/gu) > 0) return { language: "ug", confidence: 0.8 }
  return unknown
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Simple letter rules; a language that only resembles one of ours must end as `und`. */
export const SCRIPTS: readonly ScriptRule[] = [
  {
    script: "Cyrl",
    letters: /[\u0400-\u04ff]/gu,
    language: cyrillic,
  },
  {
    script: "Arab",
    letters: /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/gu,
    language: arabic,
  },
  {
    script: "Hans",
    letters: /\p{Script=Han}/gu,
    language(text, letters) {
      return share(text, /[\u3040-\u30ff]/gu, letters) > 0.05 ? unknown : { language: "zh", confidence: 0.98 }
    },
  },
  {
    script: "Latn",
    letters: /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/gu,
    language(text, letters) {
      const words = text.match(/\p{L}+/gu)?.length ?? 1
      const english =
        (text.match(
          /\b(?:the|of|and|to|in|that|is|was|for|on|with|he|she|it|by|from|has|had|said|are|were|at|an?)\b/giu,
        )?.length ?? 0) / words
      if (english > 0.12) return { language: "en", confidence: english > 0.25 ? 0.99 : 0.9 }
      const of = (pattern: RegExp) => share(text, pattern, letters)
      if (of(/[ățțșžščćđłńśźżßæøåñõ]/giu) > 0.01) return unknown
      const uyghurWords = /\b(?:ve|we|bilen|üchün|qilip|bolup|uyghur\p{L}*|xitay\p{L}*|dep|emes)\b/iu.test(text)
      if (of(/[ëöü]/giu) > 0.01 && /gh|ch|sh|ng/i.test(text) && uyghurWords) return { language: "ug", confidence: 0.85 }
      const kazakhLetters = of(/[ñǵáğäñūŋıýúş]/giu)
      const kazakhWords = /\b(?:jáne|jäne|men|üşin|úshin|bolyp|qazaq\p{L}*|edi|dep|bir|bul|osy)\b/iu.test(text)
      if (kazakhLetters > 0.02 && kazakhWords && of(/[ç]/giu) < 0.005) return { language: "kk", confidence: 0.85 }
      if (english > 0.05 && /^[\x20-\x7e\s\u2010-\u203a]*$/u.test(text)) return { language: "en", confidence: 0.6 }
      return unknown
    },
  },
]
