// What Maven calls: `run.mjs build OUT` and `run.mjs test OUT`.
import { fileURLToPath } from 'node:url'
import { run } from '../../../../../build/pages.mjs'

run(fileURLToPath(new URL('..', import.meta.url)), 'the report pages')
