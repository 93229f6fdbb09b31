// Cuts Tabler's style sheet (635 kB) down to what the pages name, and lets its dark colours follow
// the reader's system unless the page says which it wants.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import postcss from 'postcss'
import { PurgeCSS } from 'purgecss'
import { made, templates, web } from './made.mjs'

const DARK = '[data-bs-theme=dark]'
const SYSTEM = ':root:not([data-bs-theme])'

const require = createRequire(import.meta.url)
const tabler = readFileSync(require.resolve('@tabler/core/dist/css/tabler.css'), 'utf8')
const scripts = readdirSync(join(web, 'src'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(web, 'src', name), 'utf8'))

const [{ css }] = await new PurgeCSS().purge({
  content: [...templates(), ...scripts].map((raw) => ({ raw, extension: 'html' })),
  css: [{ raw: tabler }],
  defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  safelist: { standard: ['html', 'body', ':root', /^data-bs-theme/] },
  variables: true,
  keyframes: true,
  fontFace: true,
})

const sheet = postcss.parse(css)
const system = postcss.atRule({ name: 'media', params: '(prefers-color-scheme: dark)' })
sheet.walkComments((comment) => {
  if (!comment.text.startsWith('!')) comment.remove()
})
sheet.walkRules((rule) => {
  if (rule.parent.type === 'root' && rule.selectors.some((selector) => selector.includes(DARK))) {
    const copy = rule.clone()
    copy.selectors = rule.selectors
      .filter((selector) => selector.includes(DARK))
      .map((selector) => selector.replaceAll(DARK, SYSTEM).replaceAll(`body${SYSTEM}`, `${SYSTEM} body`))
    system.append(copy)
  }
})
sheet.append(system)
writeFileSync(join(made, 'tabler.css'), sheet.toString())
console.log(`tabler.css: ${tabler.length} → ${sheet.toString().length} bytes`)
