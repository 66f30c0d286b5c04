import {
  departuresToLookAt,
  lookAt,
  type WorstDeparture,
  worstFirst,
} from '@commonweal/domain/risks/what-if/worst-departures'
import type { WhatIf } from '@commonweal/domain/risks/what-if/stress-test'
import { useEffect, useState } from 'react'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import type { Names } from './names.ts'
import classes from './what-if.module.css'
import '../../words/of/departures.ts'

interface Props {
  readonly whatIf: WhatIf
  readonly names: Names
  readonly onAsk: (entry: string) => void
}

/** The five departures that would hurt most: the way in for who has no question yet. */
export function WorstList({ whatIf, names, onAsk }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const worst = useWorst(whatIf)
  return (
    <Section title={t('departures:worst.title')}>
      <p className={classes.hint}>{t('departures:worst.how')}</p>
      {worst === null && <p role="status">{t('departures:worst.working')}</p>}
      {worst?.length === 0 && <p>{t('departures:worst.none')}</p>}
      {worst !== null && worst.length > 0 && (
        <ol className={classes.worst}>
          {worst.map((one) => {
            const name =
              one.organisationId === null
                ? t('departures:who.theLocalGovernment')
                : (names.organisation(one.organisationId) ?? one.organisationId)
            return (
              <li key={one.organisationId ?? 'council'}>
                <div>
                  <button
                    type="button"
                    className={classes.name}
                    onClick={() => onAsk(one.organisationId === null ? 'council' : `org_${one.organisationId}`)}
                  >
                    {t('departures:worst.ask', { name })}
                  </button>
                  <ul className={classes.costs}>
                    {costs(v, one).map((cost) => (
                      <li key={cost}>{cost}</li>
                    ))}
                  </ul>
                </div>
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}

function costs(v: ReturnType<typeof useVoice>, one: WorstDeparture): string[] {
  const { t } = v
  return [
    one.levelsRaised > 0 ? t('departures:worst.levels', { count: one.levelsRaised }) : t('departures:worst.noLevels'),
    one.lostMinor > 0 && one.lostShare !== null
      ? t('departures:worst.money', { share: v.share(one.lostShare) })
      : t('departures:worst.noMoney'),
    ...(one.initiativesBelow > 0 ? [t('departures:worst.initiatives', { count: one.initiativesBelow })] : []),
    ...(one.cutOff > 0 ? [t('departures:worst.cutOff', { count: one.cutOff })] : []),
  ]
}

/** Looks at one departure after the other, so that the page answers meanwhile. */
function useWorst(whatIf: WhatIf): readonly WorstDeparture[] | null {
  const [worst, setWorst] = useState<readonly WorstDeparture[] | null>(null)
  useEffect(() => {
    let isOver = false
    setWorst(null)
    const looked: WorstDeparture[] = []
    const work = async () => {
      await nextTask()
      for (const one of isOver ? [] : departuresToLookAt(whatIf)) {
        if (isOver) return
        looked.push(lookAt(whatIf, one))
        await nextTask()
      }
      if (!isOver) setWorst(worstFirst(looked))
    }
    void work()
    return () => {
      isOver = true
    }
  }, [whatIf])
  return worst
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0))
