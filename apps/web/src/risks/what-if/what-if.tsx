import { FURTHEST_MONTHS, recordedUntil, waysToGoOn } from '@commonweal/domain/risks/what-if/question'
import { openWhatIf } from '@commonweal/domain/risks/what-if/stress-test'
import { Button, NativeSelect } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/words.tsx'
import colours from '../colours.module.css'
import type { SeenHistory } from '../risks.queries.ts'
import { useVoice } from '../voice.ts'
import { Additions } from './additions.tsx'
import { Answer } from './answer.tsx'
import { Chooser } from './chooser.tsx'
import { HorizonSlider } from './horizon-slider.tsx'
import { monthsToAskFrom } from './months-to-ask-from.ts'
import { namesOf } from './names.ts'
import { addEntries, addingOf, leaveEntries, leavingOf, USUAL_HORIZON, type WhatIfSearch } from './what-if-search.ts'
import classes from './what-if.module.css'
import { sayWho } from './who-sentence.ts'
import { WorstList } from './worst-list.tsx'
import '../../words/of/departures.ts'

interface Props {
  readonly seen: SeenHistory
  readonly search: WhatIfSearch
  readonly onSearch: (search: WhatIfSearch) => void
}

/** The question and its answer; all figures come from the engine in this browser, on the records the person may see. */
export function WhatIfView({ seen, search, onSearch }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { history, withheld, today, thresholds } = seen
  const until = recordedUntil(history.dataCompleteThrough, today)
  const months = useMemo(() => monthsToAskFrom(history, until), [history, until])
  const month = search.month !== undefined && months.includes(search.month) ? search.month : until
  const goesOn = search.go ?? 'as-last-year'
  const names = useMemo(() => namesOf(history), [history])
  const { months: horizon, choose } = useHorizon(search, onSearch)

  const whatIf = useMemo(
    () => openWhatIf(history, month, { goesOn, recordedUntil: until }, thresholds),
    [history, month, goesOn, until, thresholds],
  )
  const { leave, add } = search
  const question = useMemo(
    () => [leavingOf(leave === undefined ? {} : { leave }), addingOf(add === undefined ? {} : { add })] as const,
    [leave, add],
  )
  const over = useMemo(() => whatIf.about(...question, FURTHEST_MONTHS), [whatIf, question])
  const readSigns = useMemo(() => whatIf.signs(...question), [whatIf, question])
  const shownHorizon = useDeferredValue(horizon)
  const answer = useMemo(() => over(shownHorizon), [over, shownHorizon])
  const leaving = leaveEntries(search)
  const adding = addEntries(search)
  const [isFromList, setFromList] = useState(false)
  const isAsked = leaving.length + adding.length > 0
  const change = (part: Partial<Record<keyof WhatIfSearch, string | undefined>>) => {
    setFromList(false)
    const next = { ...search, ...part }
    onSearch(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== '')))
  }

  return (
    <div className={`${classes.page} ${colours.colours}`}>
      <Section
        title={t('departures:question')}
        actions={
          isAsked && (
            <Button
              variant="subtle"
              size="sm"
              leftSection={<IconPrinter aria-hidden="true" size={18} />}
              onClick={() => window.print()}
            >
              {t('departures:print')}
            </Button>
          )
        }
      >
        <div className={classes.form}>
          <Chooser history={history} entries={leaving} onChange={(entries) => change({ leave: entries.join('.') })} />
          <div className={classes.settings}>
            <NativeSelect
              label={t('departures:month')}
              data={months.map((one) => ({ value: one, label: v.month(one) }))}
              value={month}
              onChange={(event) => {
                const chosen = event.currentTarget.value
                change({ month: chosen === until ? undefined : chosen })
              }}
            />
            <HorizonSlider months={horizon} onChange={choose} />
            <NativeSelect
              label={t('departures:goesOn.label')}
              data={waysToGoOn.map((way) => ({ value: way, label: t(`departures:goesOn.${way}`) }))}
              value={goesOn}
              onChange={(event) =>
                change({ go: event.currentTarget.value === 'as-planned' ? 'as-planned' : undefined })
              }
            />
          </div>
          <Additions
            history={history}
            names={names}
            month={month}
            entries={adding}
            onChange={(entries) => change({ add: entries.join('.') })}
          />
          {isAsked && (
            <p className={classes.hint} data-no-print>
              {t('departures:share')}
            </p>
          )}
          {withheld.length > 0 && (
            <p className={classes.hint}>
              {t('departures:answer.withheld', {
                list: v.list(withheld.map((source) => t(`departures:source.${source}`))),
              })}
            </p>
          )}
        </div>
      </Section>
      {isAsked ? (
        <Answer
          answer={answer}
          readSigns={readSigns}
          isAsOne={leaving.some((entry) => entry === 'council' || entry.startsWith('sector_'))}
          names={names}
          withheld={withheld}
          takesFocus={isFromList}
          title={
            leaving.length > 0
              ? t(adding.length > 0 ? 'departures:answer.titleBoth' : 'departures:answer.title', {
                  who: sayWho(v, names, leaving),
                })
              : t('departures:answer.titleWith')
          }
        />
      ) : (
        <WorstList
          whatIf={whatIf}
          names={names}
          onAsk={(entry) => {
            change({ leave: entry })
            setFromList(true)
          }}
        />
      )}
      <p className={classes.hint}>
        {t('departures:engine', { engine: answer.engine, version: v.version(answer.parametersVersion) })}
      </p>
    </div>
  )
}

const settleMs = 200

/** The horizon follows the hand at once, the address a moment later. */
function useHorizon(search: WhatIfSearch, onSearch: (search: WhatIfSearch) => void) {
  const inAddress = search.ahead ?? USUAL_HORIZON
  const [moved, setMoved] = useState<number | null>(null)
  useEffect(() => {
    if (moved === null) return
    if (moved === inAddress) {
      setMoved(null)
      return
    }
    const timer = setTimeout(() => {
      const { ahead: _, ...rest } = search
      onSearch(moved === USUAL_HORIZON ? rest : { ...rest, ahead: moved })
    }, settleMs)
    return () => clearTimeout(timer)
  }, [moved, inAddress, search, onSearch])
  return { months: moved ?? inAddress, choose: setMoved }
}
