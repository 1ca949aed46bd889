// Runs inside the page, after axe: what a picky reader has to say about it. Answers with a list of faults.
;(async () => {
  const { violations } = await axe.run()
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) {
    const beyond = (one) => one.getBoundingClientRect().right > clientWidth + 1 || one.getBoundingClientRect().left < -1
    const wide = [...document.querySelectorAll("body *")].filter(beyond).slice(0, 3)
    faults.push(
      `wider than the window by ${scrollWidth - clientWidth}: ${wide.map((one) => one.outerHTML.slice(0, 90)).join(" | ")}`,
    )
  }
  const holders = "button, .button, th, td, dt, dd, p, h1, h2, h3, summary, legend, label"
  for (const one of document.querySelectorAll(holders)) {
    const cut = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1
    if (cut && getComputedStyle(one).display !== "inline") faults.push(`cut off: ${one.outerHTML.slice(0, 120)}`)
  }
  return faults
})()
