const SHAPES = {
  lock: "M4 7V5a4 4 0 0 1 8 0v2h1v7H3V7h1Zm2 0h4V5a2 2 0 0 0-4 0v2Z",
  hand: "M6 8V3a1 1 0 0 1 2 0v4V2a1 1 0 0 1 2 0v5V3a1 1 0 0 1 2 0v7c0 3-2 5-4.5 5C5 15 4 14 3 11.500L1.800 8.700a1 1 0 0 1 1.800-.8L5 10V8h1Z",
  undo: "M6 2 2 6l4 4V7h4a2.500 2.500 0 0 1 0 5H6v2h4a4.500 4.500 0 0 0 0-9H6V2Z",
} as const

/** A small drawing beside a word, never instead of one. */
export function Icon({ is }: { is: keyof typeof SHAPES }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={SHAPES[is]} />
    </svg>
  )
}
