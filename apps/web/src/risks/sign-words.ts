import type { SecondaryFlagName } from '@commonweal/domain/risks/secondary/flag-names'
import type { SeenFlag } from '@commonweal/domain/risks/secondary/person-signs'
import type { Sector } from '@commonweal/domain/partners/sectors'
import { sayReason } from './reading-words.ts'
import type { Voice } from './voice.ts'
import '../words/of/partners.ts'
import '../words/of/signs.ts'

/** How a sign is said: organisations and persons by the names that came with the readings. */
export interface SignVoice extends Voice {
  readonly name: (id: string) => string
}

type Bag = Readonly<Record<string, unknown>> | null

/** A number among figures that are not typed on the wire; null where it is not there or not known. */
export function num(figures: Bag, name: string): number | null {
  const value = figures?.[name]
  return typeof value === 'number' ? value : null
}

export function list(figures: Bag, name: string): readonly unknown[] {
  const value = figures?.[name]
  return Array.isArray(value) ? value : []
}

export interface NextMandate {
  readonly organisationId: string
  readonly endsOn: string
  readonly days: number
  readonly incomeShare: number | null
}

export interface Bridge {
  readonly organisationId: string
  readonly cutsOff: number
}

/** What the sign says in one or two plain sentences. */
export function saySign(v: SignVoice, name: SecondaryFlagName, flag: SeenFlag): string {
  if (flag.isWithheld) return v.t('signs:withheld')
  if (flag.level === 'insufficient-data') {
    if (flag.reason === 'not-applicable') return v.t('signs:notJudged')
    return v.t('signs:unread', { reason: sayReason(v, flag.reason) })
  }
  return sentences[name](v, flag).join(' ')
}

const sentences: Record<SecondaryFlagName, (v: SignVoice, flag: SeenFlag) => string[]> = {
  'sector-failure': (v, { value, contributors }) => {
    const [largest] = Object.entries((contributors['bySector'] ?? {}) as Record<string, number>).sort(
      ([, a], [, b]) => b - a,
    )
    const missing = list(contributors, 'missingCoreSectors') as readonly Sector[]
    return [
      ...(largest && value !== null
        ? [v.t('signs:sentence.sector', { sector: saySector(v, largest[0]), share: v.share(value) })]
        : []),
      ...(missing.length > 0
        ? [v.t('signs:sentence.missing', { list: v.list(missing.map((one) => saySector(v, one))) })]
        : []),
    ]
  },
  personalisation: (v, { value, persons }) => {
    const sole = num(persons, 'soleContacts')
    return [
      ...(value === 1 ? [v.t('signs:sentence.onePerson')] : []),
      ...(value !== null && value > 1 ? [v.t('signs:sentence.persons', { count: value })] : []),
      ...(sole === null ? [] : [v.t('signs:sentence.soleContacts', { share: v.share(sole) })]),
    ]
  },
  'one-organisation': (v, { value, contributors }) => {
    const [bridge] = list(contributors, 'bridges') as readonly Bridge[]
    return [
      ...(value === null ? [] : [v.t('signs:sentence.organisations', { count: value })]),
      bridge
        ? v.t('signs:sentence.bridge', { name: v.name(bridge.organisationId), count: bridge.cutsOff })
        : v.t('signs:sentence.noBridge'),
    ]
  },
  'public-dominance': (v, { value, contributors, reported }) => {
    const driver = contributors['driver'] as 'income' | 'leads' | 'hostedMinutes' | undefined
    const mandate = reported['nextMandate'] as NextMandate | null | undefined
    return [
      ...(driver && value !== null ? [v.t(`signs:sentence.${driver}Driver`, { share: v.share(value) })] : []),
      ...(mandate ? [sayMandate(v, mandate)] : []),
    ]
  },
  places: (v, { value, parts, reported }) => [
    ...(value === null ? [] : [v.t('signs:sentence.physical', { share: v.share(value) })]),
    ...(parts['noDoor'] ? [v.t('signs:sentence.noDoor')] : []),
    ...(reported['hasNoDigitalAccess'] === true ? [v.t('signs:sentence.noDigital')] : []),
  ],
  youth: (v, { n, reported }) => [
    v.t('signs:sentence.youth', { direct: v.number(num(reported, 'direct') ?? 0), n: v.number(n) }),
  ],
  volunteering: (v, { value, persons }) => {
    const months = num(persons, 'monthsWithoutPaid')
    return [
      ...(value === null ? [] : [v.t('signs:sentence.volunteers', { share: v.share(value) })]),
      ...(months ? [v.t('signs:sentence.unpaid', { count: months })] : []),
    ]
  },
}

function sayMandate(v: SignVoice, { organisationId, endsOn, days, incomeShare }: NextMandate): string {
  const said = { name: v.name(organisationId), day: v.day(endsOn), count: days }
  return incomeShare === null
    ? v.t('signs:sentence.mandateOnly', said)
    : v.t('signs:sentence.mandate', { ...said, share: v.share(incomeShare) })
}

export function saySector(v: Voice, sector: string): string {
  return v.t(`partners:sector.${sector as Sector}`)
}
