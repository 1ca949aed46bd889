import type { Field } from "./fields.js"

/**
 * Pairs of records worth comparing: those that share a key of one field that few share, or of two fields together.
 * The keys fewest share come first, until as many pairs are found as may be compared.
 */
export function* candidatePairs(fields: readonly Field[], size: number, budget: number): Generator<[number, number]> {
  const rules = rulesOf(fields, size)
  const taken: { keys: Int32Array; order: Int32Array }[] = []
  let spent = 0
  for (const rule of rules.toSorted((a, b) => a.pairs - b.pairs)) {
    if (rule.pairs === 0 || (spent > 0 && spent + rule.pairs > budget)) continue
    spent += rule.pairs
    taken.push(rule)
  }
  for (const [nth, { keys, order }] of taken.entries())
    for (let first = 0; first < order.length; ) {
      const key = keys[order[first]!]!
      let end = first + 1
      while (end < order.length && keys[order[end]!] === key) end++
      for (let i = first; i < end; i++)
        for (let j = i + 1; j < end; j++) {
          const [a, b] = [order[i]!, order[j]!]
          if (!metBefore(taken, nth, a, b)) yield [a, b]
        }
      first = end
    }
}

function metBefore(rules: readonly { keys: Int32Array }[], nth: number, a: number, b: number): boolean {
  for (let before = 0; before < nth; before++) {
    const { keys } = rules[before]!
    if (keys[a] !== 0 && keys[a] === keys[b]) return true
  }
  return false
}

interface Rule {
  /** Of each record; 0: none, or one that too many share. */
  readonly keys: Int32Array
  /** Records with a key, those with the same one together. */
  readonly order: Int32Array
  readonly pairs: number
}

/** A block larger than this says too little. */
const LARGEST = 120

function rulesOf(fields: readonly Field[], size: number): Rule[] {
  const atoms: { field: number; keys: Int32Array }[] = []
  for (const [at, field] of fields.entries()) {
    const most = Math.min(3, Math.max(0, ...field.values.map((value) => value.atoms.length)))
    for (let nth = 0; nth < most; nth++) {
      const keys = new Int32Array(size)
      for (let record = 0; record < size; record++) {
        const value = field.of[record]!
        if (value >= 0) keys[record] = field.values[value]!.atoms[nth] ?? 0
      }
      atoms.push({ field: at, keys })
    }
  }
  const rules: Rule[] = []
  for (const [nth, one] of atoms.entries()) {
    rules.push(ruleOf(one.keys, size))
    for (const other of atoms.slice(nth + 1)) {
      if (other.field === one.field) continue
      const keys = new Int32Array(size)
      for (let record = 0; record < size; record++) {
        const [a, b] = [one.keys[record]!, other.keys[record]!]
        if (a !== 0 && b !== 0) keys[record] = (Math.imul(a, 0x01000193) ^ Math.imul(b, 0x85ebca6b)) | 1
      }
      rules.push(ruleOf(keys, size))
    }
  }
  return rules
}

function ruleOf(keys: Int32Array, size: number): Rule {
  // Sorting numbers that hold key and record together is quicker than sorting records by their keys.
  const both = new Float64Array(size)
  let used = 0
  for (let record = 0; record < size; record++)
    if (keys[record] !== 0) both[used++] = (keys[record]! >>> 0) * 2 ** 21 + record
  const sorted = both.subarray(0, used).sort()
  const order = new Int32Array(used)
  let kept = 0
  let pairs = 0
  for (let first = 0; first < used; ) {
    const key = Math.floor(sorted[first]! / 2 ** 21)
    let end = first + 1
    while (end < used && Math.floor(sorted[end]! / 2 ** 21) === key) end++
    const count = end - first
    for (let at = first; at < end; at++) {
      const record = sorted[at]! % 2 ** 21
      if (count > 1 && count <= LARGEST) order[kept++] = record
      else keys[record] = 0
    }
    if (count <= LARGEST) pairs += (count * (count - 1)) / 2
    first = end
  }
  return { keys, order: order.slice(0, kept), pairs }
}
