import { expect, test } from 'vitest'
import type { Cluster, Report } from '../src/data'
import { fold, matches, searchText, sorted, startsDescending } from '../src/rows'

const cluster = (l: number, r: number, n: Cluster['n'], e: string[], s: number, f: Cluster['f'] = [[1, 1, null]]): Cluster => ({ l, r, n, e, s, f })

const tokyo = cluster(7, 1, ['Tokyo–Yokohama', '东京–横滨'], ['JP'], 10.9, [[90, 9, 3]])
const paulo = cluster(8, 2, ['São Paulo', '圣保罗'], ['BR'], 0.8, [[10, 1, null]])
const xian = cluster(9, 3, ["Xi'an", '西安'], ['CN'], 0.8, [[20, 2, 5]])
const report: Report = {
  language: 'en',
  method: 'custom',
  title: ['Custom'],
  scoreDecimals: 1,
  metrics: [],
  economies: { JP: ['Japan', '日本'], BR: ['Brazil', '巴西'], CN: ['China', '中国'] },
  messages: { en: {}, zh: {} },
  clusters: [tokyo, paulo, xian],
}
const names = (codes: string[]): string => codes.map((code) => report.economies[code]?.[0]).join()
const order = (column: string, descending: boolean, language: 'en' | 'zh' = 'en'): number[] =>
  sorted(report.clusters, { column, descending }, language, names).map((c) => c.l)
const finds = (query: string): number[] => report.clusters.filter((c) => matches(searchText(c, report), query)).map((c) => c.l)

test('folds case, diacritics and the printer’s apostrophe', () => {
  expect(fold(' São PAULO ')).toBe('sao paulo')
  expect(fold('Xi’an')).toBe("xi'an")
})

test('finds by either language, by economy and by code', () => {
  expect(finds('sao')).toEqual([8])
  expect(finds('横滨')).toEqual([7])
  expect(finds('china')).toEqual([9])
  expect(finds('cn')).toEqual([9])
  expect(finds('tokyo-yokohama')).toEqual([7])
  expect(finds('yokohama japan')).toEqual([7])
  expect(finds('')).toEqual([7, 8, 9])
  expect(finds('.*')).toEqual([])
})

test('finds by a contributing city', () => {
  const profile = { population: 0, contributions: 1, outline: '', cities: [[['Kawasaki', '川崎'], 3]], organisations: [], fields: [], partners: [], trend: [] }
  const text = searchText({ ...tokyo, p: profile as Cluster['p'] & object }, report)
  expect(matches(text, '川崎')).toBe(true)
})

test('sorts figures, keeps ties in the order of ranks', () => {
  expect(order('score', true)).toEqual([7, 8, 9])
  expect(order('score', false)).toEqual([8, 9, 7])
  expect(order('count-0', false)).toEqual([8, 9, 7])
  expect(order('rank', true)).toEqual([9, 8, 7])
})

test('unknown figures come last in either direction', () => {
  expect(order('permillion-0', true)).toEqual([9, 7, 8])
  expect(order('permillion-0', false)).toEqual([7, 9, 8])
})

test('sorts names in the language of the reader', () => {
  expect(order('name', false)).toEqual([8, 7, 9])
  expect(order('name', false, 'zh')).toEqual([7, 8, 9])
  expect(order('economies', true)).toEqual([7, 9, 8])
})

test('columns of figures begin with the largest', () => {
  expect(['rank', 'name', 'economies', 'score', 'count-0'].map(startsDescending)).toEqual([false, false, false, true, true])
})
