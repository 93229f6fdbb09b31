import type { Cluster, Report } from './data'
import type { Words } from './words'

/** A field of a CSV row (RFC 4180). Text that a spreadsheet would take for a formula is quoted out. */
export function field(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The clusters as CSV in the order given, with the heads in the reader's language. */
export function csv(clusters: readonly Cluster[], report: Report, words: Words): string {
  const head = [words.say('rank'), words.say('cluster'), words.say('economies'), words.say('score')]
  for (const metric of report.metrics) {
    const name = words.pick(metric.name)
    head.push(`${name} ${words.say('count')}`, `${name} ${words.say('share')}`, `${name} ${words.say('per-million')}`)
  }
  const rows = clusters.map((cluster) => [
    cluster.r,
    words.pick(cluster.n),
    cluster.e.join('/'),
    cluster.s,
    ...cluster.f.flat(),
  ])
  // The byte order mark tells spreadsheets that this is UTF-8.
  return `\ufeff${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`
}
