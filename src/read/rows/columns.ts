import { glide, scriptOf, skeletonOf } from "../kazakh/skeleton.js"
import { toArabic } from "../uyghur/letters.js"

/** What a column of a list of people holds. */
export type Column =
  | "name"
  | "given"
  | "family"
  | "father"
  | "alias"
  | "birth"
  | "age"
  | "sex"
  | "birthPlace"
  | "residence"
  | "citizenship"
  | "ethnicity"
  | "occupation"
  | "identity"
  | "since"
  | "facility"
  | "place"
  | "status"
  | "offence"
  | "released"
  | "death"
  | "source"
  | "other"

/** Header words, one row for each language: English, Russian, Kazakh, Chinese, Uyghur. A further language is a further line. */
const WORDS: Readonly<Record<Column, readonly string[]>> = {
  name: [
    "name, full name, names, person, person name, name of person, detainee, detainee name, victim, victim name, prisoner, name of victim, name of detainee",
    "фио, полное имя, ф и о, фамилия имя отчество, имя и фамилия, фамилия и имя, имя фамилия, фамилия имя, задержанный, пострадавший, заключенный, осужденный",
    "аты жөні, толық аты, тегі аты, тегі аты әкесінің аты, аты тегі",
    "姓名, 全名, 人名, 名字",
    "ئىسىم فامىلىسى, ئىسمى, ئىسىم, ئىسىم فامىلە, تولۇق ئىسمى, ئىسمى فامىلىسى",
  ],
  given: ["given name, given names, first name, forename", "имя", "аты, есімі", "名"],
  family: ["family name, surname, last name", "фамилия", "тегі, фамилиясы", "姓, 姓氏", "فامىلىسى, فامىلە"],
  father: [
    "fathers name, father s name, father name, patronymic, middle name",
    "отчество, имя отца",
    "әкесінің аты",
    "父名, 父亲姓名",
    "ئاتىسىنىڭ ئىسمى, دادىسىنىڭ ئىسمى",
  ],
  alias: [
    "alias, aliases, other name, other names, also known as, aka, nickname, chinese name, name in chinese, original name, name in latin letters, name in english, name in latin script, latin name",
    "другие имена, другое имя, псевдоним, прозвище, он же, имя по китайски, имя латиницей, фио латиницей",
    "басқа аты, лақап аты",
    "别名, 曾用名, 其他姓名, 汉语姓名",
  ],
  birth: [
    "date of birth, birth date, birthdate, dob, d o b, year of birth, birth year, born, birthday",
    "дата рождения, год рождения, г р, гр, родился, родилась, д р",
    "туған күні, туған жылы, туған жылы айы күні, туған уақыты",
    "出生日期, 出生年份, 出生年月, 出生年月日, 生日, 出生",
    "تۇغۇلغان ۋاقتى, تۇغۇلغان يىلى, تۇغۇلغان كۈنى, تۇغۇلغان چېسلا",
  ],
  age: ["age", "возраст, лет", "жасы, жас", "年龄", "يېشى"],
  sex: ["sex, gender", "пол", "жынысы", "性别", "جىنسى"],
  birthPlace: [
    "place of birth, birthplace, birth place, born in",
    "место рождения",
    "туған жері",
    "出生地, 籍贯",
    "تۇغۇلغان جايى, تۇغۇلغان يېرى, تۇغۇلغان يۇرتى",
  ],
  residence: [
    "residence, place of residence, address, home, hometown, home address, lives in, from, home village",
    "место жительства, адрес, проживает, место проживания",
    "тұрғылықты жері, мекенжайы, мекенжай, тұратын жері",
    "住址, 居住地, 地址, 户籍所在地",
    "ئادرېسى, تۇرغان جايى, تۇرۇشلۇق جايى",
  ],
  citizenship: ["citizenship, citizen of, country of citizenship", "гражданство", "азаматтығы", "国籍", "پۇقرالىقى"],
  ethnicity: ["ethnicity, ethnic group", "национальность, этничность", "ұлты", "民族, 族别", "مىللىتى"],
  occupation: [
    "occupation, profession, job, work",
    "профессия, занятие, род занятий, работа, должность, место работы",
    "кәсібі, мамандығы, жұмысы, жұмыс орны",
    "职业, 工作, 工作单位",
    "كەسپى, خىزمىتى",
  ],
  identity: [
    "id number, identity number, identity card, passport, passport number, national id",
    "иин, паспорт, номер паспорта, удостоверение личности",
    "жсн, төлқұжат, жеке куәлік",
    "身份证, 身份证号, 身份证号码, 护照, 护照号码",
  ],
  since: [
    "detained since, detained, detained on, detention date, date of detention, date detained, arrested, arrested on, arrest date, date of arrest, date taken, taken, taken on, taken away, in custody since, held since",
    "задержан, задержана, дата задержания, дата ареста, арестован, арестована, под стражей с, задержан с, взят под стражу",
    "ұсталған күні, қамауға алынған күні, қамалған күні, қамалған уақыты",
    "被捕日期, 被捕时间, 拘留日期, 被拘留日期, 关押时间, 关押日期, 被抓时间, 逮捕日期",
    "تۇتۇلغان كۈنى, تۇتۇلغان ۋاقتى, تۇتقۇن قىلىنغان كۈنى, تۇتقۇن قىلىنغان ۋاقتى, قولغا ئېلىنغان ۋاقتى, قولغا ئېلىنغان كۈنى",
  ],
  facility: [
    "facility, camp, prison, detention facility, place of detention, detained at, detention place, held at, held in, place of imprisonment",
    "место содержания, учреждение, лагерь, колония, тюрьма, сизо, место заключения, место лишения свободы",
    "қамалған жері, түрме, отырған жері, қамаудағы жері",
    "关押地点, 拘留地点, 关押地, 监狱, 看守所",
    "لاگېر, تۈرمە, سولانغان جايى, تۇتۇپ تۇرۇلغان جايى",
  ],
  place: [
    "place, location, city, town, village, region, county, prefecture, district, where, place of arrest",
    "место, город, село, регион, область, район, место задержания",
    "жері, орны, қала, ауыл, өңір, облыс, аудан, ұсталған жері",
    "地点, 地区, 城市, 县, 州, 村",
    "جاي, يەر, شەھەر, ناھىيە, يېزا, تۇتۇلغان جايى",
  ],
  status: [
    "status, current status, situation, state, what is known, last known status",
    "статус, состояние, положение, текущий статус",
    "жағдайы, мәртебесі, қазіргі жағдайы",
    "状态, 现状, 情况, 目前状况",
    "ئەھۋالى, ھازىرقى ئەھۋالى",
  ],
  offence: [
    "charge, charges, offence, offense, accusation, article, reason, reason for detention, accused of",
    "обвинение, статья, причина, причина задержания, обвиняется в",
    "айып, айыбы, бап, бабы, себебі",
    "罪名, 指控, 原因, 被捕原因, 关押原因",
    "ئەيىبلەش, جىنايىتى, سەۋەبى",
  ],
  released: [
    "released, released on, release date, date of release",
    "освобожден, освобождена, дата освобождения",
    "босатылған күні, босатылды",
    "释放日期, 获释日期, 释放时间",
    "قويۇپ بېرىلگەن ۋاقتى, قويۇپ بېرىلگەن كۈنى",
  ],
  death: [
    "died, died on, date of death, death date",
    "умер, умерла, дата смерти",
    "қайтыс болған күні",
    "死亡日期, 死亡时间",
    "ئۆلگەن ۋاقتى, ۋاپات بولغان ۋاقتى, ۋاپات بولغان كۈنى",
  ],
  source: [
    "source, sources, testifier, reported by, informant, testimony by",
    "источник, источники, кто сообщил, свидетель, заявитель",
    "дереккөз, дереккөзі, куәгер, хабарлаған",
    "来源, 消息来源, 信息来源, 证人",
    "مەنبە, مەنبەسى, گۇۋاھچى",
  ],
  other: [
    "no, n, nr, number, id, row, note, notes, comment, comments, remark, remarks, circumstances, details, date, title",
    "номер, п п, примечание, примечания, комментарий, обстоятельства, дата",
    "рет саны, рет, ескерту, ескертпе, күні",
    "序号, 编号, 备注, 说明, 日期",
    "تەرتىپ نومۇرى, نومۇرى, ئىزاھات, چېسلا",
  ],
}

const COLUMNS = new Map(
  (Object.entries(WORDS) as [Column, readonly string[]][]).flatMap(([column, lines]) =>
    lines.flatMap((line) => line.split(", ").map((word) => [word, column] as const)),
  ),
)

/** What a header's words say its column holds; null when they are not known. `Имя / Name (full)` is known by its parts. */
export function columnOf(header: string): Column | null {
  const bare = header.replace(/\([^)]*\)|（[^）]*）|\[[^\]]*\]/gu, " ")
  const inside = [...header.matchAll(/[([（]([^)\]）]*)[)\]）]/gu)].map((match) => match[1]!)
  for (const words of [header, bare, ...bare.split(/[/|\n]/u), ...inside]) {
    const column = COLUMNS.get(plain(words)) ?? inOtherLetters(words)
    if (column !== undefined) return column
  }
  return null
}

/** Kazakh in Arabic or Latin letters, Uyghur in Latin or Cyrillic ones. */
function inOtherLetters(words: string): Column | undefined {
  const script = scriptOf(words)
  const kazakh = script === "Cyrl" ? undefined : SKELETONS.get(skeletonOfHeader(words))
  if (kazakh !== undefined || script === "Arab") return kazakh
  return COLUMNS.get(plain(toArabic(words, script).text))
}

const skeletonOfHeader = (words: string) => glide(plain(skeletonOf(words).text))

const SKELETONS = new Map(
  [...COLUMNS].flatMap(([word, column]) =>
    /\p{Script=Cyrillic}/u.test(word) ? [[skeletonOfHeader(word), column] as const] : [],
  ),
)

function plain(words: string): string {
  return words
    .slice(0, 100)
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/['’]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/**
 * Which of these rows is the header: the one with most known columns, at least two; else the first, when it has words
 * in every cell and no digit. Null when none is.
 */
export function headerIn(rows: readonly (readonly string[])[]): number | null {
  let best: number | null = null
  let most = 1
  for (const [index, row] of rows.entries()) {
    const known = row.filter((cell) => columnOf(cell) !== null).length
    if (known <= most || known * 2 < row.filter((cell) => cell !== "").length) continue
    best = index
    most = known
  }
  if (best !== null) return best
  const [first, second] = rows
  if (first === undefined || second === undefined || first.length < 2) return null
  return first.every((cell) => /\p{L}/u.test(cell) && !/\d/u.test(cell)) ? 0 : null
}
