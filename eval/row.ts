/** One line of the table: what was measured on what, and what others reach there. */
export interface Row {
  readonly data: string
  readonly split: string
  readonly measure: string
  readonly precision: number | null
  readonly recall: number | null
  /** F1 where there are precision and recall, else the share that is right. */
  readonly score: number | null
  readonly peer: string
  /** The least it may be; null where no bar is set. */
  readonly bar: number | null
}

/** A set that is not on this machine, or a program it needs. */
export interface Skipped {
  readonly data: string
  readonly why: string
}

export type Result = readonly Row[] | Skipped

export function rowOf(data: string, split: string, measure: string, parts: Partial<Row>): Row {
  return { data, split, measure, precision: null, recall: null, score: null, peer: "", bar: null, ...parts }
}

/** Precision, recall and F1 of counts. */
export function counted(right: number, wrong: number, missed: number): Pick<Row, "precision" | "recall" | "score"> {
  const precision = right + wrong === 0 ? null : right / (right + wrong)
  const recall = right + missed === 0 ? null : right / (right + missed)
  const score = right + wrong + missed === 0 ? null : (2 * right) / (2 * right + wrong + missed)
  return { precision, recall, score }
}

/** The table as text, columns padded; a score below its bar is marked. */
export function tableOf(rows: readonly Row[]): string {
  const figure = (value: number | null) => (value === null ? "–" : value.toFixed(3))
  const lines = [
    ["data", "split", "measure", "P", "R", "F1 / share", "bar", "peer"],
    ...rows.map((row) => [
      row.data,
      row.split,
      row.measure,
      figure(row.precision),
      figure(row.recall),
      `${figure(row.score)}${row.bar !== null && (row.score ?? 0) < row.bar ? " <" : ""}`,
      row.bar === null ? "" : row.bar.toFixed(2),
      row.peer,
    ]),
  ]
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => [...line[column]!].length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
}
