/** Sliders that move the number in a field (`data-moves`, its id). The field is what is sent, and can be
 * typed into as well; without script there is the field alone. */
export function startSliders(root: Document): void {
  for (const slider of root.querySelectorAll<HTMLInputElement>('input[data-moves]')) {
    // Steps count from the lower end, so that the firm's own number would be moved onto one: only from
    // now on, and the number where it starts stays what it is.
    slider.step = slider.dataset.step ?? 'any'
    slider.setAttribute('aria-valuetext', slider.getAttribute('value') + (slider.dataset.suffix ?? ''))
    slider.hidden = false
  }
  root.addEventListener('input', (event) => {
    const moved = event.target as HTMLInputElement
    const suffix = moved.dataset?.suffix ?? ''
    const field = moved.dataset?.moves ? root.getElementById(moved.dataset.moves) : null
    if (field) {
      const input = field as HTMLInputElement
      input.value = moved.value + suffix
      moved.setAttribute('aria-valuetext', input.value)
      input.dispatchEvent(new Event('change', { bubbles: true }))
      return
    }
    for (const slider of root.querySelectorAll<HTMLInputElement>('input[data-moves]')) {
      if (slider.dataset.moves === moved.id) {
        const times = moved.value.includes('亿') ? 1e8 : moved.value.includes('万') ? 1e4 : 1
        const number = Number.parseFloat(moved.value.replaceAll(',', '')) * times
        if (Number.isFinite(number)) slider.value = String(number)
      }
    }
  })
}
