/**
 * `<ronghe-map>` around a map the server drew: a button in it, shown only with script, replaces the
 * drawing by one that zooms and pans. On paper and without WebGL the drawing stays.
 *
 * Attributes: `data-places` GeoJSON of outlines with centre, size and address in the properties;
 * `data-land` or `data-base` GeoJSON of the land or of the operator's map; `data-failed` what to
 * say where it cannot be drawn; `data-nearest` how far it may zoom in at first. The element `[data-selection]` of the page holds the ids shown.
 */
class MapElement extends HTMLElement {
  private stop: (() => void) | undefined

  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('button[data-open]')
    if (!button) return
    button.hidden = false
    button.addEventListener('click', () => void this.open(button))
    this.follow()
    document.addEventListener('htmx:after:swap', this.follow)
  }

  disconnectedCallback(): void {
    document.removeEventListener('htmx:after:swap', this.follow)
    this.stop?.()
  }

  /** The ids the table shows; null where the page does not choose. */
  static selection(): Set<string> | null {
    const chosen = document.querySelector<HTMLElement>('[data-selection]')?.dataset['selection']
    return chosen === undefined ? null : new Set(chosen.split(' ').filter((id) => id !== ''))
  }

  private readonly follow = (): void => {
    const chosen = MapElement.selection()
    if (!chosen) return
    for (const mark of this.querySelectorAll('[data-cluster]')) {
      mark.classList.toggle('other', !chosen.has(mark.getAttribute('data-cluster') ?? ''))
    }
  }

  private async open(button: HTMLButtonElement): Promise<void> {
    button.disabled = true
    const drawing = this.querySelector('svg.world')
    const place = document.createElement('div')
    place.className = 'moving'
    try {
      const { drawMap } = await import('./map')
      drawing?.after(place)
      this.stop = await drawMap(place, this.dataset, MapElement.selection)
      this.classList.add('opened')
      button.remove()
      place.querySelector<HTMLElement>('canvas')?.focus()
    } catch (error) {
      place.remove()
      button.textContent = this.dataset['failed'] ?? ''
      console.warn(error)
    }
  }
}

export function startMap(): void {
  customElements.define('ronghe-map', MapElement)
}
