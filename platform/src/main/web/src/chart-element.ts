import { figuresOf } from './series'

/**
 * `<ronghe-chart data-type="line|bar|stack">` with a table inside: draws the table's figures above
 * it. Without script, and on paper without colours, the table says the same.
 */
class ChartElement extends HTMLElement {
  private stop: (() => void) | undefined

  connectedCallback(): void {
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      watcher.disconnect()
      void this.draw()
    })
    watcher.observe(this)
    this.stop = () => watcher.disconnect()
  }

  disconnectedCallback(): void {
    this.stop?.()
  }

  private async draw(): Promise<void> {
    const table = this.querySelector('table')
    if (!table || this.querySelector('.chart')) return
    const place = document.createElement('div')
    place.className = 'chart'
    place.setAttribute('role', 'img')
    place.setAttribute('aria-label', this.dataset['label'] ?? table.caption?.textContent?.trim() ?? '')
    this.prepend(place)
    const { drawChart } = await import('./chart')
    const type = this.dataset['type'] ?? 'bar'
    this.stop = drawChart(place, type, figuresOf(table), document.documentElement.lang)
  }
}

export function startChart(): void {
  customElements.define('ronghe-chart', ChartElement)
}
