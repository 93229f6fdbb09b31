/** Which names fit on the map beside their bubbles, best first. */

export interface Spot {
  x: number
  y: number
  radius: number
  width: number
}

export interface Placed {
  index: number
  x: number
  before: boolean
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const HEIGHT = 13
const GAP = 4

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Greedy: each name goes right of its bubble, else left, else is left out. */
export function placeLabels(spots: readonly Spot[], frame: Box, most: number): Placed[] {
  const seen = spots
    .map((spot, index) => ({ spot, index }))
    .filter(({ spot }) => spot.x > frame.left && spot.x < frame.right && spot.y > frame.top && spot.y < frame.bottom)
  const taken: Box[] = seen.slice(0, 60).map(({ spot }) => {
    const r = spot.radius * 0.7
    return { left: spot.x - r, top: spot.y - r, right: spot.x + r, bottom: spot.y + r }
  })
  const placed: Placed[] = []
  for (const { spot, index } of seen) {
    if (placed.length >= most) break
    for (const before of [false, true]) {
      const x = before ? spot.x - spot.radius - GAP : spot.x + spot.radius + GAP
      const left = before ? x - spot.width : x
      const box = { left, top: spot.y - HEIGHT / 2, right: left + spot.width, bottom: spot.y + HEIGHT / 2 }
      if (box.left < frame.left || box.right > frame.right || taken.some((other) => meets(box, other))) continue
      taken.push(box)
      placed.push({ index, x, before })
      break
    }
  }
  return placed
}

/** A name's width in units of the font size's pixels, near enough to keep names apart. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += letter > '\u2e80' ? 1 : 0.54
  return width * size
}
