import { useCommunity } from '../session/community.tsx'
import { CsvOfRows } from '../ui/csv-button.tsx'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import { driverColumns, driverRows } from './driver-columns.ts'
import { DriverList, type DriverWords } from './driver-list.tsx'
import classes from './drivers.module.css'
import { sayEffect, sayFact, sayMeasure, sayReadingTitle } from './explained-words.ts'
import type { NamedExplanation } from './risks.queries.ts'
import { useVoice } from './voice.ts'
import '../words/of/explanations.ts'

/** The facts that raise a flag most and those that hold it down, each leading to its page. */
export function Drivers({ explained }: { readonly explained: NamedExplanation }) {
  const { t } = useWords()
  const v = useVoice()
  const { slug, currency } = useCommunity()
  const { names, score, flag, month } = explained
  const rows = driverRows(explained.drivers)
  const { raising, holding, tried, of } = explained.drivers
  const say: DriverWords<(typeof raising)[number]['said']['code']> = {
    effect: (driver) => sayEffect(v, driver, explained),
    fact: (driver) => sayFact(v, driver),
    measure: (moves) => sayMeasure(v, moves),
    reading: (name) => sayReadingTitle(v, name),
  }
  return (
    <Section
      title={t('explanations:drivers.title')}
      actions={
        rows.length > 0 && (
          <CsvOfRows
            columns={driverColumns(v, currency, say, explained)}
            rows={rows}
            fileName={`${slug}-${flag}-${month}-drivers`}
            of={t('explanations:drivers.title')}
          />
        )
      }
    >
      {score === null ? (
        <p>{t('explanations:drivers.unread')}</p>
      ) : (
        <>
          <p className={classes.hint}>{t('explanations:drivers.hint')}</p>
          {raising.length === 0 ? (
            <p>{t('explanations:drivers.none')}</p>
          ) : (
            <DriverList drivers={raising} names={names} say={say} />
          )}
          {holding.length > 0 && (
            <>
              <h3 className={classes.title}>{t('explanations:drivers.holding')}</h3>
              <p className={classes.hint}>{t('explanations:drivers.holdingHint')}</p>
              <DriverList drivers={holding} names={names} say={say} />
            </>
          )}
          <p className={classes.hint}>
            {t('explanations:drivers.tried', { tried: v.number(tried), of: v.number(of) })}
          </p>
        </>
      )}
    </Section>
  )
}
