import { expect, test } from 'vitest'
import { csv, field } from '../src/csv'
import type { Report } from '../src/data'
import { Words } from '../src/words'

test('quotes what RFC 4180 asks to be quoted', () => {
  expect(field('Paris')).toBe('Paris')
  expect(field('San Diego, CA')).toBe('"San Diego, CA"')
  expect(field('the "Bay"')).toBe('"the ""Bay"""')
  expect(field(null)).toBe('')
  expect(field(-3.5)).toBe('-3.5')
})

test('a name is never a formula', () => {
  expect(field('=HYPERLINK("http://x")')).toBe('"\'=HYPERLINK(""http://x"")"')
  expect(field('@sum')).toBe("'@sum")
})

test('writes the rows given, in the language of the reader', () => {
  const words = { rank: '名次', cluster: '集群', economies: '经济体', score: '得分', count: '数量', share: '份额', 'per-million': '每百万' }
  const report: Report = {
    language: 'zh',
    method: 'custom',
    title: ['Custom'],
    scoreDecimals: 1,
    metrics: [{ id: 'pct', name: ['Patents', '专利'], countDecimals: 0, perMillionDecimals: 0 }],
    economies: {},
    messages: { en: {}, zh: words },
    clusters: [{ l: 1, r: 1, n: ['Macao–Zhuhai', '澳门–珠海'], e: ['CN', 'MO'], s: 1.25, f: [[3, 1.25, null]] }],
  }
  expect(csv(report.clusters, report, new Words(report, 'zh'))).toBe(
    '\ufeff名次,集群,经济体,得分,专利 数量,专利 份额,专利 每百万\r\n1,澳门–珠海,CN/MO,1.25,3,1.25,\r\n',
  )
})
