import type { handledFlags, handlingSorts } from '@commonweal/contracts/handling'
import type { handlingKinds } from '@commonweal/domain/risks/handling'
import { readListSearch } from '../ui/list-search.ts'

export const shownFlags = ['stagnation', 'funding'] as const satisfies readonly (typeof handledFlags)[number][]
export const shownKinds = [
  'acknowledge',
  'mitigate',
  'accept',
  'dismiss',
] as const satisfies readonly (typeof handlingKinds)[number][]
/** The first one is the order without a choice. */
export const answerListSorts = ['-at', 'at'] as const satisfies readonly (typeof handlingSorts)[number][]

/** What the address of the list of answers may say. */
export const readAnswerSearch = (raw: Record<string, unknown>) =>
  readListSearch(raw, { flag: shownFlags, kind: shownKinds, sort: answerListSorts })
