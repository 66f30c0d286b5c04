import { activity as activityWords } from '@commonweal/words/en/activity'

export type ObjectKind = keyof typeof activityWords.object

export const objectKinds = Object.keys(activityWords.object) as ObjectKind[]

/** What the address of the activity may say: of which kind of thing, from which day, to which. */
export interface ActivitySearch {
  objectKind?: ObjectKind
  from?: string
  to?: string
}

export const readActivitySearch = ({ objectKind, from, to }: Record<string, unknown>): ActivitySearch => ({
  ...(objectKinds.some((kind) => kind === objectKind) ? { objectKind: objectKind as ObjectKind } : {}),
  ...(isDay(from) ? { from } : {}),
  ...(isDay(to) ? { to } : {}),
})

function isDay(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)
}
