import { crewKeyParts } from './crews.ts'
import type { YouthInputs } from './youth.ts'

/** Partners, leads and sectors of the initiatives of the window, kept up as participations enter and leave it. */
export interface SectorWindow {
  readonly onParticipation: (key: string, isIn: boolean) => void
  readonly onLead: (key: string, isIn: boolean) => void
  /** Says when an initiative begins and is planned to end, before anybody joins it. */
  readonly start: (initiativeId: string, startedOn: number, plannedEndOn: number | null) => void
  readonly joined: (initiativeId: string, organisationId: string, on: number) => void
  readonly bySector: () => ReadonlyMap<string, number>
  readonly byPartner: () => ReadonlyMap<string, number>
  readonly leads: () => ReadonlyMap<string, number>
  /** Initiatives of the window with a partner of known sector, and of them those with at least two and three sectors. */
  readonly spans: () => { readonly initiatives: number; readonly withTwo: number; readonly withThree: number }
  readonly youth: () => YouthInputs
}

interface Work {
  readonly sectors: Map<string, number>
  counted: readonly Mark[]
}

interface Length {
  readonly startedOn: number
  readonly plannedEndOn: number | null
  youthSince: number
}

const marks = ['any', 'two', 'three', 'direct', 'knownLength', 'early', 'proxy'] as const
type Mark = (typeof marks)[number]

const YOUTH = 'youth-group'
const SPEAK_FOR_YOUTH = ['education', 'social']
const FIRST_PART = 3

export function sectorWindow(sectorOf: ReadonlyMap<string, string>): SectorWindow {
  const works = new Map<string, Work>()
  const lengths = new Map<string, Length>()
  const bySector = new Map<string, number>()
  const byPartner = new Map<string, number>()
  const leads = new Map<string, number>()
  const totals = Object.fromEntries(marks.map((mark) => [mark, 0])) as Record<Mark, number>

  const marksOf = (initiativeId: string, { sectors }: Work): Mark[] => {
    if (sectors.size === 0) return []
    const found: Mark[] = ['any']
    if (sectors.size >= 2) found.push('two')
    if (sectors.size >= 3) found.push('three')
    if (!sectors.has(YOUTH)) return SPEAK_FOR_YOUTH.some((one) => sectors.has(one)) ? [...found, 'proxy'] : found
    found.push('direct')
    const length = lengths.get(initiativeId)
    if (length === undefined || length.plannedEndOn === null || length.plannedEndOn <= length.startedOn) return found
    found.push('knownLength')
    const since = length.youthSince - length.startedOn
    return since * FIRST_PART <= length.plannedEndOn - length.startedOn ? [...found, 'early'] : found
  }
  const recount = (initiativeId: string, work: Work) => {
    for (const mark of work.counted) totals[mark] -= 1
    work.counted = marksOf(initiativeId, work)
    for (const mark of work.counted) totals[mark] += 1
    if (work.sectors.size === 0) works.delete(initiativeId)
  }

  return {
    onParticipation(key, isIn) {
      const { initiativeId, name } = crewKeyParts(key)
      const by = isIn ? 1 : -1
      count(byPartner, name, by)
      const sector = sectorOf.get(name)
      if (sector === undefined) return
      count(bySector, sector, by)
      const work = works.get(initiativeId) ?? { sectors: new Map<string, number>(), counted: [] }
      works.set(initiativeId, work)
      count(work.sectors, sector, by)
      recount(initiativeId, work)
    },
    onLead(key, isIn) {
      count(leads, crewKeyParts(key).name, isIn ? 1 : -1)
    },
    start(initiativeId, startedOn, plannedEndOn) {
      lengths.set(initiativeId, { startedOn, plannedEndOn, youthSince: Infinity })
    },
    joined(initiativeId, organisationId, on) {
      const length = lengths.get(initiativeId)
      if (length === undefined || sectorOf.get(organisationId) !== YOUTH) return
      length.youthSince = Math.min(length.youthSince, on)
      const work = works.get(initiativeId)
      if (work !== undefined) recount(initiativeId, work)
    },
    bySector: () => bySector,
    byPartner: () => byPartner,
    leads: () => leads,
    spans: () => ({ initiatives: totals.any, withTwo: totals.two, withThree: totals.three }),
    youth: () => ({
      initiatives: totals.any,
      direct: totals.direct,
      directOfKnownLength: totals.knownLength,
      early: totals.early,
      proxyOnly: totals.proxy,
    }),
  }
}

function count(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const next = (counts.get(key) ?? 0) + by
  if (next === 0) counts.delete(key)
  else counts.set(key, next)
}
