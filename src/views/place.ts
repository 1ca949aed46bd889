import { clockOf, type Place } from "../model/place.js"
import { type Lang, say } from "./words/say.js"

/** Where a passage stands in the original, as one would tell a colleague: "page 3", "00:01:12", "row 14, name". */
export function placeWords(lang: Lang, place: Place): string {
  switch (place.kind) {
    case "page":
      return say(lang, "place.page", { page: place.page })
    case "time":
      return clockOf(place.from)
    case "cell":
      return place.header === ""
        ? say(lang, "place.cell", { row: place.row, column: place.column })
        : say(lang, "place.cell.named", { row: place.row, column: place.header })
  }
}
