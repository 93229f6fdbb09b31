import { expect, test } from 'vitest'
import { placeLabels } from '../src/labels'
import { bounds } from '../src/path'
import { count, number } from '../src/words'

const frame = { left: 0, top: 0, right: 300, bottom: 100 }

test('a name goes right of its bubble, left where there is no room, or nowhere', () => {
  const spots = [
    { x: 50, y: 50, radius: 5, width: 60 },
    { x: 280, y: 50, radius: 5, width: 60 },
    { x: 52, y: 51, radius: 5, width: 400 },
  ]
  expect(placeLabels(spots, frame, 9)).toEqual([
    { index: 0, x: 59, before: false },
    { index: 1, x: 271, before: true },
  ])
})

test('names never overlap and never exceed their number', () => {
  const spots = Array.from({ length: 20 }, (_, i) => ({ x: 20 + 3 * i, y: 50, radius: 2, width: 40 }))
  expect(placeLabels(spots, frame, 9).length).toBeLessThanOrEqual(4)
  const apart = Array.from({ length: 6 }, (_, i) => ({ x: 20, y: 10 + 15 * i, radius: 2, width: 40 }))
  expect(placeLabels(apart, frame, 3)).toHaveLength(3)
})

test('measures path data of several rings', () => {
  expect(bounds('M10 20l5-5 5 5zM-3 0l1 40z')).toEqual({ left: -3, top: 0, right: 20, bottom: 40 })
})

test('prints numbers as the page does', () => {
  expect(number(1234.56, 1)).toBe('1,234.6')
  expect(number(null, 1)).toBe('–')
  expect([count(3), count(0.256), count(12.34), count(1234.5)]).toEqual(['3', '0.26', '12.3', '1,235'])
})
