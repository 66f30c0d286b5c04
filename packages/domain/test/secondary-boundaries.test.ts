import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { secondaryInForce } from '../src/risks/secondary/secondary-in-force.ts'
import { evaluateSecondary, secondaryTimeline } from '../src/risks/secondary/secondary-timeline.ts'
import { story } from './school-story.ts'

const at = (more: Partial<History>, month = '2024-02') => evaluateSecondary({ ...story, ...more }, month)
const joins = (initiativeId: string, organisationId: string, role = 'contributor') => ({
  initiativeId,
  organisationId,
  role,
  from: null,
  to: null,
})
/** The first initiatives of the story, in which others may take part. */
const first = (count: number, ...others: string[]): Partial<History> => ({
  initiatives: story.initiatives.slice(0, count),
  participations: [
    ...story.participations.slice(0, 2 * count),
    ...others.map((organisationId) => joins('i0', organisationId)),
  ],
})

describe('from when on the signs are read', () => {
  it('is from five initiatives or eight partners on', () => {
    const reason = (more: Partial<History>) => at(more).flags.youth.reason
    expect([reason(first(5)), reason(first(4))]).toEqual([undefined, 'too-few'])
    // The school with one partner in each of four, and who joins them.
    expect([reason(first(4, 'x', 'y', 'z')), reason(first(4, 'x', 'y'))]).toEqual([undefined, 'too-few'])
  })

  it('is from a year after the first fact on for missing sectors, from half a year on for missing doors', () => {
    const missing = (month: string) =>
      at({ coreSectors: ['energy'] }, month).flags['sector-failure'].parts['missingCore']
    expect([missing('2022-12'), missing('2023-01')]).toEqual([null, 1])
    const doors = (month: string, more: Partial<History> = {}) => at(more, month).flags.places.reported['doors']
    expect([doors('2022-06'), doors('2022-07')]).toEqual([null, 2])
    const spaces = story.spaces?.map((one) => (one.id === 'hall' ? { ...one, to: '2023-05-15' } : one)) ?? null
    expect([doors('2023-11', { spaces }), doors('2023-12', { spaces })]).toEqual([2, 1])
    // No longer offered from the first of May on: on no day of the six months before November.
    const until = (to: string) => story.spaces?.map((one) => (one.id === 'hall' ? { ...one, to } : one)) ?? null
    expect([
      doors('2023-10', { spaces: until('2023-05-01') }),
      doors('2023-11', { spaces: until('2023-05-01') }),
    ]).toEqual([2, 1])
    expect(doors('2023-11', { spaces: until('2023-05-02') })).toBe(2)
  })

  it('is from half a year after the first income on for the income of public bodies', () => {
    const income = (month: string) => at({}, month).flags['public-dominance'].reported['incomeShare']
    expect([income('2023-12'), income('2024-01')]).toEqual([null, 0.4])
  })
})

describe('what the signs are read from', () => {
  it('is told as unknown where a source is not even named', () => {
    const { coordinations: _, representations: __, spaces: ___, ...rest } = story
    const { flags } = evaluateSecondary(rest, '2024-02')
    expect([flags.personalisation.reason, flags.places.reason, flags.volunteering.reason]).toEqual([
      'unknown-source',
      'unknown-source',
      'unknown-source',
    ])
  })

  it('is who was there on any day of the window: not who had left with its first', () => {
    // The window of February 2024 begins on 1 February 2023, which is the first day the library is no longer there, or its last.
    const left = (to: string) =>
      at({ participations: [...story.participations, { ...joins('i1', 'library', 'lead'), to }] })
    const said = ({ flags }: ReturnType<typeof left>) => [
      flags['sector-failure'].n,
      flags['public-dominance'].reported['leadsShare'],
    ]
    expect(said(left('2023-02-01'))).toEqual(said(at({})))
    expect(said(left('2023-02-02'))).not.toEqual(said(at({})))
    expect(left('2023-02-02').flags['sector-failure'].n).toBe(at({}).flags['sector-failure'].n + 1)
  })

  it('is who took part while the initiative ran: not who joined what had ended', () => {
    const initiatives = story.initiatives.map((one) => (one.id === 'i1' ? { ...one, endedOn: '2023-06-15' } : one))
    const joined = (from: string) => {
      const library = { ...joins('i1', 'library', 'lead'), from }
      const { flags } = at({ initiatives, participations: [...story.participations, library] })
      return [flags['sector-failure'].n, flags['public-dominance'].reported['leadsShare']]
    }
    const { flags } = at({ initiatives })
    const nobody = [flags['sector-failure'].n, flags['public-dominance'].reported['leadsShare']]
    expect(joined('2023-08-01')).toEqual(nobody)
    expect(joined('2023-05-01')).toEqual([flags['sector-failure'].n + 1, 2 / 7])
  })

  it('are the leads of public bodies, of which the local government is a part', () => {
    const participations = [...story.participations, joins('i1', 'library', 'lead')]
    // Of seven leads the council has one and the library, which it controls, one.
    expect(at({ participations }).flags['public-dominance'].reported).toMatchObject({
      leadsShare: 2 / 7,
      leadsLocalShare: 1 / 7,
    })
  })

  it('is judged of no public body where nobody wants to be independent', () => {
    expect(at({ wantsIndependence: false }).flags['public-dominance'].reason).toBe('not-applicable')
    expect(at({ wantsIndependence: true }).flags['public-dominance'].reason).toBeUndefined()
  })

  it('are the meetings of the last twelve months', () => {
    const bookings = (month: string) => at({}, month).flags.places.reported['bookings']
    expect([bookings('2023-06'), bookings('2023-07'), bookings('2024-06'), bookings('2024-07')]).toEqual([0, 5, 5, 0])
  })

  it('are the newcomers among those who joined in them: nobody who came before', () => {
    const more = {
      initiatives: [
        ...story.initiatives,
        { id: 'new', kind: 'joint', startedOn: '2023-02-10', plannedEndOn: null, endedOn: null, endState: null },
      ],
      participations: [...story.participations, joins('new', 'school'), joins('new', 'stranger')],
    }
    const joined = (month: string) => {
      const { measures } = at(more, month)
      return [measures?.partnersJoined, measures?.newPartnerRate]
    }
    expect([joined('2023-01'), joined('2023-03'), joined('2024-02'), joined('2024-03')]).toEqual([
      [7, 1],
      [2, 0.5],
      [2, 0.5],
      [0, null],
    ])
  })
})

describe('a sign that stands', () => {
  it('stands at watch for the first year, then where its readings have called it to', () => {
    const { months } = secondaryTimeline(story, '2022-02', '2024-02')
    const level = (month: string) => months.find((one) => one.month === month)?.flags['one-organisation'].heldLevel
    // From January 2022 on the school is in all six initiatives: whoever it leaves behind is cut off from the others.
    expect([level('2022-02'), level('2022-03'), level('2023-01')]).toEqual(['none', 'watch', 'watch'])
    expect(level('2023-03')).toBe('warning')
  })

  it('has stood on evidence since the first reading that showed it, without a break', () => {
    expect(at({}).flags['one-organisation'].evidenceOnset).toBe('2022-02-01')
  })

  it('names the lines in force in the month in which it changed', () => {
    const { months, thresholds } = secondaryInForce(story, '2022-02', '2023-06', [
      { from: '2022-03', position: 1, values: {} },
      { from: '2023-01', position: 2, values: {} },
    ])
    expect(months.map((one) => one.month)).toHaveLength(17)
    const changes = months.flatMap(({ flags }) => Object.values(flags).flatMap(({ change }) => change ?? []))
    const versions = changes.map((one) => one.rule.split(' ').at(-1))
    const inForce = changes.map(({ month }) => thresholds.findLast(({ from }) => from <= month)?.version)
    expect(versions).toEqual(inForce)
    expect(new Set(versions).size).toBeGreaterThan(1)
  })
})
