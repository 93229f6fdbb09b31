import { describe, expect, test } from 'vitest'
import { next } from '../src/search'

describe('the arrows walk round what was found', () => {
  test('down begins at the first, up at the last', () => {
    expect(next(-1, 1, 3)).toBe(0)
    expect(next(-1, -1, 3)).toBe(2)
  })
  test('after the last comes the first', () => {
    expect(next(2, 1, 3)).toBe(0)
    expect(next(0, -1, 3)).toBe(2)
    expect(next(1, 1, 3)).toBe(2)
  })
})
