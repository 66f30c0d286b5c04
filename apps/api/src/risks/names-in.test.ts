import type { History } from '@commonweal/domain/risks/history'
import { expect, it } from 'vitest'
import { namesIn } from './names-in.ts'

const id = (last: number) => `00000000-0000-7000-8000-00000000000${last}`
const pledge = { organisationId: id(1), kind: 'cash', route: 'local-budget', status: 'confirmed' }
const history = {
  organisations: [{ id: id(1), name: 'Town Council', sector: 'local-government', legalStatus: 'public' }],
  initiatives: [{ id: id(2), title: 'Repair café', kind: 'joint' }],
  pledges: [
    { ...pledge, id: id(3), initiativeId: id(2) },
    { ...pledge, id: id(4), initiativeId: null },
    { ...pledge, id: id(5), initiativeId: null },
  ],
} as unknown as History

it('names what is mentioned and nothing else; a pledge by who promised and for what', () => {
  expect(namesIn(history, JSON.stringify({ pledgeIds: [id(3), id(4)], organisationId: id(1) }))).toEqual({
    [id(1)]: 'Town Council',
    [id(3)]: 'Town Council · Repair café',
    [id(4)]: 'Town Council',
  })
})
