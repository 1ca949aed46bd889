import type { LegalMention } from "../../model/reading.js"
import { letters, skeletonOf, spanOf } from "../kazakh/skeleton.js"
import { shortLetters } from "../letters.js"

const E = "(?!\\p{L})"
const OF = "(?:\\p{L}{0,7})"
const CODE = `(?:(?:Қазақстан\\sРеспубликасы(?:ның)?\\s)?(?:Қылмыстық(?:-процестік|-атқару)?|Қылмыс|Азаматтық|Әкімшілік|Еңбек|Салық|Әкімшілік\\sқұқық\\sбұзушылық\\sтуралы)\\s(?:іс\\sжүргізу\\s|процестік\\s|жүргізу\\s)?кодекс${OF}|ҚК|ҚПК|ӘҚБтК|Ата\\s[Зз]аң${OF}|Конституция${OF})`
const ARTICLE = `\\d+(?:-\\d+)?(?:\\s?-\\s?(?:ші|шы|інші|ыншы|нші|ншы))?[\\s-]*бап?б?${OF}(?:,?\\s\\d+(?:\\s?-\\s?(?:ші|шы|інші|ыншы|нші|ншы))?[\\s-]*(?:бөл[іi]г?|тарма[қғ]|бөлік)${OF})?`

const row = (kind: LegalMention["kind"], source: string): readonly [LegalMention["kind"], RegExp] => [
  kind,
  new RegExp(shortLetters(letters(`(?<!\\p{L})(?:${source})${E}`)), "giu"),
]

const ROWS = [
  row("law", `(?:${CODE}\\s)?${ARTICLE}`),
  row("law", CODE),
  row("law", `[«"“][^»"”]{4,120}\\sтуралы[»"”]\\s(?:заң|жарлық|қаулы)${OF}`),
  row("law", `заң\\sжобасы${OF}`),
  row(
    "penalty",
    `(?:\\d+|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|он\\sбір|он\\sекі|он\\sбес|жиырма|жарты)(?:\\sжарым)?\\s(?:жыл|ай|тәулік)${OF}\\s(?:бас\\sбостандығынан\\sайыр|бас\\sбостандығын\\sшекте|түрме|қамақ|қамау)${OF}`,
  ),
  row(
    "penalty",
    `бас\\sбостандығынан\\sайыр${OF}|бас\\sбостандығын\\sшекте${OF}|өмір\\sбойына?\\sбас\\sбостандығынан\\sайыр${OF}|өлім\\sжазасы${OF}|айыппұл${OF}|үйқамақ${OF}|қамауға\\sал${OF}|күзетпен\\sұста${OF}|шартты\\sжаза${OF}|мүлкі\\sтәркілен${OF}|тәркілеу${OF}|қоғамдық\\sжұмыс${OF}`,
  ),
  row(
    "offence",
    `(?:(?:әлеуметтік|ұлттық|діни|рулық|нәсілдік|халықтар\\sарасындағы)\\s){0,3}(?:араздық|алауыздық)(?:ты)?\\sқозды(?:рды|рған|ру)${OF}|(?:көрінеу\\s)?жалған\\sақпарат\\s?тарат${OF}|экстремизм${OF}|терроризм${OF}|сепаратизм${OF}|алаяқтық${OF}|парақорлық${OF}|пара\\s(?:алу|беру)${OF}|кісі\\sөлтір${OF}|адам\\sөлтір${OF}|ұрлық${OF}|тонау${OF}|зорла(?:у|ған|ды)${OF}|жала\\sжаб${OF}|жемқорлық${OF}|бұзақылық${OF}|тыңшылық${OF}|мемлекетке\\sопасыздық${OF}|жаппай\\sтәртіпсіздік${OF}|заңсыз\\s(?:митинг|жиын|шеру)${OF}|билікті\\sбасып\\sал${OF}|шекараны\\sзаңсыз\\sкесіп\\sөт${OF}|ұлтаралық\\sарандату${OF}`,
  ),
]

/** Laws, named offences and penalties of a Kazakh text, in any of its scripts. */
export function legalMentions(text: string): LegalMention[] {
  const skeleton = skeletonOf(text)
  return ROWS.flatMap(([kind, pattern]) =>
    [...skeleton.text.matchAll(pattern)].map((match) => ({
      kind,
      ...spanOf(skeleton, match.index, match.index + match[0].length),
    })),
  )
}
