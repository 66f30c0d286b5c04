import * as contract from '@commonweal/contracts/risks'
import type { SignExplanation } from '@commonweal/domain/risks/explain-signs/explain-sign'
import { explain, type Explanation } from '@commonweal/domain/risks/explain/explain'
import { secondaryInForce } from '@commonweal/domain/risks/secondary/secondary-in-force'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { libraryId } from '../../test/given.ts'
import { givenFlags, history } from '../../test/given-flags.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer } from '../../test/server.ts'

const patient = { timeout: 15_000 }
const saved: { name: string; content: Blob }[] = []
beforeEach(() => {
  saved.length = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push({ name: '', content: blob as Blob })
    return 'blob:here'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const last = saved.at(-1)
    if (last) last.name = this.download
  })
})

/** Presses the button and gives the name of the file and its lines. */
async function download(within_: ReturnType<typeof within>, of: string) {
  await userEvent.click(await within_.findByRole('button', { name: `Download (CSV): ${of}` }, patient))
  await waitFor(() => expect(saved).toHaveLength(1))
  const [{ name, content } = { name: '', content: new Blob() }] = saved.splice(0)
  return { name, lines: (await content.text()).trimEnd().split('\r\n') }
}

const names = { [libraryId]: 'Town Library', 'pledge-1': '=SUM(A1)' }

/** An explanation of money in which one funder raises the flag and one pledge holds it down. */
const money: Partial<Explanation> = {
  score: 3,
  drivers: {
    raising: [
      {
        kind: 'funder',
        id: libraryId,
        said: {
          code: 'gave',
          values: { amount: { type: 'money', value: 120_000 }, share: { type: 'share', value: 0.6 } },
        },
        effect: 2,
        scoreWithout: 1,
        unreadableWithout: ['retention', 'cliff'],
        moves: {
          reading: 'cliff',
          measure: 'after',
          with: { type: 'money', value: 50_050 },
          without: { type: 'money', value: 0 },
        },
      },
    ],
    holding: [
      {
        kind: 'pledge',
        id: 'pledge-1',
        said: { code: 'promised', values: { amount: { type: 'money', value: 300 } } },
        effect: 0,
        scoreWithout: null,
        unreadableWithout: [],
        moves: null,
      },
    ],
    tried: 2,
    of: 2,
  },
  ways: [
    {
      steps: [
        { kind: 'receive', pledgeIds: ['pledge-1', 'pledge-2'], amountMinor: 4_500_00 },
        { kind: 'new-funders', funders: 2, amountMinorEach: 1_000_00, as: 'payment' },
      ],
      by: '2024-10-31',
      score: 2,
    },
    { steps: [{ kind: 'wait' }], by: '2024-10-31', score: 1 },
  ],
}

const explaining = (change: Partial<Explanation>) =>
  answer(
    contract.explainFlag,
    ({ params: { flag }, query: { month = '2024-10' } }) =>
      ({ community: 'lindenmark', ...explain(history(), flag, month), ...change, names, withheld: [] }) as never,
  )

test('what drives a flag and what would lower it are saved as they stand on the page, with figures as numbers', async () => {
  givenFlags(history(), '2024-10', { answers: [explaining(money)] })
  renderAt('/c/lindenmark/vital-signs/funding-dependency?month=2024-10')
  const drivers = await download(screen, 'What drives it most')
  expect(drivers.name).toBe('lindenmark-funding-dependency-2024-10-drivers.csv')
  expect(drivers.lines).toEqual([
    'What it does,Kind,Name,On record,Levels it adds,Reading without it,What it moves most,With it,Without it,Could not be read without it',
    'raises it,Funder,Town Library,"gave €1,200 in the last twelve months, 60% of all",2,1,Promised for the half-year after,500.50,0.00,Retention; Cliff ahead',
    "holds it down,Pledge,'=SUM(A1),promised €3,0,,,,,",
  ])
  const ways = await download(screen, 'What would lower it')
  expect(ways.name).toBe('lindenmark-funding-dependency-2024-10-ways.csv')
  expect(ways.lines).toEqual([
    'Way,What would happen,To what,By,Level then (0 to 3)',
    `1,"What is owed of 2 pledges arrives: €4,500",'=SUM(A1); pledge-2,2024-10-31,2`,
    '1,"2 new funders pay €1,000 each",,2024-10-31,2',
    '2,"Time alone: the signs ease as the months move on, if nothing gets worse.",,2024-10-31,1',
  ])
})

test('of stagnation they are points', async () => {
  const change: Partial<Explanation> = { score: 4, ways: [{ steps: [{ kind: 'wait' }], by: '2024-10-31', score: 3 }] }
  givenFlags(history(), '2024-10', { answers: [explaining(change)] })
  renderAt('/c/lindenmark/vital-signs/network-stagnation?month=2024-10')
  const drivers = await download(screen, 'What drives it most')
  expect(drivers.lines[0]).toContain(',Points it adds,')
  const ways = await download(screen, 'What would lower it')
  expect(ways.lines[0]).toBe('Way,What would happen,To what,By,Points then')
})

test('where there is nothing to save nothing is offered', async () => {
  const change: Partial<Explanation> = { score: 0, ways: [], drivers: { raising: [], holding: [], tried: 0, of: 0 } }
  givenFlags(history(), '2024-10', { answers: [explaining(change)] })
  renderAt('/c/lindenmark/vital-signs/funding-dependency?month=2024-10')
  await screen.findByRole('region', { name: 'What would lower it' }, patient)
  expect(screen.queryByRole('button', { name: /Download \(CSV\): What/ })).toBeNull()
})

test('of an unfolded sign they are saved with its name', async () => {
  const sign: Partial<SignExplanation> = {
    score: 2,
    drivers: {
      raising: [
        {
          kind: 'partner',
          id: libraryId,
          said: {
            code: 'participations',
            values: { count: { type: 'number', value: 6 }, share: { type: 'share', value: 1 } },
          },
          effect: 2,
          scoreWithout: null,
          unreadableWithout: ['largestShare'],
          moves: {
            reading: 'largestShare',
            measure: 'largestShare',
            with: { type: 'share', value: 0.75 },
            without: { type: 'share', value: 0.5 },
          },
        },
      ],
      holding: [],
      tried: 1,
      of: 1,
    },
    ways: [
      {
        steps: [
          {
            code: 'other-sectors',
            values: { count: { type: 'number', value: 2 } },
            things: [['partner', libraryId]],
            sectors: ['sport'],
          },
          { code: 'around-bridge', values: { count: { type: 'number', value: 1 } }, things: [], sectors: [] },
        ],
        by: '2023-10-31',
        score: 1,
      },
    ],
  }
  const signs = secondaryInForce(history(), '2021-02', '2023-10', [])
  givenFlags(history(), '2023-10', {
    answers: [
      answer(contract.readSecondaryTimeline, () => ({ community: 'lindenmark', ...signs, names }) as never),
      answer(
        contract.explainSign,
        ({ params, query }) =>
          ({
            sign: params.sign,
            month: query.month,
            mostScore: 3,
            parts: {},
            isWithheld: false,
            ...sign,
            names,
          }) as never,
      ),
    ],
  })
  renderAt('/c/lindenmark/vital-signs')
  const heading = await screen.findByRole('heading', { name: 'Across sectors' }, patient)
  const item = within(heading.closest('li') ?? document.body)
  await userEvent.click(item.getByText('How it is worked out, and what helps'))
  const drivers = await download(item, 'Across sectors: What drives it most')
  expect(drivers.name).toBe('lindenmark-sector-failure-2023-10-drivers.csv')
  expect(drivers.lines).toHaveLength(2)
  expect(drivers.lines[1]).toMatch(
    /^raises it,Partner,Town Library,"6 participations of these twelve months, 100% of all",2,,Largest sector,0.75,0.5,Largest sector$/,
  )
  const ways = await download(item, 'Across sectors: What would lower it')
  expect(ways.name).toBe('lindenmark-sector-failure-2023-10-ways.csv')
  expect(ways.lines.slice(1)).toEqual([
    '1,2 partners of other sectors take part in what runs Among them: Sport.,Town Library,2023-10-31,1',
    '1,1 initiative between who would be cut off and the others,,2023-10-31,1',
  ])
})
