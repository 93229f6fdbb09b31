// Where the steps of the build meet: the folder of the result, and one beside it for what is made on
// the way there.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const web = dirname(dirname(fileURLToPath(import.meta.url)))
export const out = process.env.RONGHE_WEB_OUT ?? join(web, 'dist')
export const assets = join(out, 'org/ronghe/platform/web/assets')
export const made = `${out}.made`

mkdirSync(made, { recursive: true })

/** The texts of all templates. */
export function templates(folder = join(dirname(web), 'jte')) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.name.endsWith('.jte'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}
