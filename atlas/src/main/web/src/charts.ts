import { h, s } from './dom'
import { count } from './words'

/** A list of names with bars in proportion to their figures. */
export function barList(entries: { name: Node | string; value: number; note?: string }[]): HTMLElement {
  const largest = Math.max(...entries.map((entry) => entry.value), Number.MIN_VALUE)
  return h(
    'ul',
    { class: 'bars-list' },
    ...entries.map((entry) =>
      h(
        'li',
        {},
        h('span', { class: 'name' }, entry.name),
        h('span', { class: 'value' }, count(entry.value)),
        s(
          'svg',
          { viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
          s('rect', { width: ((100 * entry.value) / largest).toFixed(1), height: 4 }),
        ),
      ),
    ),
  )
}

const WIDTH = 300
const HEIGHT = 92
const FLOOR = 74
const CEILING = 16

/** Columns by year, each with its figure above and its year below as far as they fit. */
export function columns(points: { year: number; value: number }[], label: string): SVGSVGElement {
  const largest = Math.max(...points.map((point) => point.value), Number.MIN_VALUE)
  const step = WIDTH / points.length
  const every = Math.ceil(points.length / 6)
  const chart = s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label, class: 'columns' })
  points.forEach((point, i) => {
    const height = ((FLOOR - CEILING) * point.value) / largest
    const middle = (i + 0.5) * step
    const width = Math.min(34, step * 0.7)
    chart.append(s('rect', { x: (middle - width / 2).toFixed(1), y: (FLOOR - height).toFixed(1), width: width.toFixed(1), height: height.toFixed(1) }))
    if ((points.length - 1 - i) % every === 0) {
      chart.append(
        s('text', { x: middle.toFixed(1), y: (FLOOR - height - 4).toFixed(1) }, count(point.value)),
        s('text', { x: middle.toFixed(1), y: FLOOR + 14, class: 'year' }, String(point.year)),
      )
    }
  })
  return chart
}
