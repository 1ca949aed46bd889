import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { isEdtf } from "../../model/date.js"
import { readDates } from "./index.js"

const dates = (text: string, published: string | null = "2021-06-15") =>
  readDates(text, "en", published, () => ({ start: 0, end: text.length, block: 0 }))
const lines = (text: string, published?: string | null) =>
  dates(text, published).map(
    ({ start, end, edtf, value }) => `${text.slice(start, end)} = ${edtf}${value === edtf ? "" : ` (${value})`}`,
  )

test("a date looks back from the day of publication", () => {
  const cases: [text: string, found: string[]][] = [
    ["He spoke on June 7.", ["June 7 = 2021-06-07"]],
    ["He spoke on December 12.", ["December 12 = 2020-12-12"]],
    ["They met last August.", ["last August = 2020-08"]],
    ["They met last March.", ["last March = 2021-03"]],
    ["She has been ill since March.", ["March = 2021-03/.. (2021-03)"]],
    ["He was held until May 3.", ["May 3 = /2021-05-03 (2021-05-03)"]],
    ["It was closed before 2014.", ["2014 = [..2013] (2014)"]],
    ["It opened after March 2019.", ["March 2019 = [2019-04..] (2019-03)"]],
    ["He was taken on Monday.", ["Monday = 2021-06-14"]],
    ["He was taken on Wednesday.", ["Wednesday = 2021-06-09"]],
    ["The hearing will be held on Wednesday.", ["Wednesday = 2021-06-16"]],
    ["The trial is scheduled for August 2.", ["August 2 = 2021-08-02"]],
    ["Three years ago the mill closed.", ["Three years ago = 2018"]],
    ["Yesterday it rained.", ["Yesterday = 2021-06-14"]],
    ["It was hot last year.", ["last year = 2020"]],
    ["In early 2018 the camp grew.", ["early 2018 = 2018"]],
    ["He left in May of last year.", ["May of last year = 2020-05"]],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text), found, text)
})

test("dates that say all themselves", () => {
  const cases: [text: string, found: string[]][] = [
    ["On 3 May 2019 and May 4th, 2019.", ["3 May 2019 = 2019-05-03", "May 4th, 2019 = 2019-05-04"]],
    ["Thursday, May 6, 2021", ["Thursday, May 6, 2021 = 2021-05-06"]],
    ["Saved 2019-07-29T10:00", ["2019-07-29 = 2019-07-29"]],
    ["Signed on 29/07/2019.", ["29/07/2019 = 2019-07-29"]],
    ["Signed on 03/04/2019.", ["03/04/2019 = [2019-03-04,2019-04-03] (2019)"]],
    [
      "From March 2017 to May 2018 he taught.",
      ["March 2017 = 2017-03/2018-05 (2017-03)", "May 2018 = 2017-03/2018-05 (2018-05)"],
    ],
    [
      "It happened between May 3 and May 7, 2019.",
      ["May 3 = [2019-05-03..2019-05-07] (2019-05-03)", "May 7, 2019 = [2019-05-03..2019-05-07] (2019-05-07)"],
    ],
    ["The talks of 3-5 May 2019 failed.", ["3-5 May 2019 = 2019-05-03/2019-05-05 (2019-05-03)"]],
    ["In the 2010s many left.", ["the 2010s = 201X (null)"]],
    ["On 5 July 2016 he fled. The next day he was found.", ["5 July 2016 = 2016-07-05", "The next day = 2016-07-06"]],
    ["He fell on 5 July 2016 and died two days later.", ["5 July 2016 = 2016-07-05", "two days later = 2016-07-07"]],
    ["The house burned on 5 July 2016. In August it was sold.", ["5 July 2016 = 2016-07-05", "August = 2016-08"]],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text), found, text)
})

test("without a day of publication nothing is guessed", () => {
  assert.deepEqual(lines("He spoke on July 29.", null), ["July 29 = XXXX-07-29 (null)"])
  assert.deepEqual(lines("He has been held since March.", null), ["March = XXXX-03/.. (null)"])
  assert.deepEqual(lines("He came yesterday, on Monday, two years ago.", null), [])
  assert.deepEqual(lines("In 2016 he left.", null), ["2016 = 2016"])
})

test("what only looks like a date", () => {
  const cases = [
    "0:00 0:03:09 0:00",
    "16x9 Image",
    "The team won 3-2 and then 21-15.",
    "Call 555-2019 or +7 727 2019 1415.",
    "You may go. They march on.",
    "He paid $2019 for 2000 people.",
    "April Orazova and June Bek came.",
    "Room 2014, building 3/4.",
    "There is still no school today in most villages than of today.",
    "The ratio was 12/25.",
  ]
  for (const text of cases.slice(0, 7)) assert.deepEqual(lines(text), [], text)
  assert.deepEqual(lines(cases[9]!), [])
})

test("every date is a span of the text and valid EDTF, whatever the text", () => {
  const piece = fc.constantFrom(
    "May",
    "3",
    "2019",
    "-",
    "/",
    "since ",
    "last ",
    "from ",
    " to ",
    "Monday",
    ", ",
    "the ",
    "31",
    "February",
    "1990s",
    "between ",
    " and ",
    "ago",
    "two days ",
    "XX",
    ".",
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 14 }),
      fc.constantFrom("2021-06-15", "2020-02-29", null),
      (parts, published) => {
        const text = parts.join(" ")
        let last = -1
        for (const { start, end, edtf, value } of dates(text, published)) {
          assert.ok(start > last || start >= last, "in order")
          assert.ok(end > start && end <= text.length)
          assert.ok(isEdtf(edtf), `${text}: ${edtf}`)
          assert.ok(value === null || isEdtf(value), `${text}: ${value}`)
          last = start
        }
      },
    ),
    { numRuns: 3000 },
  )
})

test("weeks and weekdays of a month, quarters, steps, years in words", () => {
  const cases: [text: string, found: string[]][] = [
    ["They met on the second Friday of May.", ["the second Friday of May = 2021-05-14"]],
    ["The last Monday of last month was wet.", ["The last Monday of last month = 2021-05-31"]],
    ["It began in the third week of 2015.", ["the third week of 2015 = [2015-01-12..2015-01-18] (null)"]],
    ["It began in the week of March 3.", ["March 3 = [2021-03-01..2021-03-07] (null)"]],
    ["Arrests rose in the third quarter of 2016.", ["the third quarter of 2016 = 2016-07/2016-09 (2016-07)"]],
    ["He left 1 year and 2 months ago.", ["1 year and 2 months ago = 2020-04"]],
    ["He will come two days after tomorrow.", ["two days after tomorrow = 2021-06-18"]],
    [
      "She was born on May twenty-first, nineteen seventy-eight.",
      ["May twenty-first, nineteen seventy-eight = 1978-05-21"],
    ],
    ["Born on 2 May, two thousand and nine.", ["2 May, two thousand and nine = 2009-05-02"]],
    ["Sealed in 11/2016.", ["11/2016 = 2016-11"]],
    ["He served 2014-2018.", ["2014 = 2014/2018 (2014)", "2018 = 2014/2018 (2018)"]],
    ["She wrote that it was the 9th.", ["the 9th = 2021-06-09"]],
    ["On the 9th her telephone stopped.", ["the 9th = 2021-06-09"]],
    ["Two thousand people came. He lives on the 9th floor. It is the second week of talks.", []],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text), found, text)
})
