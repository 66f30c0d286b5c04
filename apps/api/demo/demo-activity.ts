import { rowId } from '../src/imports/row-ids.ts'
import { spaces } from './demo-bookings.ts'
import { instantAt, laterDay, offsetOf, storyDay, wallTimeAt } from './demo-calendar.ts'
import type { Initiative } from './demo-initiatives.ts'
import { coordinatorOf, people } from './demo-people.ts'
import type { DemoFile, DemoRow } from './demo-rows.ts'

/** Who did what in the last months of the story: enough to turn pages, and no more than one would read. */
const FROM = storyDay(56, 1)
/** Bookings are many: those of the last weeks. */
const BOOKINGS_FROM = storyDay(58, 20)
const AFTER_THE_STORY = storyDay(60, 1)
/**
 * Days of a story move by months and instants by whole weeks, up to six days less: an act that cannot come before a day
 * is written down a week after it.
 */
const NEVER_BEFORE = 7
const ASKED_DAYS_AHEAD = 9
const LAST_TO_ASK = 20

interface Act {
  readonly at: string
  readonly personId: string | null
  readonly organisationId: string
  readonly verb: string
  readonly object: readonly [kind: 'initiative' | 'booking' | 'pledge', ref: string]
  readonly facts?: Readonly<Record<string, string | number | null>>
}

/** The files the acts are told of. */
export interface ToldFiles {
  readonly initiatives: readonly Initiative[]
  readonly bookings: DemoFile
  readonly pledges: DemoFile
  readonly receipts: DemoFile
  readonly milestones: DemoFile
  readonly updates: DemoFile
}

export function activityFile(source: string, files: ToldFiles): DemoFile {
  const acts = [
    ...files.initiatives.flatMap(actsOfInitiative),
    ...files.bookings.rows.flatMap(actsOfBooking).filter(({ at }) => at >= BOOKINGS_FROM),
    ...actsOfMoney(files),
    ...actsTold(source, files),
  ].filter(({ at, personId }) => personId !== null && at >= FROM && at < AFTER_THE_STORY)
  const ordered = acts.toSorted((a, b) => (Date.parse(a.at) < Date.parse(b.at) ? -1 : 1))
  const kinds = { initiative: 'initiatives', booking: 'bookings', pledge: 'pledges' } as const
  return {
    columns: ['id', 'at', 'person_id', 'organisation_id', 'capacity', 'verb', 'object_kind', 'object_id', 'facts'],
    rows: ordered.map(({ at, personId, organisationId, verb, object: [kind, ref], facts = {} }, index): DemoRow => ({
      id: `a-${String(index + 1).padStart(4, '0')}`,
      at,
      person_id: rowId(source, 'people', personId ?? ''),
      organisation_id: rowId(source, 'organisations', organisationId),
      capacity: people.find((one) => one.id === personId)?.capacity ?? null,
      verb,
      object_kind: kind,
      object_id: rowId(source, kinds[kind], ref),
      facts: JSON.stringify(facts),
    })),
  }
}

function actsOfInitiative(one: Initiative, index: number): Act[] {
  const object = ['initiative', one.id] as const
  const [begun, ended] = [laterDay(one.startedOn, 0), one.endedOn]
  const lead = { personId: coordinatorOf(one.lead, one.offset), organisationId: one.lead, object }
  const time = (minutes: number) => `${String(8 + ((index + minutes) % 10)).padStart(2, '0')}:${10 + (minutes % 50)}`
  const others = one.partnerIds.slice(1).map((organisationId, place): Act => ({
    at: instantAt(laterDay(begun, NEVER_BEFORE + place), time(place * 7 + 3)),
    personId: coordinatorOf(organisationId, one.offset),
    organisationId,
    verb: 'joinInitiative',
    object,
  }))
  const end =
    one.end === 'abandoned' ? 'abandonInitiative' : one.end === 'sunset' ? 'sunsetInitiative' : 'completeInitiative'
  return [
    { ...lead, at: instantAt(begun, time(1)), verb: 'startInitiative', facts: { title: one.title, state: 'active' } },
    ...others,
    ...(ended === null ? [] : [{ ...lead, at: instantAt(laterDay(ended, NEVER_BEFORE), time(11)), verb: end }]),
  ]
}

function actsOfBooking(row: DemoRow): Act[] {
  const [id, organisationId] = [String(row['id']), String(row['organisation_id'])]
  const space = spaces.find((one) => one.id === row['space_id'])
  const { day } = wallTimeAt(String(row['starts_at']))
  const offset = offsetOf(day)
  const number = Number(id.slice(2))
  const object = ['booking', id] as const
  const facts = { space: space?.name ?? null }
  const lastDay = storyDay(59, LAST_TO_ASK + (number % 9))
  const ahead = laterDay(day, -ASKED_DAYS_AHEAD)
  const askedOn = ahead < lastDay ? ahead : lastDay
  const clock = (hour: number) => `${String(hour + (number % 8)).padStart(2, '0')}:${10 + (number % 47)}`
  const asking = { personId: coordinatorOf(organisationId, offset), organisationId, object, facts }
  const requested: Act = { ...asking, at: instantAt(askedOn, clock(8)), verb: 'requestBooking' }
  if (row['status'] === 'requested' || space === undefined) return [requested]
  const approved: Act = {
    personId: coordinatorOf(space.hostId, offset),
    organisationId: space.hostId,
    at: instantAt(laterDay(askedOn, 1), clock(9)),
    verb: 'approveBooking',
    object,
    facts,
  }
  if (row['status'] !== 'cancelled') return [requested, approved]
  return [requested, approved, { ...asking, at: instantAt(laterDay(day, -1), clock(10)), verb: 'cancelBooking' }]
}

/** Promises that were confirmed, and what arrived: written down by who keeps the books. */
function actsOfMoney({ pledges, receipts }: ToldFiles): Act[] {
  const keeper = { personId: 'ada', organisationId: 'evening' }
  const confirmed = pledges.rows.flatMap((row): Act[] => {
    const [on, organisationId] = [row['confirmed_on'], String(row['organisation_id'])]
    if (typeof on !== 'string') return []
    const at = instantAt(laterDay(on, NEVER_BEFORE), '11:20')
    const personId = coordinatorOf(organisationId, offsetOf(on))
    return [{ personId, organisationId, at, verb: 'confirmPledge', object: ['pledge', String(row['id'])] }]
  })
  const arrived = receipts.rows.map((row): Act => ({
    ...keeper,
    at: instantAt(laterDay(String(row['received_on']), NEVER_BEFORE), '16:45'),
    verb: 'recordReceipt',
    object: ['pledge', String(row['pledge_id'])],
  }))
  return [...confirmed, ...arrived]
}

/** What initiatives told: how it goes, and which milestones are reached or given up. */
function actsTold(source: string, { initiatives, milestones, updates }: ToldFiles): Act[] {
  const posted = updates.rows.map((row): Act => ({
    at: String(row['posted_at']),
    personId: String(row['person_id']),
    organisationId: String(row['organisation_id']),
    verb: 'postUpdate',
    object: ['initiative', String(row['initiative_id'])],
    facts: { updateId: rowId(source, 'updates', String(row['id'])), title: String(row['title']) },
  }))
  const marked = milestones.rows.flatMap((row): Act[] => {
    const on = row['reached_on'] ?? row['dropped_on']
    const initiative = initiatives.find(({ id }) => id === row['initiative_id'])
    if (typeof on !== 'string' || initiative === undefined) return []
    return [
      {
        at: instantAt(laterDay(on, NEVER_BEFORE), '18:30'),
        personId: coordinatorOf(initiative.lead, initiative.offset),
        organisationId: initiative.lead,
        verb: row['reached_on'] === null ? 'dropMilestone' : 'reachMilestone',
        object: ['initiative', initiative.id],
        facts: {
          milestoneId: rowId(source, 'milestones', String(row['id'])),
          title: String(row['title']),
          reason: row['note'] as string | null,
        },
      },
    ]
  })
  return [...posted, ...marked]
}
