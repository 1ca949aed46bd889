// Runs inside the page, after axe: what a picky reader has to say about it. Answers with a list of faults.
;(async () => {
  const { violations } = await axe.run()
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  const { scrollWidth, clientWidth } = document.documentElement
  const tell = (one) => (one.closest("[class]") ?? one).outerHTML.replace(/\s+/g, " ").slice(0, 120)
  if (scrollWidth > clientWidth) {
    const beyond = (one) => one.getBoundingClientRect().right > clientWidth + 1 || one.getBoundingClientRect().left < -1
    const wide = [...document.querySelectorAll("body *")].filter(beyond).slice(0, 3)
    faults.push(`wider than the window by ${scrollWidth - clientWidth}: ${wide.map(tell).join(" | ")}`)
  }
  const holders = "button, .button, th, td, dt, dd, p, h1, h2, h3, summary, legend, label"
  for (const one of document.querySelectorAll(holders)) {
    // An ideographic space at the end of a line hangs beyond it, and has no ink.
    const hangs = one.textContent.includes("\u3000") ? Number.parseFloat(getComputedStyle(one).fontSize) : 0
    const cut = one.scrollWidth > one.clientWidth + 1 + hangs && one.clientWidth > 1
    if (cut && getComputedStyle(one).display !== "inline") faults.push(`cut off: ${tell(one)}`)
  }

  // A choice shows one line: is there room for the longest that is chosen now?
  for (const one of document.querySelectorAll("select")) {
    if (!one.checkVisibility()) continue
    const copy = one.cloneNode(false)
    copy.append(new Option(one.selectedOptions[0]?.text ?? ""))
    copy.style.cssText = "position: absolute; width: max-content; max-width: none; min-width: 0"
    one.after(copy)
    if (copy.offsetWidth > one.offsetWidth + 1) faults.push(`cut off in a choice: ${copy.textContent}`)
    copy.remove()
  }

  // Where ink is: each line of each text, as far as the boxes around it let it be seen.
  const inks = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    const holder = text.parentElement
    if (text.data.trim() === "" || !holder.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      continue
    if (holder.closest("option, script, style, title") || folded(holder)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const rects = holder.closest("text") ? [holder.closest("text").getBoundingClientRect()] : range.getClientRects()
    for (const rect of rects) {
      const seen = within(rect, holder)
      if (seen) inks.push({ ...seen, holder, text })
    }
  }

  /** In a fold that is shut: laid out, yet not drawn. */
  function folded(holder) {
    const fold = holder.closest("details:not([open])")
    return fold !== null && !holder.closest("summary")
  }

  /** The part of a line of text that shows; null for what is kept for readers who listen. Says what is cut off. */
  function within({ left, right, top, bottom }, holder) {
    // A line is taller than its letters by far: what is left is about as tall as a capital.
    const pad = (bottom - top) * 0.22
    const seen = { left: left + 0.5, right: right - 0.5, top: top + pad, bottom: bottom - pad }
    for (let box = holder; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (style.display === "inline" || style.display === "contents") continue
      const view = box.getBoundingClientRect()
      if (style.clipPath !== "none" || (view.width <= 1 && style.overflow !== "visible")) return null
      const drawn = box instanceof SVGSVGElement
      for (const [axis, low, high] of [
        ["X", "left", "right"],
        ["Y", "top", "bottom"],
      ]) {
        const overflow = style[`overflow${axis}`]
        if (overflow === "visible" && !drawn) continue
        const lost = Math.max(view[low] - seen[low], seen[high] - view[high])
        const meant = style.textOverflow === "ellipsis" || overflow === "auto" || overflow === "scroll"
        if (lost > 1 && !meant)
          faults.push(`text cut off by ${Math.round(lost)} at its ${low} or ${high}: ${tell(holder)}`)
        seen[low] = Math.max(seen[low], view[low])
        seen[high] = Math.min(seen[high], view[high])
      }
      if (style.position === "fixed") break
    }
    return seen.right - seen.left > 0 && seen.bottom - seen.top > 0 ? seen : null
  }

  const over = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
  const sorted = inks.sort((a, b) => a.top - b.top)
  for (const [index, a] of sorted.entries())
    for (let next = index + 1; next < sorted.length && sorted[next].top < a.bottom; next++) {
      const b = sorted[next]
      if (a.text !== b.text && over(a, b)) faults.push(`text over text: ${a.text.data.trim()} / ${b.text.data.trim()}`)
    }

  // In a drawing words stand beside what they name, never on it.
  for (const drawing of document.querySelectorAll("svg")) {
    const words = inks.filter(({ holder }) => drawing.contains(holder))
    if (words.length === 0) continue
    for (const shape of drawing.querySelectorAll("rect, circle, ellipse, polygon")) {
      if (getComputedStyle(shape).fill === "none" || shape.closest("defs")) continue
      const box = shape.getBoundingClientRect()
      for (const word of words) if (over(word, box)) faults.push(`text over a shape: ${word.text.data.trim()}`)
    }
  }

  // What a source mark shows when it is looked at must fit into the window.
  for (const words of [...document.querySelectorAll(".mark > .words")].slice(0, 60)) {
    const mark = words.parentElement.querySelector("a, button, [tabindex]")
    if (!mark?.checkVisibility()) continue
    mark.focus({ preventScroll: true })
    const { left, right, width } = words.getBoundingClientRect()
    if (width > 0 && (left < -1 || right > clientWidth + 1))
      faults.push(`words of a mark beyond the window: ${tell(words)}`)
    mark.blur()
  }
  return [...new Set(faults)]
})()
