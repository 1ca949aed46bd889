/**
 * What lines of a page's furniture look like whatever page they come from, in the languages of the sources. One table
 * each: a language more is a few words more.
 */

const SAVED =
  /\b(?:shar(?:e|ing)|lik(?:e|ing)|sav(?:e|ing)|comment(?:ing)?|repost(?:ing)?|distribut(?:e|ing|ion)|download(?:ing)?|forward(?:ing)?|link(?:s|ing) to|contacting)\b|распростран|репост|сохран|пересыл|делит(?:есь|ься)|поделит|лайк|ссылк|комментир|тарат|бөліс|сақта|таратқан|تارقىت|ساقلا|分享|传播|转发|轉發|保存|点赞|评论/iu
const PUNISHED =
  /\b(?:fine[ds]?|imprison(?:ed|ment)|prosecut(?:ed|ion)|punish(?:ed|able|ment)?|penalt(?:y|ies)|criminal(?:ly)? (?:liable|liability|charges)|jail(?:ed)?|administrative liability)\b|штраф|уголовн|административн\p{L}* ответственност|лишени\p{L}* свободы|наказ(?:ан|ыва)|айыппұл|жазала|жауапкершілі|қылмыстық|جازا|جەرىمانە|罚款|處罰|处罚|刑事|判刑|拘留|违法/iu
const WARNED =
  /\b(?:you|your|users?|readers?|if you|residents?|citizens? of|please note)\b|(?<!\p{L})(?:вы|вас|вам)(?!\p{L})|читател|пользовател|граждан|(?<!\p{L})сіз(?!\p{L})|оқырман|سىز|您|你|读者|用户/iu
const DESIGNATED =
  /undesirable organi[sz]ation|foreign agent|extremist (?:organi[sz]ation|community)|нежелательн\p{L}* организаци|иностранн\p{L}* агент|иноагент|экстремистск\p{L}* (?:организаци|материал|сообществ)|жағымсыз ұйым|шетел\p{L}* агент/iu

/** A warning that saving or sharing this may be punished: to be shown before anything is done with the source. */
export function isLegalWarning(words: string): boolean {
  return SAVED.test(words) && PUNISHED.test(words) && WARNED.test(words) && words.length < 1500
}

/** What stands beside such a warning: that the publisher was declared undesirable, a foreign agent, extremist. */
export function isDesignation(words: string): boolean {
  return DESIGNATED.test(words) && words.length < 400
}

const CLOCK = /(?:\d{1,2}:)?\d{1,2}:\d{2}/g
const CLOCKS_ONLY = /^(?:(?:\d{1,2}:)?\d{1,2}:\d{2}[\s/|–-]*){2,5}$/
/** What a player says instead of playing, by language: the words for what is not there, and for its not being there. */
const NO_MEDIA = new RegExp(
  `^(?:${[
    "no (?:media|video|audio)(?: (?:source|file))? (?:is )?(?:currently )?available",
    "(?:this |the )?(?:video|audio|media)(?: \\w+){0,3} (?:is |could )?(?:un|not (?:be )?)(?:available|loaded|played|found)\\b.*",
    "(?:видео|аудио|медиа)\\S*(?: \\S+){0,3} (?:недоступ|не найден|не загру)\\S*.*",
    "(?:pictures?|images?|photos?|photographs?|files?)(?: \\w+){0,3} (?:(?:is|are|was|were|could) )?not (?:be )?(?:shown|saved|included|available|displayed|loaded|found)\\b.*",
    // What Telegram writes into an export where a file was left out.
    "not included, change data exporting settings to download",
    "файл не найден",
    "(?:изображени|фото|снимк|картинк|файл)\\S*(?: \\S+){0,3} (?:недоступ|не (?:найден|загру|сохран|показ|включ))\\S*.*",
    "нет доступного (?:медиа|видео|аудио)\\S*.*",
    "(?:медиа|бейне|аудио|дыбыс|сурет|файл)\\S*(?: \\S+){0,4} (?:жоқ|қолжетімсіз|қолжетімді емес|табылмады|жүктелмеді|сақталмаған).*",
    "(?:دىبىس|بەينە|اۋديو|ۆيدەو|سۋرەت|فايل)\\S*(?: \\S+){0,4} (?:جوق|قولجەتىمسىز|قولجەتىمدى ەمەس|تابىلمادى|جۇكتەلمەدى|ساقتالماعان).*",
    "(?:ئاۋاز|سىن|ۋىدىيو|ئۈن|رەسىم|ھۆججەت)\\S*(?: \\S+){0,4} (?:يوق|تېپىلمىدى|ئېچىلمىدى|ساقلانمىغان|چۈشۈرۈلمىدى).*",
    "(?:该|此|本)?(?:视频|音频|媒体|图片|照片|文件|視頻|影片|音訊|圖片).{0,8}(?:不可用|无法(?:播放|加载|显示)|加载失败|不存在|未(?:保存|包含|收录)|已删除|無法(?:播放|載入|顯示))",
  ].join("|")})[.!。]?$`,
  "iu",
)
const WAITING = /^(?:please wait|loading|buffering|подождите|загрузка|күте тұрыңыз|жүктелуде|请稍候|加载中)[.…\s]*$/iu

/** A player's line: what it says instead of playing, or its clocks. */
export function playerLine(words: string): "says" | "clocks" | "waits" | null {
  if (NO_MEDIA.test(words)) return "says"
  if (CLOCKS_ONLY.test(words)) return "clocks"
  return WAITING.test(words) ? "waits" : null
}

/** The longest time among a player's clocks, as written; null when all stand at zero. */
export function durationIn(words: string): string | null {
  const seconds = (clock: string) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0)
  const longest = (words.match(CLOCK) ?? []).sort((a, b) => seconds(b) - seconds(a))[0]
  return longest !== undefined && seconds(longest) > 0 ? longest : null
}

/** The place of a picture that was not saved: `16x9 Image`, `[photo]`. */
export const PICTURE =
  /^[\s•·*[(-]*((?:\d+\s?[x×:]\s?\d+\s+)?(?:image|photo|picture|фото|фотография|изображение|сурет|رەسىم|图片|照片))[\s\])]*$/iu

/** Headings of what is offered beside the article. */
const BESIDE =
  /^(?:related|read (?:more|next|also)|more (?:from|on|in|stories|news)|see also|also (?:read|see)|you (?:may|might) (?:also )?(?:like|enjoy|be interested)|recommended|most (?:read|popular|viewed)|latest (?:news|stories)|trending|top stories|popular|leave a (?:reply|comment)|\d* ?comments?\b|share this|читайте также|смотрите также|по теме|материалы по теме|ещ[её] по теме|другие новости|самое читаемое|популярное|комментари|оқи отырыңыз|тағы оқыңыз|ұқсас|пікірлер|você (?:pode|vai) gostar|leia (?:mais|também)|veja também|相关|延伸阅读|推荐阅读|更多)/iu

export function isBesideHeading(words: string): boolean {
  return words.length < 60 && BESIDE.test(words)
}

/** Labels and menus of saved pages. */
const MENU =
  /^(?:accessibility links|skip to (?:main )?(?:content|navigation|search)|breaking news|home|menu|search|log ?in|sign (?:in|up)|subscribe|newsletters?|advertis\w*|share|print|e-?mail|follow us|live|watch live|главная|меню|поиск|войти|подписаться|поделиться|реклама|распечатать|ссылки доступности|срочная новость|басты бет|мәзір|іздеу|бөлісу|басып шығару|жарнама|首页|菜单|搜索|登录|分享|广告)[\s:|>]*$/iu

export function isMenuLine(words: string): boolean {
  return MENU.test(words)
}

/** `By Asel Example`, `Автор: …`. */
const BYLINE = /^(?:by|written by|reporting by|author|автор|текст|авторы|мәтін)[:\s]\s*\p{Lu}[\p{L}\p{M}'’. -]{2,60}$/iu

export function isByline(words: string): boolean {
  return BYLINE.test(words)
}

/** Sentences, as against labels: long enough and punctuated. Chinese says more with fewer characters. */
export function isProse(words: string): boolean {
  const dense = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(words.slice(0, 40))
  return words.length >= (dense ? 20 : 50) && /[.,;:!?…。，、！？؟،۔]/.test(words)
}

/** The place, agency or day before a news text's first words: `ALMATY, July 29 (Agency) -- `. Its length, or 0. */
export function datelineLength(words: string): number {
  const match = /^([\p{Lu}][\p{Lu}\p{M}'’.\- ]{2,40}(?:[,/(][^—–\n]{0,40}?)?)\s+(?:--|—|–)\s+(?=\S)/u.exec(words)
  return match ? match[0].length : 0
}
