import type { NamePlaces, Point } from './name-places.ts'

/** A partner of the picture whose name may be written, and how much it deserves that. */
export interface Nameable {
  readonly id: string
  readonly name: string
  readonly point: Point
  /** Must be written, whatever lies there. */
  readonly isNeeded: boolean
  /** Others that would be cut off without it. */
  readonly cutsOff: number
  readonly initiatives: number
  readonly strength: number
}

export interface WrittenName {
  readonly id: string
  readonly lines: readonly string[]
  /** Left edge and middle of the name. */
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Area in pixels of the picture for each name that is tried: more would not fit, and be tried for nothing in every frame. */
const AREA_OF_NAME = 4000

/**
 * Names that fit into a picture without touching: those that must stand first, then bridges, then the partners with the most
 * running initiatives and the strongest ties. A name with no room in one line stands in two.
 */
export function chooseNames(
  all: readonly Nameable[],
  places: NamePlaces,
  {
    widthOf,
    lineHeight,
    area,
  }: {
    readonly widthOf: (text: string) => number
    readonly lineHeight: number
    /** Of the picture, in pixels. */
    readonly area: number
  },
): WrittenName[] {
  const written: WrittenName[] = []
  const tried = all.toSorted(byWeight).slice(0, Math.max(12, Math.floor(area / AREA_OF_NAME)))
  for (const { id, name, point, isNeeded } of tried) {
    const forms = [[name], inTwoLines(name)].filter((lines) => lines.length > 0)
    for (const [index, lines] of forms.entries()) {
      const width = Math.max(...lines.map(widthOf))
      const isLast = index === forms.length - 1
      const place = places.take(point, width, lines.length * lineHeight, isNeeded && isLast)
      if (place === null) continue
      written.push({ id, lines, width, ...place })
      break
    }
  }
  return written
}

function byWeight(one: Nameable, other: Nameable): number {
  return (
    Number(other.isNeeded) - Number(one.isNeeded) ||
    other.cutsOff - one.cutsOff ||
    other.initiatives - one.initiatives ||
    other.strength - one.strength ||
    (one.id < other.id ? -1 : 1)
  )
}

/** A name broken at the space nearest to its middle; nothing where it has none. */
export function inTwoLines(name: string): string[] {
  const middle = name.length / 2
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index)
  const [nearest] = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return nearest === undefined ? [] : [name.slice(0, nearest), name.slice(nearest + 1)]
}
