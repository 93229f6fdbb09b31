/** The search box in the header: `/` moves into it, arrows walk through what was found, Escape closes. */
export function startSearch(root: Document): void {
  const box = root.querySelector<HTMLInputElement>('#search')
  const found = root.querySelector<HTMLElement>('#search-found')
  if (!box || !found) return
  const links = () => [...found.querySelectorAll<HTMLAnchorElement>('a')]
  const clear = () => found.replaceChildren()

  root.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !target.matches('input,textarea,select,[contenteditable]')) {
      event.preventDefault()
      box.focus()
    }
  })
  box.form!.addEventListener('keydown', (event) => {
    const all = links()
    const at = all.indexOf(root.activeElement as HTMLAnchorElement)
    if (event.key === 'ArrowDown' && all.length > 0) {
      event.preventDefault()
      all[Math.min(at + 1, all.length - 1)]!.focus()
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault()
      if (at === 0) box.focus()
      else all[at - 1]!.focus()
    } else if (event.key === 'Escape') {
      clear()
      box.focus()
    }
  })
  root.addEventListener('click', (event) => {
    if (!box.form!.contains(event.target as Node)) clear()
  })
}
