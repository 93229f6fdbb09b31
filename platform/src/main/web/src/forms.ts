/** Forms that warn before unsaved entries are lost (`data-unsaved`, and `data-unsaved="now"` where
 * they hold some from the beginning) and forms that send themselves
 * when a choice in them changes (`data-autosubmit`, as the "as of" pickers and filters do). */
export function startForms(root: Document): void {
  const changed = new Set(root.querySelectorAll<HTMLFormElement>('form[data-unsaved="now"]'))
  root.addEventListener('input', (event) => {
    const form = (event.target as HTMLInputElement).form
    if (form && 'unsaved' in form.dataset) changed.add(form)
  })
  root.addEventListener('submit', (event) => {
    changed.delete(event.target as HTMLFormElement)
  })
  root.addEventListener('reset', (event) => {
    changed.delete(event.target as HTMLFormElement)
  })
  root.defaultView?.addEventListener('beforeunload', (event) => {
    const open = [...changed].filter((form) => form.isConnected)
    if (open.length > 0) event.preventDefault()
  })
  root.addEventListener('change', (event) => {
    const form = (event.target as HTMLInputElement).form
    if (form && 'autosubmit' in form.dataset) form.requestSubmit()
  })
  root.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('[data-dismiss]')
    button?.closest('[data-dismissible]')?.remove()
  })
}
