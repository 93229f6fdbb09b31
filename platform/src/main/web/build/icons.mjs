// Draws the icons that templates ask for together into one file, each a symbol with the icon's name.
//
// A template asks with `@template.layout.icon("name")`, or with a comment `icons: name name`
// where the name is chosen elsewhere.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { made, templates } from './made.mjs'

const folder = join(dirname(createRequire(import.meta.url).resolve('@tabler/icons/package.json')), 'icons/outline')
const names = new Set()
for (const template of templates()) {
  for (const [, name] of template.matchAll(/layout\.icon\(\s*(?:name\s*=\s*)?"([a-z0-9-]+)"/g)) names.add(name)
  for (const [, list] of template.matchAll(/icons:((?: [a-z][a-z0-9-]*)+)/g)) list.trim().split(' ').forEach((name) => names.add(name))
}

const symbols = [...names].sort().map((name) => {
  const file = join(folder, `${name}.svg`)
  if (!existsSync(file)) {
    console.error(`A template asks for the icon "${name}", which Tabler does not have.`)
    process.exit(1)
  }
  const drawing = readFileSync(file, 'utf8').replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')
  return `<symbol id="${name}" viewBox="0 0 24 24">${drawing.replace(/\s*\n\s*/g, '')}</symbol>`
})
writeFileSync(join(made, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`)
console.log(`icons.svg: ${names.size} icons`)
