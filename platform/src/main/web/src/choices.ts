/**
 * An input with `data-choices` (an address that answers `?q=` with `[{value, label}]`) and a
 * `list`: offers what fits while somebody types. What is typed counts, chosen or not; the server
 * understands names, numbers and identifiers.
 */
export function startChoices(root: Document): void {
  let asked = 0
  root.addEventListener('input', (event) => {
    const input = event.target as HTMLInputElement
    const address = input.dataset?.['choices']
    const list = input.list
    if (!address || !list || (event as InputEvent).inputType === 'insertReplacementText') return
    const text = input.value.trim()
    const turn = ++asked
    if (text === '') return
    setTimeout(() => void fill(turn), 150)
    async function fill(mine: number): Promise<void> {
      if (mine !== asked) return
      const answer = await fetch(`${address}?q=${encodeURIComponent(text)}`, { headers: { Accept: 'application/json' } })
      if (!answer.ok || mine !== asked) return
      const choices = (await answer.json()) as { value: string; label: string }[]
      list!.replaceChildren(...choices.map(({ value, label }) => new Option(label, value)))
    }
  })
}
