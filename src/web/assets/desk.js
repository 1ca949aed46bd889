// Only shortens what every page can do without it: keys for buttons, a selection into a form, a progress list that
// renews itself. It keeps nothing and asks nobody but this server.
;(() => {
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]")

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.activeElement?.blur()
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    const wanted = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key)
    if (!wanted) return
    event.preventDefault()
    wanted.click()
  })

  const form = document.getElementById("words")
  const marked = document.querySelector(".desk .marked")
  if (form && marked)
    document.addEventListener("selectionchange", () => {
      const selection = document.getSelection()
      if (!selection || selection.isCollapsed || !marked.contains(selection.anchorNode)) return
      const from = offsetOf(selection)
      const words = wordsOf(selection)
      if (words.trim() === "") return
      form.elements.words.value = words.trim()
      form.elements.from.value = from === null ? "" : String(from + words.length - words.trimStart().length)
      form.closest("details").open = true
      document.body.classList.add("selecting")
    })

  // Numbers beside the passages are ours, not the source's.
  function wordsOf(selection) {
    const copy = selection.getRangeAt(0).cloneContents()
    for (const number of copy.querySelectorAll(".number, .label, summary")) number.remove()
    const lines = [...copy.querySelectorAll("p")]
    return lines.length > 1 ? lines.map((line) => line.textContent).join("\n") : copy.textContent
  }

  function offsetOf(selection) {
    const range = selection.getRangeAt(0)
    const piece = range.startContainer.parentElement?.closest("[data-from]")
    return piece ? Number(piece.dataset.from) + range.startOffset : null
  }

  // What is typed is asked about as the button beside it would ask; the answer is the same page.
  const measured = document.querySelector("[data-strength]")
  let pause = 0
  measured?.addEventListener("input", () => {
    clearTimeout(pause)
    pause = setTimeout(async () => {
      const { token } = measured.form.elements
      const body = new URLSearchParams({ token: token.value, [measured.name]: measured.value, check: "yes" })
      const answer = await fetch(measured.form.action, { method: "POST", body })
      if (!answer.ok) return
      const page = new DOMParser().parseFromString(await answer.text(), "text/html")
      document.getElementById("strength").textContent = page.getElementById("strength").textContent
    }, 400)
  })

  const live = document.querySelector("[data-live]")
  if (live) setTimeout(() => location.replace(live.dataset.live), 1500)

  // A page kept for the Back button must not outlive the lock.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload()
  })
})()
