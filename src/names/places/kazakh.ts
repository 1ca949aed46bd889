/** Kazakh Cyrillic: in Latin letters (decree of 2021, й as i), in Arabic letters, and the latter behind a hamza. */
const LETTERS: Readonly<Record<string, readonly [latin: string, arabic: string, front?: string]>> = {
  а: ["a", "ا"], ә: ["ä", "ٵ", "ا"], б: ["b", "ب"], в: ["v", "ۆ"], г: ["g", "گ"], ғ: ["ğ", "ع"], д: ["d", "د"],
  е: ["e", "ە"], ж: ["j", "ج"], з: ["z", "ز"], и: ["i", "ي"], й: ["i", "ي"], к: ["k", "ك"], қ: ["q", "ق"],
  л: ["l", "ل"], м: ["m", "م"], н: ["n", "ن"], ң: ["ñ", "ڭ"], о: ["o", "و"], ө: ["ö", "ٶ", "و"], п: ["p", "پ"],
  р: ["r", "ر"], с: ["s", "س"], т: ["t", "ت"], у: ["u", "ۋ"], ұ: ["ū", "ۇ"], ү: ["ü", "ٷ", "ۇ"], ф: ["f", "ف"],
  х: ["h", "ح"], һ: ["h", "ھ"], ч: ["ch", "چ"], ш: ["ş", "ش"], ы: ["y", "ى"], і: ["ı", "ٸ", "ى"], э: ["e", "ە"],
  ё: ["io", "يو"], ю: ["iu", "يۋ"], я: ["ia", "يا"], ц: ["ts", "تس"], щ: ["ş", "شش"], ъ: ["", ""], ь: ["", ""],
} // biome-ignore format: a table

/** A Kazakh name in Latin letters: Көкшетау, Kökşetau. */
export function kazakhLatin(name: string): string {
  return name.replace(/\p{L}/gu, (letter) => {
    const latin = LETTERS[letter.toLowerCase()]?.[0] ?? letter
    return letter === letter.toLowerCase() ? latin : latin.charAt(0).toLocaleUpperCase("tr") + latin.slice(1)
  })
}

/** A Kazakh name in Arabic letters. A word with ә ө ү і and none of е к г э is told front by a hamza before it. */
export function kazakhArabic(name: string): string {
  return name.toLowerCase().replace(/\p{L}+/gu, (word) => {
    const front = /[әөүі]/u.test(word)
    const letters = [...word].map((letter) => LETTERS[letter]?.[front ? 2 : 1] ?? LETTERS[letter]?.[1] ?? letter)
    return (front && !/[екгэ]/u.test(word) ? "ٴ" : "") + letters.join("")
  })
}
