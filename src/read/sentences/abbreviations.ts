/** Before a name: never ends a sentence. */
export const TITLES = new Set(
  `mr mrs ms mx messrs dr prof rev revd fr sr sra st hon gen col lt maj capt cpl sgt cmdr adm pvt gov sen rep reps sens
  pres supt insp det amb sec atty dist asst msgr`.split(/\s+/),
)

/** Ends a sentence only before a word that usually begins one. */
export const OTHERS = new Set(
  `jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun no nos vs v etc inc ltd
  corp co bros jr al approx est dept univ vol ed eds pp p fig ch sec para art arts cf ca c e.g i.e a.m p.m u.s u.k u.n
  u.s.a d.c e.u ph.d b.a m.a ft mt ave blvd rd tel min max`.split(/\s+/),
)

/** Words that begin sentences far more often than they follow an abbreviation with a capital. */
export const STARTERS = new Set(
  `the a an he she it they we i you this that these those there his her its their our my in on at as after before when
  while if but and so for to by from with however although though since one two some many most several no not what who
  how why where according also then now both during under over`.split(/\s+/),
)

/** Russian and Kazakh, before what they belong to: a name, an address, a number. Never end a sentence. */
export const BEFORE = new Set(
  `ул просп пер пл бул наб ш корп стр кв обл р-н пос пгт дер хут проф акад доц тов гр гр-н гр-ка св им см ср рис табл гл
  ст ч п пп абз напр т.е т.к т.н и.о врио зам нач пом ген ген-м полк подполк лейт ст.лейт тел рук гг вв ғғ жж
  көш даң ауд обл.б мек қ.б мыс қар пр.д б.з.б б.з б.э.д н.э.д т.ғ.к`.split(/\s+/),
)

/** Russian and Kazakh, after a number or at the end of a list: end a sentence before a capital. */
export const AFTER = new Set(
  "г ж жыл ғ в руб коп тыс млн млрд трлн тг тенге кг км см мм га т.д т.п др пр т.б т.с.с проч".split(/\s+/),
)

/** Single small letters that stand before a name: «г. Алматы», «д. 5», «с. Ақсу», «ж. Әбеу», «қ. Алматы». */
export const LETTERS = /^[гдскпжқатбтоуч]$/u
