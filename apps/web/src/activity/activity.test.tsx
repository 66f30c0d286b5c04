import { listActivity, type ActivityRow } from '@commonweal/contracts/activity'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, serve } from '../../test/server.ts'

const row: ActivityRow = {
  id: '01900000-0000-7000-8000-0000000000c1',
  at: '2026-05-04T10:00:00.000Z',
  person: 'Ada Brenner',
  organisation: 'Town Library',
  capacity: null,
  verb: 'addPartner',
  objectKind: 'partner',
  objectId: libraryId,
  facts: {},
}

function given() {
  const asked: object[] = []
  serve([
    answer(listActivity, ({ query }) => {
      asked.push(query)
      return { items: query.objectKind === 'booking' ? [] : [row], nextCursor: null }
    }),
    ...signedIn('steward'),
  ])
  return asked
}

test('the activity is narrowed to a kind of thing and to days, and the address keeps it', async () => {
  const asked = given()
  const { user, router } = renderAt('/c/lindenmark/activity?from=2026-05-01&lang=en')
  expect(await screen.findByText('Ada Brenner')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('From which day').value).toBe('2026-05-01')
  expect(asked.at(-1)).toEqual({ from: '2026-05-01', limit: '50' })

  await user.selectOptions(screen.getByLabelText('About'), 'booking')
  expect(await screen.findByText('Nothing of that kind happened in these days')).toBeTruthy()
  expect(router.state.location.search).toMatchObject({ from: '2026-05-01', objectKind: 'booking' })
  expect(asked.at(-1)).toMatchObject({ from: '2026-05-01', objectKind: 'booking' })
})
