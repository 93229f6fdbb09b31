import { expect, test } from 'vitest'
import { parse, print } from '../src/route'

test('reads sections, clusters and the language in any order', () => {
  expect(parse('')).toEqual({ section: '', cluster: null, language: null })
  expect(parse('#method')).toEqual({ section: 'method', cluster: null, language: null })
  expect(parse('#cluster-12&lang=zh')).toEqual({ section: '', cluster: 12, language: 'zh' })
  expect(parse('#lang=en')).toEqual({ section: '', cluster: null, language: 'en' })
})

test('what is no address is nothing', () => {
  expect(parse('#lang=fr&"><script>')).toEqual({ section: '', cluster: null, language: null })
})

test('prints what it reads; the language only where it is not the page’s own', () => {
  for (const hash of ['', '#method', '#cluster-12', '#cluster-0&lang=zh', '#terms&lang=zh', '#lang=zh']) {
    expect(print(parse(hash), 'en')).toBe(hash)
  }
  expect(print(parse('#cluster-12&lang=en'), 'en')).toBe('#cluster-12')
})
