import { describe, expect, it } from 'vitest'
import { type Formats, spokenValues } from './spoken-values.ts'

const plain: Formats = {
  number: String,
  share: (ratio) => `${Math.round(ratio * 100)}%`,
  chance: (probability) => `${probability * 100}%`,
  money: (amountMinor) => `${amountMinor / 100} €`,
  month: (month) => `month ${month}`,
  day: (day) => `day ${day}`,
  fraction: (near, share) => (share === null ? near : `about ${near} (${share})`),
}

describe('the values of a sentence', () => {
  it('are each said in their own kind', () => {
    const said = spokenValues(
      {
        day: { type: 'day', value: '2026-06-30' },
        before: { type: 'money', value: 1200 },
        share: { type: 'share', value: 0.5, near: 'half' },
        months: { type: 'months', value: 4 },
        p: { type: 'probability', value: 0.25 },
      },
      plain,
    )
    expect(said).toEqual({ day: 'day 2026-06-30', before: '12 €', share: '50%', months: '4', p: '25%' })
  })

  it('keep the count a number, which chooses the plural', () => {
    expect(spokenValues({ count: { type: 'number', value: 3 } }, plain)).toEqual({ count: 3 })
  })

  it.each([
    [{ type: 'share', value: 0.5, near: 'half' }, 'half'],
    [{ type: 'share', value: 0.52, near: 'half' }, 'about half (52%)'],
    [{ type: 'share', value: 0.95, near: 'nearly-all' }, 'about nearly-all (95%)'],
    [{ type: 'share', value: 0.56 }, '56%'],
  ] as const)('say a part as a plain fraction where it is close to one: %o', (part, said) => {
    expect(spokenValues({ part }, plain)).toEqual({ part: said })
  })
})
