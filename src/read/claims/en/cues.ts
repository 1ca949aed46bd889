import type { ReadClaim } from "../../../model/reading.js"

/**
 * What may follow a verb of speech or thought. `said`: a clause, a quotation, or (turned round) the clause before it.
 * `object`: what it speaks of ("criticized the law"). `toward`: a person, then what he is told or called.
 */
export type Shape = "said" | "clause" | "object" | "infinitive" | "named"

export interface Cue {
  readonly lemma: string
  readonly shape: Shape
  readonly stance: ReadClaim["stance"]
}

const TABLE: readonly [shape: Shape, stance: ReadClaim["stance"], verbs: string][] = [
  [
    "said",
    "asserts",
    `say says said saying; add adds added adding; note notes noted noting; claim claims claimed claiming; argue argues argued arguing;
    state states stated stating; announce announces announced announcing; explain explains explained explaining; warn warns warned warning;
    report reports reported reporting; insist insists insisted insisting; maintain maintains maintained maintaining;
    acknowledge acknowledges acknowledged acknowledging; admit admits admitted admitting; declare declares declared declaring;
    suggest suggests suggested suggesting; write writes wrote writing written; tweet tweets tweeted tweeting; post posts posted;
    allege alleges alleged alleging; confirm confirms confirmed confirming; conclude concludes concluded concluding;
    complain complains complained complaining; reveal reveals revealed revealing; recall recalls recalled recalling;
    reply replies replied replying; respond responds responded responding; stress stresses stressed stressing;
    emphasize emphasizes emphasized emphasizing emphasise emphasised; assert asserts asserted asserting; contend contends contended contending;
    estimate estimates estimated estimating; indicate indicates indicated indicating; testify testifies testified testifying;
    caution cautions cautioned cautioning; joke jokes joked joking; observe observes observed observing; remark remarks remarked;
    reiterate reiterates reiterated reiterating; repeat repeats repeated; continue continued; concede concedes conceded conceding;
    predict predicts predicted predicting; vow vows vowed vowing; pledge pledges pledged pledging; promise promises promised promising;
    quip quips quipped; proclaim proclaims proclaimed proclaiming; counter countered; shout shouts shouted shouting; chant chants chanted chanting;
    point out points out pointed out pointing out; speculate speculates speculated; lament laments lamented lamenting; boast boasts boasted boasting;
    echo echoes echoed echoing; disclose discloses disclosed; assure assures assured; inform informs informed; ask asks asked asking;
    tell tells told telling; agree agrees agreed agreeing; read reads; mention mentions mentioned; opine opined; exclaim exclaimed; retort retorted; mock mocked; advise advises advised`,
  ],
  [
    "clause",
    "asserts",
    `believe believes believed believing; think thinks thought thinking; know knows; hope hopes hoped hoping; expect expects expected expecting;
    fear fears feared fearing; worry worries worried worrying; feel feels felt feeling; wonder wonders wondered wondering; doubt doubts doubted;
    show shows showed shown showing; find finds found finding; see sees; imply implies implied implying; understand understands understood;
    consider considers considered considering; decide decides decided; realize realizes realized; recognize recognizes recognized; suspect suspects;
    rule rules ruled ruling; order orders ordered; guess; assume assumes assumed; propose proposes proposed proposing; recommend recommends recommended;
    demand demands demanded demanding; calculate calculates calculated; document documents documented documenting`,
  ],
  [
    "object",
    "asserts",
    `criticize criticizes criticized criticizing criticise criticised criticising; condemn condemns condemned condemning; denounce denounces denounced denouncing;
    praise praises praised praising; blame blames blamed blaming; defend defends defended defending; support supports supported supporting;
    oppose opposes opposed opposing; urge urges urged urging; question questions questioned questioning; describe describes described describing;
    call for calls for called for calling for; call on calls on called on calling on; slam slams slammed slamming; blast blasts blasted blasting;
    attack attacks attacked attacking; cite cites cited citing; express expresses expressed expressing; voice voices voiced voicing; discuss discusses discussed discussing;
    welcome welcomes welcomed; endorse endorses endorsed endorsing; favor favors favored; mention mentions mentioned mentioning; outline outlines outlined; detail details detailed;
    decry decries decried decrying; deplore deplores deplored; lambast lambasted lambasting; ridicule ridiculed; hail hails hailed; applaud applauds applauded;
    promote promotes promoted promoting; propose proposes proposed proposing; pledge pledges pledged; offer offers offered; prefer prefers preferred;
    rail against rails against railed against; speak of speaks of spoke of; point to points to pointed to pointing to; talk about talks about talked about talking about;
    raise raises raised raising; encourage encourages encouraged encouraging; advocate advocates advocated advocating; protest protests protested protesting;
    challenge challenges challenged challenging; back backs backed backing; warn of warns of warned of warning of; champion champions championed; tout touts touted touting`,
  ],
  [
    "object",
    "denies",
    "deny denies denied denying; reject rejects rejected rejecting; dismiss dismisses dismissed dismissing; refute refutes refuted refuting; dispute disputes disputed disputing; disavow disavowed; rebut rebutted; decline declines declined; refuse refuses refused refusing",
  ],
  [
    "infinitive",
    "asserts",
    "want wants wanted wanting; plan plans planned planning; intend intends intended; vow vows vowed; hope hopes hoped; pledge pledges pledged; promise promises promised promising; threaten threatens threatened; agree agrees agreed; call calls",
  ],
  ["named", "accuses", "accuse accuses accused accusing"],
  [
    "named",
    "names",
    "call calls called calling; describe describes described describing; label labels labeled labelled labeling; dub dubs dubbed; brand brands branded; characterize characterizes characterized; portray portrays portrayed; liken likens likened; term terms termed; refer to refers to referred to referring to",
  ],
]

/** Every form of every verb; one form may have several shapes. */
export const CUES: ReadonlyMap<string, readonly Cue[]> = cues()

function cues(): Map<string, Cue[]> {
  const all = new Map<string, Cue[]>()
  for (const [shape, stance, verbs] of TABLE)
    for (const verb of verbs.split(";")) {
      const words = verb.trim().split(/\s+/)
      // "call for calls for": two words make one form when the second is a small word.
      const forms: string[] = []
      for (const word of words)
        if (/^(?:for|on|of|to|out|about|against)$/.test(word) && forms.length > 0) forms[forms.length - 1] += ` ${word}`
        else forms.push(word)
      for (const form of forms) {
        const list = all.get(form) ?? []
        if (!list.some((cue) => cue.shape === shape && cue.stance === stance))
          list.push({ lemma: forms[0]!, shape, stance })
        all.set(form, list)
      }
    }
  return all
}

/** Words before a verb that belong to it: "has also said". */
export const HELPERS =
  /(?:\s(?:has|have|had|also|would|will|could|did|does|do|is|was|are|were|been|be|to|not|never|then|later|already|once|often|still|now|just|first|even|again|both|all|repeatedly|always|reportedly|previously|recently|'s|'ve|'d|[a-z]+ly|\ue005|on \ue005|in \ue005|in \ue003))+$/u

/** Words for people who speak for something, without a name. */
export const SPEAKERS =
  /^(?:judge|judges|court|prosecutor|prosecutors|lawyer|lawyers|attorney|attorneys|police|official|officials|authorities|government|ministry|spokesman|spokeswoman|spokesperson|spokespeople|activist|activists|group|groups|organization|organisation|report|reports|statement|study|poll|polls|survey|witness|witnesses|relatives|family|families|mother|father|wife|husband|sister|brother|son|daughter|residents|villagers|protesters|critics|supporters|experts|analysts|observers|campaign|candidate|editor|journalist|journalists|reporter|source|sources|union|team|company|letter|article|paper|newspaper|website|agency|party|committee|commission|president|minister|leader|leaders|nominee|senator|governor|mayor|voters|people|many|some|others|women|men|students|teacher|doctor|doctors|scientists|researchers|those|who|investigators|army|military|commander|officer|officers|suspect|defendant|victim|victims|democrats|republicans|advocates|defenders|colleagues|friends|neighbors|neighbours|tribunal|jury|panel|experts|rapporteur|member|members|staff|survivor|survivors|diplomat|diplomats|aide|aides|adviser|advisers|advisor|founder|founders|head|chief|director|manager|driver|worker|workers|employee|employees|volunteer|volunteers|resident|relative|neighbor|neighbour|friend|cousin|cousins|uncle|aunt|nephew|niece|grandmother|grandfather|sisters|brothers|wives|parents|daughters|sons|guard|guards|soldier|soldiers|prisoner|prisoners|detainee|detainees|inmate|inmates|farmer|farmers|priest|imam|nurse|professor|author|writer|lawmaker|council|consulate|embassy|administration|department|office|foundation|institute|network|newsletter|council|jurors|secretary|consul|protestor|protesters|demonstrators|organizers|organisers|interpreter|clerk|bailiff|man|woman|mayor|peasant|villager)$/u
