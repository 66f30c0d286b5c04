import { instantAt, laterDay, storyDay, weekdayOf } from './demo-calendar.ts'
import type { Initiative } from './demo-initiatives.ts'
import type { DemoFile, DemoRow } from './demo-rows.ts'

interface Space {
  readonly id: string
  readonly name: string
  readonly kind: 'physical' | 'digital' | 'hybrid'
  readonly hostId: string
  readonly address: string | null
  readonly url?: string
  readonly capacity: number
  readonly isStepFree: boolean
  readonly from: number
  /** First month without it. */
  readonly to?: number
}

export const spaces: readonly Space[] = [
  {
    id: 's-customs-hall',
    name: 'Old Customs House, hall',
    kind: 'physical',
    hostId: 'council',
    address: 'Customs Quay 2',
    capacity: 80,
    isStepFree: true,
    from: 0,
  },
  {
    id: 's-customs-room',
    name: 'Old Customs House, small room',
    kind: 'hybrid',
    hostId: 'council',
    address: 'Customs Quay 2',
    capacity: 18,
    isStepFree: true,
    from: 0,
  },
  {
    id: 's-town-hall',
    name: 'Town hall, room 3',
    kind: 'physical',
    hostId: 'council',
    address: 'Market Square 1',
    capacity: 30,
    isStepFree: true,
    from: 30,
  },
  {
    id: 's-school-stage',
    name: 'School stage',
    kind: 'physical',
    hostId: 'secondary',
    address: 'Linden Avenue 14',
    capacity: 120,
    isStepFree: true,
    from: 0,
  },
  {
    id: 's-clubhouse',
    name: 'Clubhouse',
    kind: 'physical',
    hostId: 'sports',
    address: 'Brook Path 9',
    capacity: 40,
    isStepFree: false,
    from: 0,
  },
  {
    id: 's-reading-room',
    name: 'Reading room',
    kind: 'physical',
    hostId: 'library',
    address: 'Market Square 4',
    capacity: 25,
    isStepFree: true,
    from: 0,
  },
  {
    id: 's-weavers-attic',
    name: 'Weavers’ attic',
    kind: 'physical',
    hostId: 'museum',
    address: 'Mill Lane 21',
    capacity: 35,
    isStepFree: false,
    from: 10,
    to: 50,
  },
  {
    id: 's-workshop',
    name: 'Workshop on Mill Lane',
    kind: 'physical',
    hostId: 'repair',
    address: 'Mill Lane 7',
    capacity: 16,
    isStepFree: true,
    from: 3,
  },
  {
    id: 's-parish-kitchen',
    name: 'Parish kitchen',
    kind: 'physical',
    hostId: 'parish',
    address: 'Church Stairs 3',
    capacity: 45,
    isStepFree: true,
    from: 2,
  },
  {
    id: 's-video',
    name: 'Video room',
    kind: 'digital',
    hostId: 'evening',
    address: null,
    url: 'https://video.lindenmark.example/round',
    capacity: 60,
    isStepFree: true,
    from: 0,
  },
]

/** From this month on most of what meets, meets with the council. */
const COUNCIL_HOSTS_FROM = 42
const COUNCIL_SHARE = 0.7

/** Meetings that are asked for or fixed in the weeks after the story. */
const LAST_DAY = storyDay(62, 14)
const AFTER_THE_STORY = storyDay(60, 1)

interface Meeting {
  readonly initiative: Initiative
  readonly day: string
  readonly startHour: number
  readonly hours: number
}

export function spaceFile(): DemoFile {
  return {
    columns: ['id', 'name', 'kind', 'host_id', 'address', 'url', 'capacity', 'timezone', 'step_free', 'from', 'to'],
    rows: spaces.map((one) => ({
      id: one.id,
      name: one.name,
      kind: one.kind,
      host_id: one.hostId,
      address: one.address,
      url: one.url ?? null,
      capacity: one.capacity,
      timezone: 'Europe/Vienna',
      step_free: one.isStepFree,
      from: storyDay(one.from, 1),
      to: one.to === undefined ? null : storyDay(one.to, 1),
    })),
  }
}

/** Each initiative meets every second week in a room of its own choice; two meetings never share a room and a time. */
export function bookingFile(initiatives: readonly Initiative[], next: () => number): DemoFile {
  const meetings = initiatives
    .flatMap((initiative, index) => meetingsOf(initiative, index))
    .sort((a, b) =>
      `${a.day} ${a.startHour} ${a.initiative.id}` < `${b.day} ${b.startHour} ${b.initiative.id}` ? -1 : 1,
    )
  const taken = new Set<string>()
  const hours = { council: 0, all: 0 }
  const rows: DemoRow[] = []
  for (const meeting of meetings) {
    const space = roomFor(meeting, taken, hours)
    if (space === undefined) continue
    const luck = next()
    const status = statusOf(meeting, luck)
    if (status !== 'cancelled' && status !== 'requested') for (const slot of slotsOf(space, meeting)) taken.add(slot)
    if (status === 'attended' && meeting.day >= storyDay(COUNCIL_HOSTS_FROM, 1)) {
      hours.all += meeting.hours
      if (space.hostId === 'council') hours.council += meeting.hours
    }
    rows.push({
      id: `b-${String(rows.length + 1).padStart(4, '0')}`,
      space_id: space.id,
      initiative_id: meeting.initiative.id,
      organisation_id: meeting.initiative.lead,
      starts_at: instantAt(meeting.day, clock(meeting.startHour)),
      ends_at: instantAt(meeting.day, clock(meeting.startHour + meeting.hours)),
      status,
      attendance: status === 'attended' ? Math.min(space.capacity, 5 + Math.floor(next() * 18)) : null,
    })
  }
  return {
    columns: ['id', 'space_id', 'initiative_id', 'organisation_id', 'starts_at', 'ends_at', 'status', 'attendance'],
    rows,
  }
}

function meetingsOf(initiative: Initiative, index: number): Meeting[] {
  const until = initiative.endedOn ?? (initiative.plannedEndOn < LAST_DAY ? initiative.plannedEndOn : LAST_DAY)
  const startHour = [10, 14, 16, 17, 18, 19][index % 6] ?? 18
  const hours = [2, 3, 2, 2, 3, 2, 2][index % 7] ?? 2
  const meetings: Meeting[] = []
  let day = laterDay(initiative.startedOn, 4 + (index % 5))
  while (weekdayOf(day) === 0) day = laterDay(day, 1)
  for (; day < until; day = laterDay(day, 14)) meetings.push({ initiative, day, startHour, hours })
  return meetings
}

/** The room an initiative meets in: its lead's own where it has one, else one that is free; late in the story mostly the council's. */
function roomFor(
  meeting: Meeting,
  taken: ReadonlySet<string>,
  hours: { readonly council: number; readonly all: number },
): Space | undefined {
  const free = spaces.filter(
    (space) =>
      storyDay(space.from, 1) <= meeting.day &&
      (space.to === undefined || meeting.day < storyDay(space.to, 1)) &&
      slotsOf(space, meeting).every((slot) => !taken.has(slot)),
  )
  const turn = Number(meeting.initiative.id.slice(2))
  const preferred = (choices: readonly Space[]) => choices[turn % Math.max(1, choices.length)]
  if (meeting.day >= storyDay(COUNCIL_HOSTS_FROM, 1)) {
    const isCouncilsTurn = hours.council <= COUNCIL_SHARE * hours.all
    return preferred(free.filter((space) => (space.hostId === 'council') === isCouncilsTurn)) ?? preferred(free)
  }
  return (
    free.find((space) => space.hostId === meeting.initiative.lead) ??
    preferred(free.filter((space) => space.hostId !== 'council')) ??
    preferred(free)
  )
}

function slotsOf(space: Space, meeting: Meeting): string[] {
  return Array.from({ length: meeting.hours }, (_, step) => `${space.id} ${meeting.day} ${meeting.startHour + step}`)
}

function statusOf(meeting: Meeting, luck: number): string {
  if (meeting.day >= AFTER_THE_STORY) return luck < 0.25 ? 'requested' : 'confirmed'
  if (luck < 0.03) return 'cancelled'
  return luck < 0.06 ? 'released' : 'attended'
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
