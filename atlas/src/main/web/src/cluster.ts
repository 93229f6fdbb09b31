import { barList, columns } from './charts'
import type { Cluster, Profile, Report } from './data'
import { find, h, s } from './dom'
import { bounds } from './path'
import { count, number, type Words } from './words'

/** What leads to a cluster's view. */
const address = (label: number): string => `#cluster-${label}`

/** The view of one cluster, in a dialog over the page. */
export class ClusterView {
  private readonly dialog = find<HTMLDialogElement>('#cluster')
  private open: Cluster | null = null

  constructor(
    private readonly report: Report,
    private readonly words: Words,
    onClose: (label: number) => void,
  ) {
    this.dialog?.addEventListener('close', () => {
      const closed = this.open
      this.open = null
      if (closed) onClose(closed.l)
    })
    this.dialog?.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.dialog?.close()
    })
  }

  /** Shows a cluster; an unknown label shows nothing. Says whether there is one. */
  show(label: number): boolean {
    const index = this.report.clusters.findIndex((cluster) => cluster.l === label)
    const cluster = this.report.clusters[index]
    if (!cluster || !this.dialog) return false
    this.open = cluster
    this.dialog.replaceChildren(...this.content(cluster, index))
    if (!this.dialog.open) this.dialog.showModal()
    this.dialog.scrollTop = 0
    find<HTMLElement>('#cluster-name')?.focus()
    return true
  }

  hide(): void {
    if (this.dialog?.open) this.dialog.close()
  }

  /** Shows the same cluster in the language chosen now. */
  translate(): void {
    if (this.open) this.show(this.open.l)
  }

  private content(cluster: Cluster, index: number): Node[] {
    const { words, report } = this
    const before = report.clusters[index - 1]
    const after = report.clusters[index + 1]
    const close = h('button', { type: 'button', class: 'close', 'data-testid': 'close-cluster', 'aria-label': words.say('close') }, '×')
    close.addEventListener('click', () => this.dialog?.close())
    const step = (to: Cluster | undefined, key: string): Node =>
      to ? h('a', { href: address(to.l), 'data-testid': key }, words.say(key)) : h('span', { class: 'off' }, words.say(key))
    const top = h('div', { class: 'view-top' }, step(before, 'previous'), step(after, 'next'), close)
    const head = h(
      'div',
      { class: 'view-head' },
      h('p', { class: 'view-rank' }, words.say('rank-of', cluster.r, number(report.clusters.length, 0))),
      h('h2', { id: 'cluster-name', tabindex: '-1' }, words.pick(cluster.n)),
      h('p', { class: 'view-economies' }, words.economies(cluster.e)),
    )
    return [top, head, ...this.distances(cluster, index), this.figures(cluster), ...this.beyond(cluster)]
  }

  /** How far the neighbours in rank and the leader are. */
  private distances(cluster: Cluster, index: number): Node[] {
    const { words, report } = this
    const lines: string[] = []
    const points = (difference: number): string => number(difference, difference < 0.01 ? 4 : Math.max(2, report.scoreDecimals))
    const tell = (other: Cluster | undefined, key: string): void => {
      if (!other) return
      const name = words.pick(other.n)
      const difference = Math.abs(other.s - cluster.s)
      lines.push(difference === 0 ? words.say('same-score', name) : words.say(key, points(difference), name))
    }
    tell(report.clusters[index - 1], 'above')
    tell(report.clusters[index + 1], 'below')
    if (index > 1) tell(report.clusters[0], 'leader')
    if (cluster.t) lines.push(`${words.say('approximate')} ${words.say('tie')}`)
    return lines.length === 0 ? [] : [h('ul', { class: 'distances', 'data-testid': 'distances' }, ...lines.map((line) => h('li', {}, line)))]
  }

  private figures(cluster: Cluster): Node {
    const { words, report } = this
    const heads = ['metric', 'count', 'share', 'per-million']
    const body = report.metrics.map((metric, i) => {
      const [amount, share, perMillion] = cluster.f[i] ?? [0, 0, null]
      return h(
        'tr',
        {},
        h('th', { scope: 'row' }, words.pick(metric.name)),
        h('td', { class: 'number' }, number(amount, metric.countDecimals)),
        h('td', { class: 'number' }, number(share, Math.max(3, report.scoreDecimals + 1))),
        h('td', { class: 'number' }, number(perMillion, metric.perMillionDecimals)),
      )
    })
    const total = h(
      'tr',
      { class: 'total' },
      h('th', { scope: 'row' }, words.say('score')),
      h('td'),
      h('td', { class: 'number' }, number(cluster.s, Math.max(3, report.scoreDecimals + 1))),
      h('td'),
    )
    return h(
      'table',
      { class: 'plain', 'data-testid': 'cluster-figures' },
      h('thead', {}, h('tr', {}, ...heads.map((key, i) => h('th', { scope: 'col', class: i > 0 ? 'number' : null }, words.say(key))))),
      h('tbody', {}, ...body, total),
    )
  }

  private beyond(cluster: Cluster): Node[] {
    const { words } = this
    const profile = cluster.p
    if (!profile) return [h('p', { class: 'remark' }, words.say(cluster.x === undefined ? 'counts-only' : 'no-profile'))]
    const blocks: (Node | null)[] = [
      this.place(profile),
      this.trend(profile),
      this.list('cities', profile.cities.map(([name, value]) => ({ name: words.pick(name), value }))),
      this.list('organisations', profile.organisations.map(([name, value]) => ({ name: words.pick(name), value }))),
      this.list('fields', profile.fields.map(([name, value]) => ({ name: words.pick(name), value }))),
      this.list('partners', profile.partners.map(([label, name, value]) => ({ name: this.link(label, words.pick(name)), value }))),
    ]
    const facts = h('dl', { class: 'view-facts' })
    if (profile.population > 0) facts.append(h('div', {}, h('dt', {}, words.say('inhabitants')), h('dd', {}, number(profile.population, 0))))
    facts.append(h('div', {}, h('dt', {}, words.say('contributions')), h('dd', {}, number(profile.contributions, 0))))
    return [facts, h('div', { class: 'blocks' }, ...blocks.filter((block) => block !== null))]
  }

  private link(label: number, name: string): Node | string {
    return this.report.clusters.some((cluster) => cluster.l === label) ? h('a', { href: address(label) }, name) : name
  }

  private block(key: string, ...content: Node[]): HTMLElement {
    return h('section', { class: 'block', 'data-testid': `cluster-${key}` }, h('h3', {}, this.words.say(key)), ...content)
  }

  private list(key: string, entries: { name: Node | string; value: number }[]): Node | null {
    return entries.length === 0 ? null : this.block(key, barList(entries))
  }

  private trend(profile: Profile): Node | null {
    if (profile.trend.length < 2) return null
    const { words, report } = this
    const charts = report.metrics.flatMap((metric, i) => {
      const points = profile.trend.map((row) => ({ year: row[0] ?? 0, value: row[i + 1] ?? 0 }))
      if (points.every((point) => point.value === 0)) return []
      const name = words.pick(metric.name)
      const label = words.say('trend-label', name, points.map((point) => `${point.year}: ${count(point.value)}`).join('; '))
      return [h('figure', {}, h('figcaption', {}, name), columns(points, label))]
    })
    return charts.length === 0 ? null : this.block('trend', ...charts)
  }

  /** The outline on the land, with the cities that contribute. */
  private place(profile: Profile): Node | null {
    if (profile.outline === '') return null
    const outline = s('path', { class: 'outline', transform: 'scale(0.001)', d: profile.outline })
    const map = s('svg', { class: 'outline-map', role: 'img', 'aria-label': this.words.say('outline') })
    map.append(s('use', { href: '#land' }), outline)
    const box = bounds(profile.outline)
    const width = Math.max((box.right - box.left) / 1000, (box.bottom - box.top) / 600, 0.8) * 1.5
    const height = width * 0.6
    const x = (box.left + box.right) / 2000 - width / 2
    const y = (box.top + box.bottom) / 2000 - height / 2
    map.setAttribute('viewBox', `${x.toFixed(3)} ${y.toFixed(3)} ${width.toFixed(3)} ${height.toFixed(3)}`)
    const unit = width / 300
    const named: { x: number; y: number }[] = []
    for (const [name, , cityX, cityY] of profile.cities) {
      if (cityX === undefined || cityY === undefined) continue
      map.append(s('circle', { cx: cityX, cy: cityY, r: (2.4 * unit).toFixed(4) }))
      const near = named.some((other) => Math.abs(other.y - cityY) < 13 * unit && Math.abs(other.x - cityX) < 110 * unit)
      if (near) continue
      named.push({ x: cityX, y: cityY })
      const before = cityX > x + width * 0.66
      map.append(
        s(
          'text',
          {
            x: (cityX + (before ? -5 : 5) * unit).toFixed(4),
            y: (cityY + 4 * unit).toFixed(4),
            'font-size': (11 * unit).toFixed(4),
            'text-anchor': before ? 'end' : 'start',
            'stroke-width': (3 * unit).toFixed(4),
          },
          this.words.pick(name),
        ),
      )
    }
    return this.block('outline', map)
  }
}
