import { Sigma } from 'sigma'
import type { Sector } from '@commonweal/domain/partners/sectors'
import type { Nameable } from './choose-names.ts'
import { namePlaces } from './name-places.ts'
import { keepPageScrolling } from './page-scrolling.ts'
import { type PlacedGraph, tieKey } from './placed-network.ts'
import { onSector, sectorColours } from './sector-colours.ts'
import type { ShownNetwork, ShownPartner } from './shown-network.ts'
import { writeNames } from './write-names.ts'

/** What the picture shows, and how it looks. */
export interface Scene {
  readonly shown: ShownNetwork
  readonly chosen: string | undefined
  readonly appearance: 'light' | 'dark'
  readonly signOf: (sector: Sector) => string
  readonly inks: { readonly ink: string; readonly surface: string; readonly tie: string; readonly thin: string }
}

export interface Picture {
  readonly show: (scene: Scene) => void
  /** One step nearer, further away, or everything in view. */
  readonly move: (how: 'nearer' | 'further' | 'fit') => void
  readonly end: () => void
}

interface Acts {
  readonly onChoose: (organisationId: string | undefined) => void
  readonly onOpen: (organisationId: string) => void
}

/** Radius below which letters inside a partner could not be read. */
const LEAST_SIGN = 8
const RING = 3
const CHOSEN_RING = RING * 2.2

/** Draws a placed network into a box until it is ended. Throws where there is no WebGL. */
export function drawNetwork(box: HTMLElement, graph: PlacedGraph, acts: Acts, first: Scene): Picture {
  let scene = first
  let partners = new Map<string, ShownPartner>()
  let ties = new Map<string, { strength: number; isThin: boolean }>()
  let near = new Set<string>()
  const take = (next: Scene) => {
    scene = next
    partners = new Map(next.shown.partners.map((partner) => [partner.organisationId, partner]))
    ties = new Map(next.shown.ties.map((tie) => [tieKey(...tie.organisationIds), tie]))
    near = new Set(
      next.shown.ties.flatMap(({ organisationIds }) =>
        next.chosen !== undefined && organisationIds.includes(next.chosen) ? organisationIds : [],
      ),
    )
  }
  take(first)
  const isPale = (id: string) =>
    (partners.get(id)?.isOutside ?? false) || (partners.has(scene.chosen ?? '') && id !== scene.chosen && !near.has(id))

  const size = () => ({ width: box.clientWidth, height: box.clientHeight })
  const places = namePlaces(size)
  const renderer = new Sigma(graph, box, {
    labelFont: getComputedStyle(box).fontFamily,
    // Which names are written is chosen here, not by how many stand in a cell of a grid.
    renderLabels: false,
    stagePadding: 42,
    zIndex: true,
    minCameraRatio: 0.08,
    maxCameraRatio: 2,
    allowInvalidContainer: true,
    // Whoever points at a partner reads its name, whatever lies there.
    defaultDrawNodeHover: (context, { x, y, size: radius, label, key }, settings) => {
      if (!label) return
      const only = { name: label, point: { x, y, away: nameAway(radius, key === scene.chosen) }, isNeeded: true }
      writeNames(context, [{ id: '', cutsOff: 0, initiatives: 0, strength: 0, ...only }], {
        font: settings.labelFont,
        inks: scene.inks,
        places: namePlaces(size),
        ...size(),
      })
    },
    nodeReducer: (id, { x, y }) => {
      const partner = partners.get(id)
      if (partner === undefined) return { x, y, hidden: true, label: null }
      const colour = sectorColours[scene.appearance][partner.sector]
      return {
        x,
        y,
        label: isPale(id) ? null : partner.name,
        size: sizeOf(partner.initiatives),
        color: isPale(id) ? mixed(colour, scene.inks.surface, 0.65) : colour,
        zIndex: isPale(id) ? 0 : 1,
      }
    },
    edgeReducer: (key) => {
      const tie = ties.get(key)
      if (tie === undefined) return { hidden: true }
      const [a, b] = graph.extremities(key)
      const isOff = partners.has(scene.chosen ?? '') && a !== scene.chosen && b !== scene.chosen
      const colour = tie.isThin ? scene.inks.thin : scene.inks.tie
      return {
        size: tie.isThin ? 0.75 : Math.min(7, 0.75 + 1.25 * tie.strength),
        color: isOff ? mixed(colour, scene.inks.surface, 0.75) : colour,
        zIndex: isOff ? 0 : 1,
      }
    },
  })
  // Above the partners and below their names; clicks go through it.
  renderer.createCanvasContext('signs', { style: { pointerEvents: 'none' } })
  const layers = renderer.getCanvases()
  if (layers['nodes'] && layers['signs']) layers['nodes'].after(layers['signs'])
  renderer.resize(true)
  renderer.on('beforeRender', () => places.begin(() => discsOf(renderer, partners)))
  renderer.on('afterRender', () => {
    drawSigns(renderer, partners, scene, isPale)
    const context = renderer.getCanvases()['labels']?.getContext('2d')
    if (context) writeNames(context, [...nameable()], { font: fontOf(renderer), inks: scene.inks, places, ...size() })
  })
  renderer.on('clickNode', ({ node }) => acts.onChoose(node))
  renderer.on('clickStage', () => acts.onChoose(undefined))
  renderer.on('doubleClickNode', (event) => {
    event.preventSigmaDefault()
    acts.onOpen(event.node)
  })
  renderer.on('enterNode', () => box.toggleAttribute('data-over', true))
  renderer.on('leaveNode', () => box.toggleAttribute('data-over', false))

  function* nameable(): Iterable<Nameable> {
    for (const { id, x, y, away } of discsOf(renderer, partners)) {
      const partner = partners.get(id)
      if (partner === undefined || isPale(id)) continue
      const isChosen = id === scene.chosen
      yield { ...partner, id, point: { x, y, away: nameAway(away, isChosen) }, isNeeded: isChosen || near.has(id) }
    }
  }

  const letGo = keepPageScrolling(box)
  renderer.refresh()

  return {
    show(next) {
      take(next)
      renderer.refresh({ skipIndexation: false })
    },
    move(how) {
      const camera = renderer.getCamera()
      const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250
      if (how === 'fit') void camera.animatedReset({ duration })
      else if (how === 'nearer') void camera.animatedZoom({ duration })
      else void camera.animatedUnzoom({ duration })
    },
    end() {
      letGo()
      renderer.kill()
    },
  }
}

/** Radius in pixels: the area grows with the running initiatives. */
function sizeOf(initiatives: number): number {
  return Math.min(26, 5.5 + 3.5 * Math.sqrt(initiatives))
}

/** Where the partners stand in the picture. */
function* discsOf(renderer: Sigma, partners: ReadonlyMap<string, ShownPartner>) {
  for (const id of partners.keys()) {
    const data = renderer.getNodeDisplayData(id)
    if (data === undefined || data.hidden) continue
    yield { ...renderer.framedGraphToViewport(data), away: renderer.scaleSize(data.size), id }
  }
}

/** Letters of the sector inside each partner, and a ring around each bridge and around the chosen one. */
function drawSigns(
  renderer: Sigma,
  partners: ReadonlyMap<string, ShownPartner>,
  scene: Scene,
  isPale: (id: string) => boolean,
): void {
  const context = renderer.getCanvases()['signs']?.getContext('2d')
  if (!context) return
  const { width, height } = renderer.getDimensions()
  context.clearRect(0, 0, width, height)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const { id, x, y, away: radius } of discsOf(renderer, partners)) {
    const partner = partners.get(id)
    if (partner === undefined) continue
    if (partner.cutsOff > 0) ring(context, x, y, radius + RING, scene.inks.ink, 2)
    if (id === scene.chosen) ring(context, x, y, radius + CHOSEN_RING, scene.inks.ink, 3.5)
    if (radius < LEAST_SIGN || isPale(id)) continue
    context.fillStyle = onSector[scene.appearance]
    context.font = `600 ${Math.min(16, radius * 0.95)}px ${fontOf(renderer)}`
    context.fillText(scene.signOf(partner.sector), x, y + 0.5)
  }
}

function ring(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string, width: number) {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke()
}

/** How far from the middle of a partner of this radius its name begins. */
function nameAway(radius: number, isChosen: boolean): number {
  return radius + (isChosen ? CHOSEN_RING : RING) + 4
}

function fontOf(renderer: Sigma): string {
  return getComputedStyle(renderer.getContainer()).fontFamily
}

/** A colour moved towards another by a share 0..1. Both as #rrggbb. */
function mixed(colour: string, towards: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  const parts = [1, 3, 5].map((at) => {
    const value = Math.round(channel(colour, at) * (1 - share) + channel(towards, at) * share)
    return value.toString(16).padStart(2, '0')
  })
  return `#${parts.join('')}`
}
