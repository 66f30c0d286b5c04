import { storyDay } from './demo-calendar.ts'
import type { DemoFile } from './demo-rows.ts'

interface Person {
  readonly id: string
  readonly name: string
  readonly email?: string
  readonly organisationId: string
  readonly capacity: 'partner' | 'statutory'
  readonly isPaid: boolean
  readonly from: number
  readonly to?: number
}

/** Who signs in to the demo, one for each role. */
export const demoSignIns = [
  { personId: 'ada', role: 'steward' },
  { personId: 'jonas', role: 'coordinator' },
  { personId: 'mira', role: 'member' },
  { personId: 'theo', role: 'viewer' },
] as const

export const people: readonly Person[] = [
  {
    id: 'ada',
    name: 'Ada Brenner',
    email: 'ada@lindenmark.example',
    organisationId: 'evening',
    capacity: 'partner',
    isPaid: true,
    from: 0,
  },
  {
    id: 'jonas',
    name: 'Jonas Reiter',
    email: 'jonas@lindenmark.example',
    organisationId: 'open-door',
    capacity: 'partner',
    isPaid: true,
    from: 0,
  },
  {
    id: 'mira',
    name: 'Mira Hollander',
    email: 'mira@lindenmark.example',
    organisationId: 'bank',
    capacity: 'partner',
    isPaid: true,
    from: 3,
  },
  {
    id: 'theo',
    name: 'Theo Marsh',
    email: 'theo@lindenmark.example',
    organisationId: 'neighbours',
    capacity: 'partner',
    isPaid: false,
    from: 10,
  },
  { id: 'hanna', name: 'Hanna Feldner', organisationId: 'council', capacity: 'partner', isPaid: true, from: 0 },
  { id: 'viktor', name: 'Viktor Amann', organisationId: 'council', capacity: 'statutory', isPaid: true, from: 0 },
  { id: 'lucia', name: 'Lucia Varga', organisationId: 'library', capacity: 'partner', isPaid: true, from: 0 },
  { id: 'emil', name: 'Emil Santner', organisationId: 'secondary', capacity: 'partner', isPaid: true, from: 0 },
  { id: 'rosa', name: 'Rosa Lindqvist', organisationId: 'primary', capacity: 'partner', isPaid: true, from: 2 },
  { id: 'paul', name: 'Paul Ortner', organisationId: 'sports', capacity: 'partner', isPaid: false, from: 0 },
  { id: 'nadia', name: 'Nadia Rahimi', organisationId: 'open-door', capacity: 'partner', isPaid: false, from: 6 },
  { id: 'greta', name: 'Greta Kofler', organisationId: 'care', capacity: 'partner', isPaid: true, from: 0 },
  { id: 'samuel', name: 'Samuel Tiefenbach', organisationId: 'parish', capacity: 'partner', isPaid: true, from: 2 },
  { id: 'bela', name: 'Béla Tóth', organisationId: 'repair', capacity: 'partner', isPaid: false, from: 2 },
  { id: 'klara', name: 'Klara Hollerbach', organisationId: 'bakery', capacity: 'partner', isPaid: false, from: 4 },
  { id: 'ines', name: 'Inês Moreira', organisationId: 'traders', capacity: 'partner', isPaid: false, from: 4 },
  { id: 'martha', name: 'Martha Zwölfer', organisationId: 'choir', capacity: 'partner', isPaid: false, from: 4 },
  { id: 'david', name: 'David Novak', organisationId: 'health', capacity: 'partner', isPaid: true, from: 7 },
  { id: 'lene', name: 'Lene Abt', organisationId: 'youth-council', capacity: 'partner', isPaid: false, from: 7 },
  { id: 'otto', name: 'Otto Weber', organisationId: 'museum', capacity: 'partner', isPaid: false, from: 10 },
  { id: 'fatima', name: 'Fatima Yildiz', organisationId: 'neighbours', capacity: 'partner', isPaid: false, from: 12 },
  { id: 'anton', name: 'Anton Gruber', organisationId: 'seed-garden', capacity: 'partner', isPaid: false, from: 13 },
  {
    id: 'willi',
    name: 'Willi Span',
    organisationId: 'carpentry',
    capacity: 'partner',
    isPaid: false,
    from: 13,
    to: 38,
  },
  { id: 'mats', name: 'Mats Eriksen', organisationId: 'tinkerers', capacity: 'partner', isPaid: false, from: 40 },
  { id: 'carla', name: 'Carla Donati', organisationId: 'youth-office', capacity: 'partner', isPaid: true, from: 42 },
  { id: 'jule', name: 'Jule Anders', organisationId: 'evening', capacity: 'partner', isPaid: false, from: 24 },
]

export function peopleFile(): DemoFile {
  return {
    columns: ['id', 'display_name', 'email', 'organisation_id', 'capacity', 'is_paid', 'from', 'to'],
    rows: people.map((one) => ({
      id: one.id,
      display_name: one.name,
      email: one.email ?? null,
      organisation_id: one.organisationId,
      capacity: one.capacity,
      is_paid: one.isPaid,
      from: storyDay(one.from, 4),
      to: one.to === undefined ? null : storyDay(one.to, 1),
    })),
  }
}

export function roleFile(): DemoFile {
  return {
    columns: ['person_id', 'role', 'from', 'to'],
    rows: demoSignIns.map(({ personId, role }) => ({
      person_id: personId,
      role,
      from: storyDay(people.find((one) => one.id === personId)?.from ?? 0, 4),
      to: null,
    })),
  }
}

/** Somebody who can coordinate for an organisation in a month of the story; the first unless another is asked for. */
export function coordinatorOf(organisationId: string, offset: number): string | null {
  const found = people.find(
    (one) => one.organisationId === organisationId && one.from <= offset && (one.to === undefined || offset < one.to),
  )
  return found?.id ?? null
}
