/** A button with `data-copy="#id"` copies that element's text, or its own `data-copy-text`, and says so. */
export function startCopy(root: Document): void {
  root.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy],[data-copy-text]')
    if (!button) return
    const source = button.dataset['copy'] ? root.querySelector<HTMLElement>(button.dataset['copy']) : null
    const text = button.dataset['copyText'] ?? (source instanceof HTMLInputElement ? source.value : source?.textContent?.trim()) ?? ''
    await navigator.clipboard.writeText(text)
    const said = button.dataset['said']
    const words = button.querySelector('[data-words]') ?? button
    if (!said || words.textContent === said) return
    const before = words.textContent
    words.textContent = said
    setTimeout(() => (words.textContent = before), 2000)
  })
}
