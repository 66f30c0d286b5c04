import { describe, expect, test } from 'vitest'
import { chooseNames, inTwoLines, type Nameable, type WrittenName } from './choose-names.ts'
import { namePlaces } from './name-places.ts'

const lineHeight = 16
const picture = { width: 330, height: 320 }

function partner(id: string, x: number, y: number, more: Partial<Nameable> = {}): Nameable {
  const point = { x, y, away: 14 }
  return { id, name: `Partner ${id}`, point, isNeeded: false, cutsOff: 0, initiatives: 1, strength: 1, ...more }
}

function namesOf(partners: readonly Nameable[]): WrittenName[] {
  const places = namePlaces(() => picture)
  places.begin(() => partners.map(({ point }) => ({ ...point, away: point.away - 4 })))
  const area = picture.width * picture.height
  return chooseNames(partners, places, { widthOf: (text) => text.length * 7, lineHeight, area })
}

const boxOf = ({ x, y, width, lines }: WrittenName) => {
  const half = (lines.length * lineHeight) / 2
  return { left: x, right: x + width, top: y - half, bottom: y + half }
}

describe('names of a picture', () => {
  test('a bridge comes before the larger, the larger before the more strongly tied', () => {
    const tied = partner('tied', 150, 100, { strength: 9 })
    const large = partner('large', 150, 100, { initiatives: 5 })
    const bridge = partner('bridge', 150, 100, { cutsOff: 2 })
    const needed = partner('needed', 150, 100, { isNeeded: true })
    expect(namesOf([tied, large, bridge, needed]).map(({ id }) => id)).toEqual(['needed', 'bridge', 'large', 'tied'])
  })

  test('a name with no room in one line stands in two', () => {
    const [written] = namesOf([partner('a', 80, 160, { name: 'Neighbours of the whole Station Quarter' })])
    expect(written?.lines).toEqual(['Neighbours of the', 'whole Station Quarter'])
  })

  test('a name without a room is left out, unless it must be written', () => {
    const name = 'x'.repeat(60)
    expect(namesOf([partner('a', 165, 160, { name })])).toEqual([])
    expect(namesOf([partner('a', 165, 160, { name, isNeeded: true })])).toHaveLength(1)
  })

  test('of seventeen partners on a phone most are named, and no name lies on another or leaves the picture', () => {
    const partners = [...Array(17).keys()].map((index) => {
      const angle = index * Math.PI * (3 - Math.sqrt(5))
      const radius = 32 * Math.sqrt(index + 0.5)
      return partner(`of town ${index}`, 165 + radius * Math.cos(angle), 160 + radius * Math.sin(angle), {
        initiatives: 17 - index,
      })
    })
    const written = namesOf(partners)
    expect(written.length).toBeGreaterThan(8)
    for (const [index, one] of written.entries()) {
      const box = boxOf(one)
      expect(box.left >= 0 && box.right <= picture.width && box.top >= 0 && box.bottom <= picture.height).toBe(true)
      for (const other of written.slice(index + 1).map(boxOf)) {
        const isApart =
          box.right <= other.left || box.left >= other.right || box.bottom <= other.top || box.top >= other.bottom
        expect(isApart).toBe(true)
      }
    }
  })
})

test('a name is broken near its middle, and only at a space', () => {
  expect(inTwoLines('Mill Lane Traders’ Association')).toEqual(['Mill Lane Traders’', 'Association'])
  expect(inTwoLines('Town Library')).toEqual(['Town', 'Library'])
  expect(inTwoLines('Library')).toEqual([])
})
