import type { Driver } from '@commonweal/domain/risks/explain/driver'
import { IconArrowDown, IconArrowUp, IconPoint } from '@tabler/icons-react'
import { Badge, type Look } from '../ui/badge.tsx'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import classes from './drivers.module.css'
import { sayEffect, sayFact, sayMove, sayReadingTitle } from './explained-words.ts'
import { FactLink, type FactKind } from './fact-link.tsx'
import type { NamedExplanation } from './risks.queries.ts'
import { useVoice } from './voice.ts'
import '../words/of/explanations.ts'

const kindOf = {
  initiative: 'initiative',
  end: 'initiative',
  partner: 'organisation',
  funder: 'organisation',
  pledge: 'pledge',
} as const satisfies Record<Driver['kind'], FactKind>

const looks: Readonly<Record<'raises' | 'holds' | 'slight', Look>> = {
  raises: { tone: 'watch', Sign: IconArrowUp },
  holds: { tone: 'good', Sign: IconArrowDown },
  slight: { tone: 'quiet', Sign: IconPoint },
}

/** The facts that raise a flag most and those that hold it down, each leading to its page. */
export function Drivers({ explained }: { readonly explained: NamedExplanation }) {
  const { t } = useWords()
  const v = useVoice()
  const { raising, holding, tried, of } = explained.drivers
  return (
    <Section title={t('explanations:drivers.title')}>
      {explained.score === null ? (
        <p>{t('explanations:drivers.unread')}</p>
      ) : (
        <>
          <p className={classes.hint}>{t('explanations:drivers.hint')}</p>
          {raising.length === 0 ? (
            <p>{t('explanations:drivers.none')}</p>
          ) : (
            <DriverList drivers={raising} explained={explained} />
          )}
          {holding.length > 0 && (
            <>
              <h3 className={classes.title}>{t('explanations:drivers.holding')}</h3>
              <p className={classes.hint}>{t('explanations:drivers.holdingHint')}</p>
              <DriverList drivers={holding} explained={explained} />
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

function DriverList({ drivers, explained }: { drivers: readonly Driver[]; explained: NamedExplanation }) {
  const { t } = useWords()
  const v = useVoice()
  return (
    <ol className={classes.list}>
      {drivers.map((driver) => {
        const move = sayMove(v, driver)
        return (
          <li key={`${driver.kind} ${driver.id}`} className={classes.driver}>
            <div className={classes.head}>
              <span className={classes.kind}>{t(`explanations:drivers.kind.${driver.kind}`)}</span>
              <Badge look={driver.effect > 0 ? looks.raises : driver.effect < 0 ? looks.holds : looks.slight}>
                {sayEffect(v, driver, explained)}
              </Badge>
            </div>
            <p className={classes.name}>
              <FactLink kind={kindOf[driver.kind]} id={driver.id} name={explained.names[driver.id]} />
            </p>
            <p>{sayFact(v, driver)}</p>
            {move && <p className={classes.move}>{move}</p>}
            {driver.unreadableWithout.length > 0 && (
              <p className={classes.move}>
                {t('explanations:drivers.unreadable', {
                  list: v.list(driver.unreadableWithout.map((name) => sayReadingTitle(v, name))),
                })}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
