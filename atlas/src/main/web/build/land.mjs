// Writes the land outline as compact SVG paths in the Equal Earth projection.
//
// Land only, no borders (Natural Earth, public domain, by way of world-atlas). Two grades: `light`
// is in the page from the start and on paper, `fine` is swapped in when the reader zooms.
// The projection is the one of org.ronghe.atlas.report.EqualEarth: 960 units wide, centred on 0°.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'

const WIDTH = 960
const SCALE = (WIDTH / 2 / Math.PI) * 1.340264 * (Math.sqrt(3) / 2)
const HALF_HEIGHT = SCALE * 1.3173627591574133

const require = createRequire(import.meta.url)
const projection = geoEqualEarth().scale(SCALE).translate([WIDTH / 2, HALF_HEIGHT])

/** Collects rings of whole numbers, so that equal neighbours can be dropped before printing. */
class RingCollector {
  constructor(unitsPerPixel) {
    this.units = unitsPerPixel
    this.rings = []
  }
  beginPath() {}
  arc() {}
  moveTo(x, y) {
    this.rings.push([])
    this.lineTo(x, y)
  }
  lineTo(x, y) {
    this.rings.at(-1).push([Math.round(x * this.units), Math.round(y * this.units)])
  }
  closePath() {}
}

function withoutRepeats(ring) {
  const kept = []
  for (const point of ring) {
    const last = kept.at(-1)
    if (last && last[0] === point[0] && last[1] === point[1]) continue
    const before = kept.at(-2)
    if (before && (last[0] - before[0]) * (point[1] - last[1]) === (last[1] - before[1]) * (point[0] - last[0])
      && (last[0] - before[0]) * (point[0] - last[0]) + (last[1] - before[1]) * (point[1] - last[1]) > 0) {
      kept.pop() // straight on: the middle point adds nothing
    }
    kept.push(point)
  }
  const [first, last] = [kept[0], kept.at(-1)]
  if (kept.length > 1 && first[0] === last[0] && first[1] === last[1]) kept.pop()
  return kept
}

function area(ring) {
  let twice = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    twice += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1]
  }
  return Math.abs(twice / 2)
}

function pair(x, y) {
  return `${x}${y < 0 ? '' : ' '}${y}`
}

function print(ring) {
  let text = `M${pair(...ring[0])}l`
  for (let i = 1; i < ring.length; i++) {
    const step = pair(ring[i][0] - ring[i - 1][0], ring[i][1] - ring[i - 1][1])
    text += i === 1 || step.startsWith('-') ? step : ` ${step}`
  }
  return `${text}z`
}

function land(file, unitsPerPixel, smallestPixels) {
  const topology = JSON.parse(readFileSync(require.resolve(`world-atlas/${file}`), 'utf8'))
  const collector = new RingCollector(unitsPerPixel)
  geoPath(projection, collector)(feature(topology, topology.objects.land))
  const rings = collector.rings
    .map(withoutRepeats)
    .filter((ring) => ring.length > 2 && area(ring) >= smallestPixels * unitsPerPixel ** 2)
  return rings.map(print).join('')
}

const out = join(process.env.RONGHE_WEB_OUT ?? 'dist', 'org/ronghe/atlas/report')
mkdirSync(out, { recursive: true })
// Light: whole tenths of a pixel. Fine: whole twentieths, about two kilometres at the equator.
for (const [name, file, units, smallest] of [
  ['land-light', 'land-110m.json', 10, 0.3],
  ['land-fine', 'land-50m.json', 20, 0.01],
]) {
  const path = land(file, units, smallest)
  // The fine grade travels inside the page, deflated, and is unpacked only when it is wanted.
  const text = name === 'land-fine' ? deflateRawSync(path, { level: 9 }).toString('base64') : path
  writeFileSync(join(out, `${name}.txt`), text)
  console.log(`${name}: ${text.length} bytes`)
}
