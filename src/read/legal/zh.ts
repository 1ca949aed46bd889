import type { LegalMention } from "../../model/reading.js"

const NUMBER = "[〇零一二三四五六七八九十百千\\d]+"
const PATTERNS: readonly (readonly [kind: LegalMention["kind"], pattern: RegExp])[] = [
  [
    "law",
    new RegExp(
      `《[^》]{2,40}(?:法|条例|规定|办法|决定|公约|细则)》(?:第${NUMBER}条(?:之${NUMBER})?(?:第${NUMBER}款)?(?:第${NUMBER}项)?)?`,
      "gu",
    ),
  ],
  [
    "law",
    new RegExp(
      `(?:刑法|刑事诉讼法|宪法|反恐怖主义法|治安管理处罚法)(?:第${NUMBER}条(?:第${NUMBER}款)?)?|第${NUMBER}条(?:第${NUMBER}款)?(?=规定|之规定|的规定)`,
      "gu",
    ),
  ],
  [
    "offence",
    /(?:煽动|颠覆|分裂|危害|扰乱|寻衅|聚众|非法|宣扬|组织|参加|利用|泄露|故意|资助|妨害|抢劫|诈骗|诽谤|侮辱|贪污|受贿|行贿|盗窃|窝藏|包庇|传播|编造)[^，。；：“”‘’、（）]{0,18}?罪(?!犯|名|行|责|证)/gu,
  ],
  [
    "penalty",
    new RegExp(
      `(?:有期徒刑|监禁|拘役|管制|徒刑)\\s?${NUMBER}(?:年|个月)(?:零?${NUMBER}个月)?|无期徒刑|死刑(?:，?缓期[^，。；]{1,6}执行)?|剥夺政治权利(?:终身|${NUMBER}年)|(?:罚金|罚款)(?:人民币)?[\\d,.〇一二三四五六七八九十百千万]+元|没收(?:个人)?(?:全部)?财产`,
      "gu",
    ),
  ],
]

/** Articles of laws, named offences and penalties of a Chinese text. */
export function legalMentions(text: string): LegalMention[] {
  return PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  )
}
