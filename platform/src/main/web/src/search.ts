/**
 * The search box in the header, a combobox after the ARIA pattern: `/` moves into it, the arrows
 * choose among what was found while the focus stays in the box, Enter goes there (or searches),
 * Escape closes.
 */
export function startSearch(root: Document): void {
  const box = root.querySelector<HTMLInputElement>('#search')
  const found = root.querySelector<HTMLElement>('#search-found')
  if (!box || !found) return
  const options = () => [...found.querySelectorAll<HTMLAnchorElement>('[role=option]')]

  const choose = (chosen: HTMLAnchorElement | undefined) => {
    for (const option of options()) option.setAttribute('aria-selected', String(option === chosen))
    if (chosen) {
      box.setAttribute('aria-activedescendant', chosen.id)
      chosen.scrollIntoView({ block: 'nearest' })
    } else {
      box.removeAttribute('aria-activedescendant')
    }
  }
  const close = () => {
    found.replaceChildren()
    box.setAttribute('aria-expanded', 'false')
    box.removeAttribute('aria-activedescendant')
  }

  root.addEventListener('htmx:after:swap', () => {
    box.setAttribute('aria-expanded', String(options().length > 0))
    box.removeAttribute('aria-activedescendant')
  })
  root.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !target.matches('input,textarea,select,[contenteditable]')) {
      event.preventDefault()
      box.focus()
    }
  })
  box.addEventListener('keydown', (event) => {
    const all = options()
    const at = all.findIndex((option) => option.getAttribute('aria-selected') === 'true')
    if (event.key === 'ArrowDown' && all.length > 0) {
      event.preventDefault()
      choose(all[next(at, 1, all.length)])
    } else if (event.key === 'ArrowUp' && all.length > 0) {
      event.preventDefault()
      choose(all[next(at, -1, all.length)])
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault()
      all[at]!.click()
    } else if (event.key === 'Escape' && all.length > 0) {
      event.preventDefault()
      close()
    } else if (event.key === 'Tab') {
      close()
    }
  })
  root.addEventListener('click', (event) => {
    if (!box.form!.contains(event.target as Node)) close()
  })
}

/** The place after `at` among `count` places in a ring; -1 is before the first and after the last. */
export function next(at: number, step: 1 | -1, count: number): number {
  if (at < 0) return step > 0 ? 0 : count - 1
  return (at + step + count) % count
}
