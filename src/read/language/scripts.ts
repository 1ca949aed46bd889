/** What the letters of one script say about the language. */
export interface ScriptRule {
  readonly script: string
  readonly letters: RegExp
  readonly language: (text: string, letters: number) => { language: string; confidence: number }
}

const share = (text: string, letters: RegExp, of: number): number => (text.match(letters)?.length ?? 0) / of

const unknown = { language: "und", confidence: 0.5 }

/** Simple letter rules; a language that only resembles one of ours must end as `und`. */
export const SCRIPTS: readonly ScriptRule[] = [
  {
    script: "Cyrl",
    letters: /[\u0400-\u04ff]/gu,
    language(text, letters) {
      const of = (pattern: RegExp) => share(text, pattern, letters)
      if (of(/[їєґўђћљњџѓќ]/giu) > 0.003) return unknown
      // Kazakh: ә ғ қ ң ө ұ ү һ і together; Uyghur has җ and no і, ұ, ы is rare.
      const kazakh = of(/[ұі]/giu)
      const uyghur = of(/[җ]/giu)
      const turkic = of(/[әғқңөүһ]/giu)
      if (uyghur > 0.002 && turkic > 0.03 && kazakh < 0.002) return { language: "ug", confidence: 0.95 }
      if (kazakh > 0.005 && turkic > 0.02) return { language: "kk", confidence: 0.98 }
      if (turkic > 0.01 || kazakh > 0.005) return unknown
      if (of(/[ыэ]/giu) > 0.004 || /(?:^|\s)(?:и|в|на|не|что|по|с)(?=\s)/iu.test(text))
        return { language: "ru", confidence: letters > 20 ? 0.97 : 0.7 }
      return unknown
    },
  },
  {
    script: "Arab",
    letters: /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/gu,
    language(text, letters) {
      const of = (pattern: RegExp) => share(text, pattern, letters)
      if (of(/[ىي]?[ېۈۆۇۋئ]/gu) > 0.04 && of(/[ېئ]/gu) > 0.01) return { language: "ug", confidence: 0.98 }
      if (of(/[ٴىەۇۋ]/gu) > 0.08 && of(/[ةثصضطظ]/gu) < 0.01) return { language: "kk", confidence: 0.95 }
      return unknown
    },
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
