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
