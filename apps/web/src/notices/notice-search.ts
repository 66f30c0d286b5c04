import type { noticeSorts } from '@commonweal/contracts/notices'
import { readListSearch } from '../ui/list-search.ts'

/** The first one is the order without a choice. */
export const noticeListSorts = ['-at', 'at'] as const satisfies readonly (typeof noticeSorts)[number][]

/** What the address of my notices may say. */
export const readNoticeSearch = (raw: Record<string, unknown>) =>
  readListSearch(raw, { show: ['unread'], sort: noticeListSorts })
