/**
 * Parts wider than their place (`.scroll`) can be reached by keyboard while something of them is
 * out of sight: they take the focus, and are named by their table's caption or the heading above. They are
 * no landmarks: the section around them is one already.
 */
export function startScroll(root: Document): void {
  const mark = () => {
    for (const part of root.querySelectorAll<HTMLElement>('.scroll')) {
      const hidden = part.scrollWidth > part.clientWidth
      const name = nameOf(part)
      set(part, 'tabindex', hidden ? '0' : null)
      set(part, 'role', hidden && name ? 'group' : null)
      set(part, 'aria-label', hidden && name ? name : null)
    }
  }
  mark()
  root.defaultView?.addEventListener('resize', mark)
  root.addEventListener('htmx:after:swap', mark)
  root.addEventListener('toggle', mark, { capture: true })
}

/** What a part that scrolls is called. */
export function nameOf(part: HTMLElement): string {
  const caption = part.querySelector('caption')?.textContent ?? ''
  const heading = part.closest('section, .card')?.querySelector('h2, h3')?.textContent ?? ''
  return (caption || heading).trim()
}

function set(part: HTMLElement, name: string, value: string | null): void {
  if (value === null) part.removeAttribute(name)
  else part.setAttribute(name, value)
}
