// Gives the files that Vite did not name a content hash as well, writes the manifest from plain to
// hashed names, and puts packed copies beside everything that packs.
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { assets, made, web } from './made.mjs'

const manifest = {}
const vite = JSON.parse(readFileSync(join(assets, '.vite/manifest.json'), 'utf8'))
for (const entry of Object.values(vite)) {
  if (entry.isEntry) manifest[`${entry.name}.js`] = entry.file
  if (entry.isEntry) (entry.css ?? []).forEach((file) => (manifest[`${entry.name}.css`] = file))
}
rmSync(join(assets, '.vite'), { recursive: true })

copyFileSync(join(web, 'src/icon.svg'), join(made, 'icon.svg'))
for (const name of ['icon.svg', 'icons.svg', 'land.geojson']) {
  const hash = createHash('sha256').update(readFileSync(join(made, name))).digest('base64url').slice(0, 8)
  const hashed = name.replace('.', `-${hash}.`)
  copyFileSync(join(made, name), join(assets, hashed))
  manifest[name] = hashed
}
writeFileSync(join(assets, 'manifest.json'), JSON.stringify(manifest, null, 2))

let plain = 0
let packed = 0
for (const name of readdirSync(assets)) {
  if (!['.js', '.css', '.svg', '.geojson'].includes(extname(name))) continue
  const bytes = readFileSync(join(assets, name))
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  writeFileSync(join(assets, `${name}.br`), brotli)
  plain += bytes.length
  packed += brotli.length
}
console.log(`assets: ${plain} bytes, ${packed} packed`)
