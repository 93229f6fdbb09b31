/** The ranking as org.ronghe.atlas.report.RankingJson writes it. */

/** A text in English and Chinese, or one that is the same in both. */
export type Text = [string] | [string, string]
export type Language = 'en' | 'zh'

export interface Metric {
  id: string
  name: Text
  countDecimals: number
  perMillionDecimals: number
}

/** Count, share in percent, count per million inhabitants (null when unknown). */
export type Figure = [number, number, number | null]

export interface Profile {
  population: number
  contributions: number
  /** Path data in thousandths of a unit of the map's sheet. */
  outline: string
  /** Name, count and, when known, the place on the sheet. */
  cities: ([Text, number] | [Text, number, number, number])[]
  organisations: [Text, number][]
  fields: [Text, number][]
  /** Label, name, strength. */
  partners: [number, Text, number][]
  /** Year, then one count per metric. */
  trend: number[][]
}

export interface Cluster {
  /** Label, which the page's address names. */
  l: number
  /** Rank. */
  r: number
  /** Name. */
  n: Text
  /** Economies, ISO 3166-1 alpha-2. */
  e: string[]
  /** Score, unrounded. */
  s: number
  /** True for a close call. */
  t?: boolean
  /** Figures, one per metric. */
  f: Figure[]
  /** Place on the map's sheet. */
  x?: number
  y?: number
  p?: Profile
}

export interface Report {
  language: Language
  method: string
  title: Text
  scoreDecimals: number
  metrics: Metric[]
  economies: Record<string, Text>
  messages: Record<Language, Record<string, string>>
  clusters: Cluster[]
}
