import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { LineMarks } from './line-marks.tsx'
import type { Mark, MarkKind } from './marks.ts'

const months = ['2026-01', '2026-02', '2026-03'].map((month) => ({ month }))
const mark = (key: string, kind: MarkKind, month: string): Mark => ({ key, kind, flag: 'funding', month })

/** Lane by lane, the kind of the shape and the places it stands at. */
function lanesOf(marks: readonly Mark[]) {
  const { container } = render(<LineMarks marks={marks} months={months} />)
  return [...(container.firstElementChild?.children ?? [])].map((lane) => ({
    kinds: [...new Set([...lane.querySelectorAll('svg')].map((sign) => sign.dataset['kind']))],
    at: [...lane.querySelectorAll<HTMLElement>('span')].map((place) => place.style.getPropertyValue('--at')),
  }))
}

test('what is marked of one month in two ways does not lie over one another', () => {
  expect(lanesOf([mark('a', 'thresholds', '2026-03'), mark('b', 'measure', '2026-03')])).toEqual([
    { kinds: ['thresholds'], at: ['2'] },
    { kinds: ['measure'], at: ['2'] },
  ])
})

test('two countermeasures of one month are one shape; a mark of a month that is not shown is none', () => {
  expect(
    lanesOf([
      mark('a', 'measure', '2026-01'),
      mark('b', 'measure', '2026-01'),
      mark('c', 'measure', '2026-02'),
      mark('d', 'measure', '2019-02'),
    ]),
  ).toEqual([{ kinds: ['measure'], at: ['0', '1'] }])
})

test('without marks in the months shown there is no lane', () => {
  expect(lanesOf([])).toEqual([])
  expect(lanesOf([mark('a', 'revised', '2019-02')])).toEqual([])
})
