// Writes the land outline as GeoJSON for the interactive map: land only, no borders (Natural Earth,
// public domain, by way of world-atlas), every polygon cut at ±180° so that none crosses the edge.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { geoEquirectangular, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import { made } from './made.mjs'

const DEGREES = 180 / Math.PI
const HUNDREDTHS = 100

/** Collects the rings that the projection draws, as longitude and latitude in whole hundredths. */
class Rings {
  all = []
  beginPath() {}
  arc() {}
  closePath() {}
  moveTo(x, y) {
    this.all.push([])
    this.lineTo(x, y)
  }
  lineTo(x, y) {
    const point = [Math.round(x * HUNDREDTHS) / HUNDREDTHS, Math.round(-y * HUNDREDTHS) / HUNDREDTHS]
    const last = this.all.at(-1).at(-1)
    if (!last || last[0] !== point[0] || last[1] !== point[1]) this.all.at(-1).push(point)
  }
}

function area(ring) {
  let twice = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) twice += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1]
  return twice / 2
}

function inside([x, y], ring) {
  let within = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]
    const [bx, by] = ring[j]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within
  }
  return within
}

const require = createRequire(import.meta.url)
const topology = JSON.parse(readFileSync(require.resolve('world-atlas/land-50m.json'), 'utf8'))
const rings = new Rings()
// Sharing no precision: straight edges stay straight, no points are put in between.
geoPath(geoEquirectangular().scale(DEGREES).translate([0, 0]).precision(0), rings)(feature(topology, topology.objects.land))
const closed = rings.all.filter((ring) => ring.length > 3 && Math.abs(area(ring)) > 0.005)

// The greatest ring around a point is its land; a ring of the other direction inside is a lake.
const direction = Math.sign(area(closed.toSorted((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0]))
const outer = closed.filter((ring) => Math.sign(area(ring)) === direction).map((ring) => [ring])
for (const hole of closed.filter((ring) => Math.sign(area(ring)) !== direction)) {
  outer.find(([ring]) => inside(hole[0], ring))?.push(hole)
}
for (const polygon of outer) {
  polygon.forEach((ring, index) => {
    if (area(ring) < 0 === (index === 0)) ring.reverse() // RFC 7946: outer rings counter-clockwise
    ring.push(ring[0])
  })
}
const wide = outer.filter(([ring]) => ring.some(([x], i) => i > 0 && Math.abs(x - ring[i - 1][0]) > 180))
if (wide.some(([ring]) => !ring.some(([, y]) => y < -80))) throw new Error('a polygon leaps over the antimeridian')

const land = { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: outer } }
writeFileSync(join(made, 'land.geojson'), JSON.stringify(land))
console.log(`land.geojson: ${outer.length} polygons, ${JSON.stringify(land).length} bytes`)
