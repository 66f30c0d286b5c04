import { chooseNames, type Nameable, type WrittenName } from './choose-names.ts'
import type { NamePlaces } from './name-places.ts'

const SIZE = 13
/** In a picture narrower than this, names are a little smaller. */
const NARROW = 480
const NARROW_SIZE = 12

interface Hand {
  readonly font: string
  readonly inks: { readonly ink: string; readonly surface: string }
  readonly places: NamePlaces
  /** Of the picture, in pixels. */
  readonly width: number
  readonly height: number
}

/** Writes the names that fit, each with an edge in the colour of the ground, so that it reads over lines. */
export function writeNames(
  context: CanvasRenderingContext2D,
  partners: readonly Nameable[],
  { font, inks, places, width, height }: Hand,
): void {
  const size = width < NARROW ? NARROW_SIZE : SIZE
  const lineHeight = size + 3
  context.font = `500 ${size}px ${font}`
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = inks.surface
  context.fillStyle = inks.ink
  const pointOf = new Map(partners.map(({ id, point }) => [id, point]))
  const widthOf = (text: string) => context.measureText(text).width
  for (const name of chooseNames(partners, places, { widthOf, lineHeight, area: width * height })) {
    const { align, x } = edgeOf(name, pointOf.get(name.id)?.x ?? name.x)
    context.textAlign = align
    const first = name.y - ((name.lines.length - 1) * lineHeight) / 2 + size / 3
    for (const [index, line] of name.lines.entries()) context.strokeText(line, x, first + index * lineHeight)
    for (const [index, line] of name.lines.entries()) context.fillText(line, x, first + index * lineHeight)
  }
}

/** Lines lean towards their partner, in whichever direction the page is written. */
function edgeOf({ x, width }: WrittenName, partnerAt: number): { align: CanvasTextAlign; x: number } {
  if (x >= partnerAt) return { align: 'left', x }
  if (x + width <= partnerAt) return { align: 'right', x: x + width }
  return { align: 'center', x: x + width / 2 }
}
