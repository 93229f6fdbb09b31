/** Menus are `details.menu`: this closes them on Escape, on a click elsewhere and when the focus leaves. */
export function startMenus(root: Document): void {
  const close = (except: Element | null) => {
    for (const menu of root.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
      if (!except || !menu.contains(except)) menu.open = false
    }
  }
  root.addEventListener('click', (event) => close(event.target as Element))
  root.addEventListener('focusin', (event) => close(event.target as Element))
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    const menu = (event.target as Element).closest<HTMLDetailsElement>('details.menu[open]')
    close(null)
    menu?.querySelector('summary')?.focus()
  })
}
