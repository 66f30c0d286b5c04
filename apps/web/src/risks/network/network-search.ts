import { sectors, type Sector } from '@commonweal/domain/partners/sectors'

export const networkViews = ['picture', 'matrix', 'table'] as const
export type NetworkView = (typeof networkViews)[number]

/** What the address says of the network: the month, the view, what is left out, who is chosen, and the order of the table. */
export interface NetworkSearch {
  readonly month?: string
  readonly view?: NetworkView
  readonly sector?: Sector
  readonly thin?: '1'
  readonly partner?: string
  readonly sort?: string
}

/** What changes in the address; undefined takes it out. */
export type NetworkChange = { readonly [Name in keyof NetworkSearch]?: NetworkSearch[Name] | undefined }

/** Reads an address; what makes no sense is left out. */
export function readNetworkSearch(search: Record<string, unknown>): NetworkSearch {
  const { month, partner, sort } = search
  const view = networkViews.find((one) => one === search['view'])
  const sector = sectors.find((one) => one === search['sector'])
  return {
    ...(typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(view ? { view } : {}),
    ...(sector ? { sector } : {}),
    ...(String(search['thin']) === '1' ? { thin: '1' as const } : {}),
    ...(typeof partner === 'string' && partner !== '' ? { partner } : {}),
    ...(typeof sort === 'string' && sort !== '' ? { sort } : {}),
  }
}

/** An address with a change; what is the standard or undefined is not said. */
export function changedSearch(before: NetworkSearch, change: NetworkChange): NetworkSearch {
  return readNetworkSearch({ ...before, ...change })
}
