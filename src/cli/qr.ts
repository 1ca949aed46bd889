import { renderUnicodeCompact } from "uqr"

/** A QR code of digits in half blocks, dark on light whatever the terminal's colours. */
export function qrLines(digits: string): readonly string[] {
  return renderUnicodeCompact(digits, { ecc: "M", border: 2 }).split("\n")
}
