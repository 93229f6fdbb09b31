import type { Cluster, Language, Report } from './data'

/** A column by which the table can be sorted: `rank`, `name`, `economies`, `score`, `share-0` … */
export type Column = string

export interface Order {
  column: Column
  descending: boolean
}

/** Lower case without diacritics and full-width forms, so that `sao paulo` finds `São Paulo`. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').replace(/’/g, "'").toLowerCase().trim()
}

/** Everything a reader may search a cluster by, in both languages. */
export function searchText(cluster: Cluster, report: Report): string {
  const economies = cluster.e.flatMap((code) => [code, ...(report.economies[code] ?? [])])
  const cities = cluster.p?.cities.flatMap((city) => [...city[0]]) ?? []
  return fold([...cluster.n, ...economies, ...cities].join('\n'))
}

/** Whether every word of the query occurs. Dashes count as spaces: `tokyo-yokohama` is two words. */
export function matches(text: string, query: string): boolean {
  return fold(query)
    .split(/[\s–—-]+/)
    .every((word) => text.includes(word))
}

/** Columns of words begin with A, columns of figures with the largest, ranks with the first. */
export function startsDescending(column: Column): boolean {
  return !['rank', 'name', 'economies'].includes(column)
}

function figure(cluster: Cluster, column: Column): number | null {
  if (column === 'rank') return cluster.r
  if (column === 'score') return cluster.s
  const [kind, metric] = column.split('-')
  const place = ['count', 'share', 'permillion'].indexOf(kind ?? '')
  return cluster.f[Number(metric)]?.[place] ?? null
}

/** The clusters in order; ties keep the order of ranks, unknown figures come last either way. */
export function sorted(clusters: readonly Cluster[], order: Order, language: Language, economies: (codes: string[]) => string): Cluster[] {
  const words = order.column === 'name' || order.column === 'economies'
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true })
  const text = (cluster: Cluster): string =>
    order.column === 'name' ? ((language === 'zh' ? cluster.n[1] : undefined) ?? cluster.n[0]) : economies(cluster.e)
  const sign = order.descending ? -1 : 1
  const rank = new Map(clusters.map((cluster, i) => [cluster, i]))
  return [...clusters].sort((a, b) => {
    let difference = 0
    if (words) {
      difference = sign * collator.compare(text(a), text(b))
    } else {
      const x = figure(a, order.column)
      const y = figure(b, order.column)
      if (x === null || y === null) {
        difference = Number(x === null) - Number(y === null)
      } else {
        difference = sign * (x - y)
      }
    }
    return difference || (rank.get(a) ?? 0) - (rank.get(b) ?? 0)
  })
}
