// What Maven calls: `run.mjs build OUT` and `run.mjs test OUT`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { files, run } from '../../../../../build/pages.mjs'

const templates = fileURLToPath(new URL('../../jte', import.meta.url))

// The style sheet keeps only the classes that templates name, and the sprite only their icons, so
// the set of their words counts, not their bytes: a template may change without a build of this.
const words = new Set()
for (const path of files(templates)) {
  for (const word of readFileSync(join(templates, path), 'utf8').match(/[\w-]+/g) ?? []) words.add(word)
}
run(fileURLToPath(new URL('..', import.meta.url)), "the node's pages", [...words].sort().join(' '))
