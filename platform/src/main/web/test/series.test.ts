import { describe, expect, test } from 'vitest'
import { figuresOf } from '../src/series'

/** As much of a table as the reader touches. */
function table(head: string[], rows: (string | { text: string; value: string })[][]): HTMLTableElement {
  const cell = (content: string | { text: string; value: string }) =>
    typeof content === 'string' ? { textContent: content, dataset: {} } : { textContent: content.text, dataset: { value: content.value } }
  const body = { rows: rows.map((row) => ({ cells: row.map(cell) })) }
  return { tHead: { rows: [{ cells: head.map(cell) }] }, tBodies: [body] } as unknown as HTMLTableElement
}

describe('a chart reads its table', () => {
  test('the first column names, the others are series', () => {
    const figures = figuresOf(table(['Year', 'Patents', 'Papers'], [['2023', '1,204', '8'], ['2024', '1,310', '9.5']]))
    expect(figures.names).toEqual(['2023', '2024'])
    expect(figures.series).toEqual([
      { name: 'Patents', values: [1204, 1310] },
      { name: 'Papers', values: [8, 9.5] },
    ])
  })

  test('the unrounded value wins over what is printed', () => {
    expect(figuresOf(table(['', 'A'], [['x', { text: '0.1', value: '0.12345' }]])).series[0]?.values).toEqual([0.12345])
  })

  test('what is no number is a gap, not a zero', () => {
    expect(figuresOf(table(['', 'A'], [['x', '–'], ['y', '']])).series[0]?.values).toEqual([null, null])
  })
})
