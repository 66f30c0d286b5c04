import { languages } from '@commonweal/words/languages'
import { expect, test } from 'vitest'
import { sayDay } from './days.ts'

const days = Array.from({ length: 366 }, (_, index) =>
  new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10),
)

test.each([...Object.values(languages).map(({ tag }) => tag), 'en-US', 'de-AT'])(
  'a day in %s is said as Intl says it',
  (tag) => {
    const format = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' })
    for (const day of [...days, '1887-09-30', '0987-01-02']) {
      expect(sayDay(day, tag)).toBe(format.format(new Date(`${day}T00:00:00Z`)))
    }
  },
)
