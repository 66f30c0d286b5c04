/** A rectangle in pixels. */
interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where a name can be written so that it neither leaves the picture nor lies on another name or partner. */
export interface NamePlaces {
  /** Forgets what was written: the picture begins anew. No name will lie on one of these discs, asked for with the first name. */
  readonly begin: (discs: () => Iterable<Point>) => void
  /**
   * Left edge and middle of a name of the given size beside a point: after it, before it, below, above, at its corners, whichever is free first.
   * Null where none is; a name that must be written then stands after it.
   */
  readonly take: (point: Point, width: number, height: number, isNeeded: boolean) => { x: number; y: number } | null
}

export interface Point {
  readonly x: number
  readonly y: number
  /** Distance from its middle: of a name to write, or of the edge of a disc. */
  readonly away: number
}

/** Places for names in a picture of the given size. */
export function namePlaces(size: () => { readonly width: number; readonly height: number }): NamePlaces {
  let discsOfPicture: () => Iterable<Point> = () => []
  let written: Box[] | null = null
  const boxAt = (x: number, y: number, width: number, height: number): Box => ({
    left: x,
    right: x + width,
    top: y - height / 2,
    bottom: y + height / 2,
  })
  const isFree = (box: Box, written: readonly Box[]) => {
    const { width, height } = size()
    if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height) return false
    return written.every(
      (other) =>
        box.right <= other.left || box.left >= other.right || box.bottom <= other.top || box.top >= other.bottom,
    )
  }
  return {
    begin: (discs) => {
      discsOfPicture = discs
      written = null
    },
    take({ x, y, away }, width, height, isNeeded) {
      const aside = away * Math.SQRT1_2
      const places = [
        { x: x + away, y },
        { x: x - away - width, y },
        { x: x - width / 2, y: y + away + height / 2 },
        { x: x - width / 2, y: y - away - height / 2 },
        { x: x + aside, y: y + aside + height / 2 },
        { x: x - aside - width, y: y + aside + height / 2 },
        { x: x + aside, y: y - aside - height / 2 },
        { x: x - aside - width, y: y - aside - height / 2 },
      ]
      const taken = written ?? [...discsOfPicture()].map(({ x, y, away }) => boxAt(x - away, y, 2 * away, 2 * away))
      written = taken
      const free = places.find((place) => isFree(boxAt(place.x, place.y, width, height), taken))
      const place = free ?? (isNeeded ? places[0] : undefined)
      if (place === undefined) return null
      taken.push(boxAt(place.x, place.y, width, height))
      return place
    },
  }
}
