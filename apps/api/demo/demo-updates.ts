import { hash } from 'node:crypto'
import { instantAt, storyDay } from './demo-calendar.ts'
import { benchPicture, pageOfText } from './demo-pictures.ts'
import type { DemoFile, DemoRow } from './demo-rows.ts'

interface DemoUpdate {
  readonly id: string
  readonly initiativeId: string
  readonly personId: string
  readonly organisationId: string
  readonly posted: readonly [offset: number, day: number, time: string]
  readonly title: string
  readonly text: string
  readonly files?: readonly DemoAttachment[]
}

interface DemoAttachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly alt?: string
}

const told: readonly DemoUpdate[] = [
  {
    id: 'u-01',
    initiativeId: 'i-064',
    personId: 'greta',
    organisationId: 'care',
    posted: [57, 29, '17:40'],
    title: 'Mill Lane has been trained, and the first bench stands',
    text: 'Eleven shops, eleven evenings, one cake each.\n\n- The baker now writes names on the bags.\n- The pharmacy asked for a **second** evening.\n- The bench is where people turn round.',
    files: [
      {
        name: 'first bench.png',
        mediaType: 'image/png',
        bytes: benchPicture(),
        alt: 'A wooden bench on a path, two hills behind it',
      },
      {
        name: 'where the benches go.pdf',
        mediaType: 'application/pdf',
        bytes: pageOfText([
          'Mill Lane: where the benches go',
          '1. Before the bakery (stands)',
          '2. At the corner of the pharmacy',
          '3. Under the lime tree',
        ]),
      },
    ],
  },
  {
    id: 'u-02',
    initiativeId: 'i-064',
    personId: 'jonas',
    organisationId: 'open-door',
    posted: [58, 5, '09:15'],
    title: 'No bus of our own, and that is good news',
    text: 'The regular line stops in Mill Lane from now on. We keep the money for benches.',
  },
  {
    id: 'u-03',
    initiativeId: 'i-062',
    personId: 'lucia',
    organisationId: 'library',
    posted: [55, 8, '18:05'],
    title: 'Fourteen who can explain fractions',
    text: 'They found that **pizza** works and *cake* works better.',
    files: [
      {
        name: 'afternoons.csv',
        mediaType: 'text/csv',
        bytes: Buffer.from('day,from,who\nMonday,14:00,upper forms\nTuesday,14:00,upper forms\nThursday,15:00,both\n'),
      },
    ],
  },
  {
    id: 'u-04',
    initiativeId: 'i-069',
    personId: 'lene',
    organisationId: 'youth-council',
    posted: [59, 4, '20:30'],
    title: 'All lists come',
    text: 'The last answer came by postcard. Now we collect questions; the shortest are the hardest.',
  },
]

export function updateFile(): DemoFile {
  const rows = told.map((one): DemoRow => ({
    id: one.id,
    initiative_id: one.initiativeId,
    person_id: one.personId,
    organisation_id: one.organisationId,
    posted_at: instantAt(storyDay(one.posted[0], one.posted[1]), one.posted[2]),
    title: one.title,
    text: one.text,
  }))
  return {
    columns: ['id', 'initiative_id', 'person_id', 'organisation_id', 'posted_at', 'title', 'text'],
    rows,
  }
}

export function attachmentFile(): DemoFile {
  const rows = told.flatMap(({ id, files = [] }) =>
    files.map((file, position): DemoRow => ({
      id: `${id}-f${position + 1}`,
      update_id: id,
      position,
      name: file.name,
      media_type: file.mediaType,
      size_bytes: file.bytes.length,
      sha256: hash('sha256', file.bytes, 'hex'),
      alt: file.alt ?? null,
    })),
  )
  return {
    columns: ['id', 'update_id', 'position', 'name', 'media_type', 'size_bytes', 'sha256', 'alt'],
    rows,
  }
}

/** The bytes of all files, by the name they have in a package. Drawn when needed rather than kept in the repository. */
export function demoBytes(): ReadonlyMap<string, Buffer> {
  const files = told.flatMap(({ files = [] }) => files)
  return new Map(files.map(({ bytes }) => [`files/${hash('sha256', bytes, 'hex')}`, bytes]))
}
