/** Short forms of given names, and what they are short for. Closed: a guess here would join strangers. */
const SHORT = `
tom thomas, tommy thomas, dick richard, rick richard, rich richard, bob robert, rob robert, bobby robert, bert robert albert herbert, jim james, jimmy james, jamie james,
mike michael, mick michael, mickey michael, liz elizabeth, lizzie elizabeth, beth elizabeth, betty elizabeth, bill william, billy william, will william, dave david, dan daniel,
danny daniel, joe joseph, joey joseph, tony anthony, chris christopher christian christine, steve stephen steven, ben benjamin, sam samuel samantha, ed edward edmund, eddie edward,
ted edward theodore, ken kenneth, ron ronald, don donald, doug douglas, jeff jeffrey geoffrey, geoff geoffrey, greg gregory, pat patrick patricia, jack john, johnny john, jon jonathan,
nick nicholas, al albert alan alexander, alex alexander, andy andrew, drew andrew, larry lawrence, gerry gerald, jerry gerald jerome, harry henry harold, hank henry, charlie charles,
chuck charles, fred frederick alfred, tim timothy, matt matthew, max maximilian maximiliano, kate katherine, kathy katherine, cathy catherine, sue susan, peggy margaret, maggie margaret, meg margaret,
vic victor, vince vincent, walt walter, wally walter, ray raymond, stan stanley, phil philip, pete peter, russ russell, les leslie, len leonard, norm norman, gus august,
debbie deborah, barb barbara, jenny jennifer, becky rebecca, vicky victoria, sandy alexander sandra, tina christina, nancy anne, zach zachary, josh joshua, nate nathan, hal harold,
mohd mohammed, md mohammed, muh muhammad, mhd mohammed, abd abdul, hans johannes, fritz friedrich, heinz heinrich, sepp josef, toni anton, uli ulrich, willi wilhelm, klaus nikolaus,
pepe jose, paco francisco, pancho francisco, lola dolores, beppe giuseppe, pino giuseppe, gigi luigi, sasha alexander, misha mikhail, kolya nikolai, vanya ivan, volodya vladimir, zhenya yevgeny
`
const CYRILLIC = `
саша александр, миша михаил, коля николай, ваня иван, володя владимир, вова владимир, женя евгений, дима дмитрий, лёша алексей, алёша алексей, серёжа сергей, паша павел, юра юрий, витя виктор,
боря борис, петя пётр, катя екатерина, маша мария, наташа наталья, таня татьяна, оля ольга, лена елена, света светлана, аня анна, настя анастасия
`

const table = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    text
      .trim()
      .split(/,\s*|\n/)
      .map((row) => row.split(/\s+/))
      .map(([short, ...whole]) => [short!, whole]),
  )

const LATIN = table(SHORT)
const RUSSIAN = table(CYRILLIC)

/** The whole names a lower-case word may be short for. */
export const wholeNames = (word: string): readonly string[] => LATIN.get(word) ?? RUSSIAN.get(word) ?? []
