import type { SecondaryFlagName } from '@commonweal/domain/risks/secondary/flag-names'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useCommunity } from '../session/community.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { DriverList, type DriverWords } from './driver-list.tsx'
import classes from './drivers.module.css'
import item from './reading-item.module.css'
import own from './sign-item.module.css'
import { sayEffect } from './explained-words.ts'
import { useKnownOn } from './known-on.tsx'
import { type NamedSignExplanation, signExplanationQuery } from './risks.queries.ts'
import { saySignFact, saySignMove, saySignPart } from './sign-driver-words.ts'
import { SignWays } from './sign-ways.tsx'
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
  const { id } = useCommunity()
  const [settled] = useDebouncedValue(month, settleMs)
  const query = useQuery(signExplanationQuery(id, name, settled, useKnownOn()))
  const explained = query.data?.month === month ? query.data : undefined
  return (
    <>
      <div className={item.part}>
        <h4>{t('explanations:drivers.title')}</h4>
        <Faces query={{ ...query, data: explained }} loading={<Loading lines={4} />}>
          {(found) => <Drivers explained={found} voice={v} />}
        </Faces>
      </div>
      {explained && explained.score !== null && !explained.isWithheld && (
        <div className={item.part}>
          <h4>{t('explanations:ways.title')}</h4>
          <SignWays explained={explained} voice={v} />
        </div>
      )}
    </>
  )
}

function Drivers({ explained, voice: v }: { readonly explained: NamedSignExplanation; readonly voice: Voice }) {
  const { t } = v
  const { names, score, isWithheld } = explained
  const { raising, holding, tried, of } = explained.drivers
  if (isWithheld) return <p>{t('signs:drivers.withheld')}</p>
  if (score === null) return <p>{t('explanations:drivers.unread')}</p>
  const say: DriverWords<(typeof raising)[number]['said']['code']> = {
    effect: (driver) => sayEffect(v, driver, explained),
    fact: (driver) => saySignFact(v, driver),
    move: (driver) => saySignMove(v, driver),
    reading: (part) => saySignPart(v, part),
  }
  return (
    <>
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
      <p className={classes.hint}>
        {t('explanations:drivers.hint')} {t('signs:drivers.tried', { tried: v.number(tried), of: v.number(of) })}
      </p>
    </>
  )
}
