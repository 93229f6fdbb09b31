// Builds or tests a folder of pages with npm, for Maven.
//
// Nothing is done when nothing changed: a stamp beside the result holds a digest of the lock file,
// the sources and this Node.js, so a second build costs the start of one process.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const onlyTested = /^(test|inspect)[/\\]/

/** All files below `base`, in a fixed order, what npm fetched left out. */
export function files(base, folder = '') {
  return readdirSync(join(base, folder), { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? files(base, path) : [path]
    })
    .sort()
}

/**
 * Does what the command line asks for: `build OUT` or `test OUT`.
 *
 * @param {string} web the folder with package.json
 * @param {string} pages what is made, in words
 * @param {string} more what the result depends on besides the files of `web`
 */
export function run(web, pages, more = '') {
  const [task, outArgument] = process.argv.slice(2)
  const out = resolve(outArgument)
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Building ${pages} needs Node.js 20.19 or newer; this is ${process.versions.node}.`)
  }

  const digest = (paths, besides = '') => {
    const hash = createHash('sha256').update(process.version).update(besides)
    for (const path of paths) hash.update(path).update('\0').update(readFileSync(join(web, path)))
    return hash.digest('hex')
  }
  const npm = (what, ...args) => {
    const environment = { ...process.env, RONGHE_WEB_OUT: out }
    const shell = process.platform === 'win32'
    const { status, stdout, stderr } = spawnSync('npm', args, { cwd: web, env: environment, encoding: 'utf8', shell })
    if (status !== 0) fail(`${stdout ?? ''}${stderr ?? ''}\n${what} failed: "npm ${args.join(' ')}" in ${web}.`)
  }

  const stamp = `${out}.${task}.stamp`
  const state = digest(files(web).filter((path) => task === 'test' || !onlyTested.test(path)), more)
  if (holds(stamp, state) && (task === 'test' || existsSync(out))) return

  const installedStamp = join(web, 'node_modules', '.ronghe-installed')
  const locked = digest(['package.json', 'package-lock.json'])
  if (!holds(installedStamp, locked)) {
    console.log(`Fetching the npm packages ${pages} are built with …`)
    npm('Fetching npm packages (is the npm registry reachable?)', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
    writeFileSync(installedStamp, locked)
  }
  if (task === 'build') {
    console.log(`Building ${pages} …`)
    rmSync(out, { recursive: true, force: true })
    npm(`Building ${pages}`, 'run', '--silent', 'build')
  } else {
    npm(`Checking the types of ${pages}`, 'run', '--silent', 'check')
    npm(`Testing ${pages}`, 'run', '--silent', 'test')
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, state)
}

function holds(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
