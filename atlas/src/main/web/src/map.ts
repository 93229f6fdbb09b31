import { select } from 'd3-selection'
import { zoom, zoomIdentity, zoomTransform, type ZoomTransform } from 'd3-zoom'
import type { Cluster, Report } from './data'
import { find, s } from './dom'
import { placeLabels, textWidth } from './labels'
import { number, type Words } from './words'

const CLOSEST = 80
const FINE_FROM = 2.2
const MOST_LABELS = 12
const STEP = 40
const FINE_UNITS = 20

/** The finer land travels deflated; it is unpacked when the reader first comes close. */
async function fineLand(): Promise<string | null> {
  const packed = find('#fine-land')?.textContent
  if (!packed || typeof DecompressionStream === 'undefined') return null
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Response(stream).text()
}

/** The map: zoom and pan, the tip beside a bubble, and which bubbles stand out. */
export class WorldMap {
  private readonly svg = find<SVGSVGElement>('#world')
  private readonly sheet = find<SVGGElement>('#sheet')
  private readonly labels = find<SVGGElement>('#labels')
  private readonly tip = find<HTMLElement>('#tip')
  private readonly bubbles = new Map<number, { link: SVGAElement; circle: SVGCircleElement; cluster: Cluster; radius: number }>()
  private readonly behaviour = zoom<SVGSVGElement, unknown>()
  private matching: Set<number> | null = null
  private selected: number | null = null
  private fine: Promise<void> | null = null
  private drawing = 0

  constructor(
    private readonly report: Report,
    private readonly words: Words,
    private readonly onPoint: (label: number | null) => void,
  ) {
    if (!this.svg) return
    const byLabel = new Map(report.clusters.map((cluster) => [cluster.l, cluster]))
    for (const link of this.svg.querySelectorAll<SVGAElement>('#bubbles a')) {
      const circle = link.querySelector('circle')
      const cluster = byLabel.get(Number(link.dataset.cluster))
      if (!circle || !cluster) continue
      this.bubbles.set(cluster.l, { link, circle, cluster, radius: Number(circle.getAttribute('r')) })
      link.addEventListener('pointerenter', () => this.onPoint(cluster.l))
      link.addEventListener('pointerleave', () => this.onPoint(null))
      link.addEventListener('focus', () => this.onPoint(cluster.l))
      link.addEventListener('blur', () => this.onPoint(null))
    }
    this.enableZoom(this.svg)
    new ResizeObserver(() => this.draw()).observe(this.svg)
  }

  private enableZoom(svg: SVGSVGElement): void {
    const box = svg.viewBox.baseVal
    svg.tabIndex = 0
    this.behaviour
      .extent([[box.x, box.y], [box.x + box.width, box.y + box.height]])
      .translateExtent([[box.x, box.y], [box.x + box.width, box.y + box.height]])
      .scaleExtent([1, CLOSEST])
      .filter((event: Event) => this.wanted(event))
      .on('zoom', () => this.draw())
    const selection = select(svg)
    selection.call(this.behaviour).on('dblclick.zoom', null)
    find('#zoom-in')?.addEventListener('click', () => this.scaleBy(2))
    find('#zoom-out')?.addEventListener('click', () => this.scaleBy(0.5))
    find('#zoom-reset')?.addEventListener('click', () => selection.call(this.behaviour.transform, zoomIdentity))
    svg.addEventListener('keydown', (event) => this.key(event))
    svg.addEventListener('wheel', (event) => this.hint(event), { passive: true })
    svg.addEventListener('pointerdown', () => svg.focus({ preventScroll: true }))
  }

  /** The wheel turns the page until the map was clicked; one finger scrolls the page at full view. */
  private wanted(event: Event): boolean {
    if (!this.svg) return false
    const scale = zoomTransform(this.svg).k
    if (event.type === 'wheel') return (event as WheelEvent).ctrlKey || (event as WheelEvent).metaKey || this.active()
    if (event.type.startsWith('touch')) return scale > 1 || (event as TouchEvent).touches.length > 1
    return !(event as MouseEvent).button
  }

  /** Zooms about the selected cluster if it is in sight, else about the middle. */
  private scaleBy(factor: number): void {
    if (!this.svg) return
    const box = this.svg.viewBox.baseVal
    const cluster = this.selected === null ? undefined : this.bubbles.get(this.selected)?.cluster
    const transform = zoomTransform(this.svg)
    const x = transform.applyX(cluster?.x ?? Number.NaN)
    const y = transform.applyY(cluster?.y ?? Number.NaN)
    const inSight = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
    const about: [number, number] = inSight ? [x, y] : [box.x + box.width / 2, box.y + box.height / 2]
    select(this.svg).call(this.behaviour.scaleBy, factor, about)
  }

  private active(): boolean {
    return this.svg !== null && (document.activeElement === this.svg || this.svg.contains(document.activeElement))
  }

  private hint(event: WheelEvent): void {
    const hint = find<HTMLElement>('#wheel-hint')
    if (!hint || event.ctrlKey || event.metaKey || this.active()) return
    hint.textContent = this.words.say('wheel-hint')
    hint.hidden = false
    setTimeout(() => (hint.hidden = true), 1600)
  }

  private key(event: KeyboardEvent): void {
    if (!this.svg || event.ctrlKey || event.metaKey || event.altKey) return
    const selection = select(this.svg)
    const k = zoomTransform(this.svg).k
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [STEP, 0],
      ArrowRight: [-STEP, 0],
      ArrowUp: [0, STEP],
      ArrowDown: [0, -STEP],
    }
    const move = moves[event.key]
    if (event.key === '+' || event.key === '=') this.scaleBy(1.6)
    else if (event.key === '-') this.scaleBy(1 / 1.6)
    else if (event.key === '0') selection.call(this.behaviour.transform, zoomIdentity)
    else if (move && k > 1) selection.call(this.behaviour.translateBy, move[0] / k, move[1] / k)
    else return
    event.preventDefault()
  }

  /** Draws at the next frame, however often it is asked before. */
  draw(): void {
    cancelAnimationFrame(this.drawing)
    this.drawing = requestAnimationFrame(() => this.drawNow())
  }

  private drawNow(): void {
    if (!this.svg || !this.sheet) return
    const transform = zoomTransform(this.svg)
    this.sheet.setAttribute('transform', transform.toString())
    this.svg.classList.toggle('close', transform.k > 1)
    if (transform.k >= FINE_FROM) this.wantFineLand()
    const pixel = this.pixel()
    const grow = Math.min(pixel, 1.7) * (1 + Math.min(transform.k - 1, 10) * 0.05)
    for (const { circle, cluster, radius } of this.bubbles.values()) {
      circle.setAttribute('cx', transform.applyX(cluster.x ?? 0).toFixed(2))
      circle.setAttribute('cy', transform.applyY(cluster.y ?? 0).toFixed(2))
      circle.setAttribute('r', (radius * grow).toFixed(2))
    }
    this.drawLabels(transform, pixel, grow)
  }

  /** Units of the sheet for a pixel of the screen; more than one on a phone. */
  private pixel(): number {
    const width = this.svg?.clientWidth ?? 0
    return width > 0 && this.svg ? this.svg.viewBox.baseVal.width / width : 1
  }

  /** Has the finer land unpacked; the first call does it. */
  wantFineLand(): void {
    this.fine ??= this.useFineLand()
  }

  private async useFineLand(): Promise<void> {
    const path = await fineLand()
    const land = find('#land')
    if (path === null || !land) return
    land.setAttribute('transform', `scale(${1 / FINE_UNITS})`)
    land.setAttribute('d', path)
  }

  private drawLabels(transform: ZoomTransform, pixel: number, grow: number): void {
    if (!this.svg || !this.labels) return
    const box = this.svg.viewBox.baseVal
    const size = 11 * pixel
    const chosen = this.report.clusters.filter((c) => this.bubbles.has(c.l) && (this.matching?.has(c.l) ?? true))
    const spots = chosen.map((cluster) => ({
      x: transform.applyX(cluster.x ?? 0) / pixel,
      y: transform.applyY(cluster.y ?? 0) / pixel,
      radius: ((this.bubbles.get(cluster.l)?.radius ?? 0) * grow) / pixel,
      width: textWidth(this.words.pick(cluster.n), 11),
    }))
    const frame = {
      left: box.x / pixel + 4,
      top: box.y / pixel + 8,
      right: (box.x + box.width) / pixel - 4,
      bottom: (box.y + box.height) / pixel - 8,
    }
    const most = Math.round(Math.min(30, (MOST_LABELS * Math.sqrt(transform.k)) / Math.max(1, pixel ** 0.7)))
    this.labels.replaceChildren(
      ...placeLabels(spots, frame, most).map(({ index, x, before }) =>
        s(
          'text',
          {
            x: (x * pixel).toFixed(1),
            y: ((spots[index]?.y ?? 0) * pixel + size * 0.34).toFixed(1),
            class: before ? 'before' : 'after',
            'font-size': size.toFixed(2),
          },
          this.words.pick(chosen[index]?.n ?? ['']),
        ),
      ),
    )
  }

  /** Lets the matching bubbles stand out; null for all. */
  filter(matching: Set<number> | null): void {
    this.matching = matching
    for (const [label, { link }] of this.bubbles) link.classList.toggle('faint', matching !== null && !matching.has(label))
    this.draw()
  }

  /** Marks the bubble of the cluster that is or was last open. */
  select(label: number | null): void {
    this.selected = label
    for (const [other, { link }] of this.bubbles) link.classList.toggle('selected', other === label)
  }

  /** Shows the tip of a bubble, or none. */
  point(label: number | null): void {
    for (const [other, { link }] of this.bubbles) link.classList.toggle('pointed', other === label)
    const bubble = label === null ? undefined : this.bubbles.get(label)
    if (!this.tip) return
    if (!bubble || !bubble.circle.matches(':hover, :focus, a:focus circle')) {
      this.tip.hidden = true
      return
    }
    const { cluster, circle } = bubble
    const name = document.createElement('b')
    name.textContent = this.words.pick(cluster.n)
    const figures = document.createElement('span')
    const score = number(cluster.s, Math.max(2, this.report.scoreDecimals))
    figures.textContent = `${this.words.say('rank')} ${cluster.r} · ${this.words.say('score')} ${score}`
    this.tip.replaceChildren(name, figures)
    this.tip.hidden = false
    const at = circle.getBoundingClientRect()
    const width = this.tip.offsetWidth
    const left = Math.min(Math.max(8, at.left + at.width / 2 - width / 2), document.documentElement.clientWidth - width - 8)
    const above = at.top - this.tip.offsetHeight - 8
    this.tip.style.left = `${left + scrollX}px`
    this.tip.style.top = `${(above > 4 ? above : at.bottom + 8) + scrollY}px`
  }

  /** Tells the bubbles' names in the language chosen now. */
  translate(): void {
    for (const { link, cluster } of this.bubbles.values()) {
      link.setAttribute('aria-label', `${cluster.r}. ${this.words.pick(cluster.n)}`)
    }
    this.draw()
  }
}
