import type { Driver, Move } from '@commonweal/domain/risks/explain/driver'
import { IconArrowDown, IconArrowUp, IconPoint } from '@tabler/icons-react'
import { Badge, type Look } from '../ui/badge.tsx'
import { useWords } from '../words/words.tsx'
import classes from './drivers.module.css'
import { sayMove } from './explained-words.ts'
import { FactLink, type FactKind } from './fact-link.tsx'
import { useVoice } from './voice.ts'
import '../words/of/explanations.ts'

const kindOf = {
  initiative: 'initiative',
  end: 'initiative',
  partner: 'organisation',
  funder: 'organisation',
  pledge: 'pledge',
  person: 'person',
} as const satisfies Record<Driver['kind'], FactKind>

const looks: Readonly<Record<'raises' | 'holds' | 'slight', Look>> = {
  raises: { tone: 'watch', Sign: IconArrowUp },
  holds: { tone: 'good', Sign: IconArrowDown },
  slight: { tone: 'quiet', Sign: IconPoint },
}

/** How facts that drive a flag are put into words. */
export interface DriverWords<Said extends string> {
  readonly effect: (driver: Driver<Said>) => string
  readonly fact: (driver: Driver<Said>) => string
  /** The measure it moves most. */
  readonly measure: (moves: Move) => string
  /** The title of a reading. */
  readonly reading: (name: string) => string
}

interface Props<Said extends string> {
  readonly drivers: readonly Driver<Said>[]
  readonly names: Readonly<Record<string, string>>
  readonly say: DriverWords<Said>
}

/** Facts that drive a flag, the strongest first, each leading to its page. */
export function DriverList<Said extends string>({ drivers, names, say }: Props<Said>) {
  const { t } = useWords()
  const v = useVoice()
  return (
    <ol className={classes.list}>
      {drivers.map((driver) => {
        const { moves } = driver
        return (
          <li key={`${driver.kind} ${driver.id}`} className={classes.driver}>
            <div className={classes.head}>
              <span className={classes.kind}>{t(`explanations:drivers.kind.${driver.kind}`)}</span>
              <Badge look={driver.effect > 0 ? looks.raises : driver.effect < 0 ? looks.holds : looks.slight}>
                {say.effect(driver)}
              </Badge>
            </div>
            <p className={classes.name}>
              <FactLink kind={kindOf[driver.kind]} id={driver.id} name={names[driver.id]} />
            </p>
            <p>{say.fact(driver)}</p>
            {moves && <p className={classes.move}>{sayMove(v, moves, say.measure(moves))}</p>}
            {driver.unreadableWithout.length > 0 && (
              <p className={classes.move}>
                {t('explanations:drivers.unreadable', { list: v.list(driver.unreadableWithout.map(say.reading)) })}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
