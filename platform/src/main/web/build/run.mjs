// What Maven calls: `run.mjs build OUT` and `run.mjs test OUT`.
//
// Nothing is done when nothing changed: a stamp beside OUT holds a digest of the lock file, the
// sources and this Node.js, so a second build costs the start of one process.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const web = dirname(dirname(fileURLToPath(import.meta.url)))
const main = dirname(web)
const [task, outArgument] = process.argv.slice(2)
const out = resolve(outArgument)

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`The pages of Ronghe's node need Node.js 20.19 or newer; this is ${process.versions.node}.`)
}

function files(base, folder = '') {
  return readdirSync(join(base, folder), { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? files(base, path) : [path]
    })
    .sort()
}

function digest(paths, more = '') {
  const hash = createHash('sha256').update(process.version).update(more)
  for (const path of paths) {
    hash.update(path).update('\0').update(readFileSync(join(web, path)))
  }
  return hash.digest('hex')
}

const holds = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value

function npm(what, ...args) {
  const environment = { ...process.env, RONGHE_WEB_OUT: out }
  const shell = process.platform === 'win32'
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: web, env: environment, encoding: 'utf8', shell })
  if (status !== 0) {
    fail(`${stdout ?? ''}${stderr ?? ''}\n${what} failed: "npm ${args.join(' ')}" in ${web}.`)
  }
}

// The style sheet keeps only the classes that templates name, and the sprite only their icons, so
// the set of their words counts, not their bytes: a template may change without a build of this.
const stamp = `${out}.${task}.stamp`
const onlyTested = /^(test|inspect)[/\\]/
const words = new Set()
for (const path of files(join(main, 'jte'))) {
  for (const word of readFileSync(join(main, 'jte', path), 'utf8').match(/[\w-]+/g) ?? []) words.add(word)
}
const state = digest(
  files(web).filter((path) => task === 'test' || !onlyTested.test(path)),
  [...words].sort().join(' '),
)
if (holds(stamp, state) && (task === 'test' || existsSync(out))) process.exit(0)

const installedStamp = join(web, 'node_modules', '.ronghe-installed')
const locked = digest(['package.json', 'package-lock.json'])
if (!holds(installedStamp, locked)) {
  console.log("Fetching the npm packages the node's pages are built with …")
  npm('Fetching npm packages (is the npm registry reachable?)', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  writeFileSync(installedStamp, locked)
}

if (task === 'build') {
  console.log("Building the pages' script, style, icons and land outline …")
  rmSync(out, { recursive: true, force: true })
  npm("Building the node's pages", 'run', '--silent', 'build')
} else {
  npm("Checking the types of the pages' script", 'run', '--silent', 'check')
  npm("Testing the pages' script", 'run', '--silent', 'test')
}
mkdirSync(dirname(stamp), { recursive: true })
writeFileSync(stamp, state)
