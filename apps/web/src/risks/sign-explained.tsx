import type { ShareKind } from '@commonweal/domain/risks/explain-signs/sign-rows'
import type { SecondaryFlagName } from '@commonweal/domain/risks/secondary/flag-names'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useCommunity } from '../session/community.tsx'
import { CsvOfRows } from '../ui/csv-button.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { driverColumns, driverRows } from './driver-columns.ts'
import { DriverList, type DriverWords } from './driver-list.tsx'
import classes from './drivers.module.css'
import item from './reading-item.module.css'
import own from './sign-item.module.css'
import { sayEffect } from './explained-words.ts'
import { useKnownOn } from './known-on.tsx'
import { type NamedSignExplanation, signExplanationQuery } from './risks.queries.ts'
import { saySignFact, saySignMeasure, saySignPart } from './sign-driver-words.ts'
import { SignWays } from './sign-ways.tsx'
import { signWayRows, wayColumns } from './way-columns.ts'
import type { Voice } from './voice.ts'
import '../words/of/explanations.ts'
import '../words/of/signs.ts'

interface Props {
  readonly name: SecondaryFlagName
  readonly month: string
  readonly voice: Voice
}

const settleMs = 300

/** What drives a sign and what would lower it, asked for when somebody wants to know: the month is read again many times over. */
export function SignExplained({ name, month, voice: v }: Props) {
  const { t } = v
  const { id, slug, currency } = useCommunity()
  const [settled] = useDebouncedValue(month, settleMs)
  const query = useQuery(signExplanationQuery(id, name, settled, useKnownOn()))
  const explained = query.data?.month === month ? query.data : undefined
  const titled = (column: string) => t('signs:column', { sign: t(`signs:name.${name}`), column })
  const drivers = explained ? driverRows(explained.drivers) : []
  const ways = explained ? signWayRows(v, explained) : []
  return (
    <>
      <div className={`${item.part} ${own.explained}`}>
        <h4>{t('explanations:drivers.title')}</h4>
        {explained && drivers.length > 0 && (
          <CsvOfRows
            columns={driverColumns(v, currency, signDriverWords(v, explained), explained)}
            rows={drivers}
            fileName={`${slug}-${name}-${month}-drivers`}
            of={titled(t('explanations:drivers.title'))}
          />
        )}
        <div>
          <Faces query={{ ...query, data: explained }} loading={<Loading lines={4} />}>
            {(found) => <Drivers explained={found} voice={v} />}
          </Faces>
        </div>
      </div>
      {explained && explained.score !== null && !explained.isWithheld && (
        <div className={`${item.part} ${own.explained}`}>
          <h4>{t('explanations:ways.title')}</h4>
          {ways.length > 0 && (
            <CsvOfRows
              columns={wayColumns(v, explained.mostScore)}
              rows={ways}
              fileName={`${slug}-${name}-${month}-ways`}
              of={titled(t('explanations:ways.title'))}
            />
          )}
          <div>
            <SignWays explained={explained} voice={v} />
          </div>
        </div>
      )}
    </>
  )
}

function signDriverWords(v: Voice, explained: NamedSignExplanation): DriverWords<ShareKind> {
  return {
    effect: (driver) => sayEffect(v, driver, explained),
    fact: (driver) => saySignFact(v, driver),
    measure: (moves) => saySignMeasure(v, moves),
    reading: (part) => saySignPart(v, part),
  }
}

function Drivers({ explained, voice: v }: { readonly explained: NamedSignExplanation; readonly voice: Voice }) {
  const { t } = v
  const { names, score, isWithheld } = explained
  const { raising, holding, tried, of } = explained.drivers
  if (isWithheld) return <p>{t('signs:drivers.withheld')}</p>
  if (score === null) return <p>{t('explanations:drivers.unread')}</p>
  const say = signDriverWords(v, explained)
  return (
    <>
      {raising.length + holding.length > 0 && <p className={classes.hint}>{t('explanations:drivers.hint')}</p>}
      {raising.length === 0 ? (
        <p>{t(holding.length === 0 ? 'explanations:drivers.none' : 'signs:drivers.noneRaises')}</p>
      ) : (
        <DriverList drivers={raising} names={names} say={say} />
      )}
      {holding.length > 0 && (
        <>
          <h5 className={own.holding}>{t('explanations:drivers.holding')}</h5>
          <DriverList drivers={holding} names={names} say={say} />
        </>
      )}
      <p className={classes.hint}>{t('signs:drivers.tried', { tried: v.number(tried), of: v.number(of) })}</p>
    </>
  )
}
