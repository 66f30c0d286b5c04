import { parameters } from '@commonweal/domain/risks/parameters'
import { timelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { demoHistory } from '../../demo/demo-history.ts'
import { readDemo } from '../../demo/shift-demo.ts'
import type { ProblemError } from '../http/problem-error.ts'
import { beside } from './read-beside.ts'

const history = demoHistory(readDemo())
const [small, large] = [Number.MAX_SAFE_INTEGER, 0]

it('a large history is read in a thread beside, to the same answer, while others have their turn', async () => {
  const { read, close } = beside(large)
  try {
    let turns = 0
    let isDone = false
    const asked = Promise.all([
      read('explain', history, 'network-stagnation', '2024-05'),
      read('timelineInForce', history, '2021-02', '2025-12', []),
      read('reportOfMonth', history, '2025-06', parameters),
    ]).finally(() => (isDone = true))
    while (!isDone) {
      turns += 1
      await nextTurn()
    }
    const here = beside(small)
    expect(await asked).toEqual([
      await here.read('explain', history, 'network-stagnation', '2024-05'),
      timelineInForce(history, '2021-02', '2025-12', []),
      await here.read('reportOfMonth', history, '2025-06', parameters),
    ])
    expect(turns).toBeGreaterThan(10)
  } finally {
    await close()
  }
}, 30_000)

it('what a reading refuses is refused from beside as well', async () => {
  const { read, close } = beside(large)
  await expect(read('timelineInForce', history, 'May', '2025-12', [])).rejects.toThrow('May')
  await close()
})

it('where many wait already one more is refused', async () => {
  const { read, close } = beside(large, 1)
  const ask = async () => read('explain', history, 'network-stagnation', '2024-05')
  const answers = await Promise.allSettled(Array.from({ length: 20 }, ask))
  const refused = answers.filter((one) => one.status === 'rejected').map(({ reason }) => reason as ProblemError)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.length).toBeLessThan(20)
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['too-many-requests']))
  await close()
}, 30_000)
