import { listCosts, listReserves, readFundingPicture } from '@commonweal/contracts/finances'
import { listInvitations } from '@commonweal/contracts/invitations'
import { listPartners } from '@commonweal/contracts/partners'
import { listPeople } from '@commonweal/contracts/people'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

const questions = [listCosts, listReserves, readFundingPicture, listInvitations, listPartners, listPeople] as const

test.each(['people', 'people/invitations', 'finances', 'finances/costs', 'partners/new', 'exchange'])(
  'a viewer is told that %s is for other roles, and the server is not asked',
  async (page) => {
    const asked: string[] = []
    const refused = questions.map((route) =>
      answer(route, () => {
        asked.push(route.operation)
        throw new Refusal('forbidden')
      }),
    )
    serve([...refused, ...signedIn('viewer')])
    renderAt(`/c/lindenmark/${page}?lang=en`)
    expect(await screen.findByRole('heading', { level: 1, name: 'This page is for other roles' })).toBeTruthy()
    expect(screen.getByText(/Your role in Lindenmark: Viewer/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Go to Today' })).toBeTruthy()
    expect(asked).toEqual([])
  },
)
