import { datedFacts } from '@commonweal/domain/risks/dated-facts'
import { parameters } from '@commonweal/domain/risks/parameters'
import { incomeByRoute } from '@commonweal/domain/risks/resilience/income-by-route'
import { moneyLeftOut } from '@commonweal/domain/risks/resilience/left-out'
import { overdueByAge } from '@commonweal/domain/risks/resilience/overdue-by-age'
import type { TimelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { moneyAt, moneyCourse } from '@commonweal/domain/risks/what-if/money-ahead'
import { monthIndex } from '@commonweal/domain/values/month'
import { useMemo } from 'react'
import { useCommunity } from '../../session/community.tsx'
import { Section } from '../../ui/section.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import colours from '../colours.module.css'
import type { SeenHistory } from '../risks.queries.ts'
import { useVoice } from '../voice.ts'
import { CoverageView } from './coverage-view.tsx'
import { How } from './how.tsx'
import { LeftOut } from './left-out.tsx'
import { Overdue } from './overdue.tsx'
import { ConcentrationOverTime } from './over-time.tsx'
import type { ResilienceSearch } from './resilience-search.ts'
import classes from './resilience.module.css'
import { Routes } from './routes.tsx'
import '../../words/of/resilience.ts'

interface Props {
  readonly seen: SeenHistory
  readonly timeline: TimelineInForce
  readonly search: ResilienceSearch
  readonly onSearch: (search: ResilienceSearch) => void
}

const lines = parameters.funding

/** What the money rests on, how long it lasts and how much strain it bears. */
export function Resilience({ seen, timeline, search, onSearch }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const { history, withheld, today } = seen
  const months = timeline.months
  const last = months.findLast((one) => one.funding.score !== null) ?? months.at(-1)
  const month = last?.month ?? today.slice(0, 7)
  const facts = useMemo(() => datedFacts(history), [history])
  const money = useMemo(() => moneyAt(facts, monthIndex(month), lines), [facts, month])
  const income = useMemo(() => incomeByRoute(facts, month, lines.windowMonths), [facts, month])
  const leftOut = useMemo(() => moneyLeftOut(history, month, lines.windowMonths), [history, month])
  const ages = useMemo(() => overdueByAge(history, today), [history, today])
  const largestId = last?.funding.sublevels.concentration.largestFunderId ?? null
  const largest =
    largestId === null
      ? null
      : { id: largestId, name: history.organisations.find((one) => one.id === largestId)?.name ?? largestId }
  const isWithheld = withheld.includes('costs') || withheld.includes('reserves')
  const shownMonths = useMemo(() => {
    const first = months.findIndex((one) => one.funding.readings.reliance !== null)
    return first === -1 ? [] : months.slice(first, months.findIndex((one) => one.month === month) + 1)
  }, [months, month])
  const furthest = v.number(lines.runway.furthestMonths)

  return (
    <div className={`${classes.page} ${colours.colours}`}>
      <Section
        title={t('resilience:largest.title')}
        actions={
          largest && (
            <LinkButton
              to="/c/$slug/what-if"
              params={{ slug }}
              search={{ leave: `org_${largest.id}` }}
              variant="default"
              size="sm"
            >
              {t('resilience:largest.ask')}
            </LinkButton>
          )
        }
      >
        <p className={classes.first}>{withoutLargest()}</p>
        {largest && <p className={classes.note}>{shareOfLargest()}</p>}
        <How>{t('resilience:largest.formula', { haircut: v.share(lines.runway.haircut.expected) })}</How>
        <p className={classes.note}>{t('resilience:asOf', { month: v.month(month) })}</p>
        {leftOut.length > 0 && <LeftOut money={leftOut} />}
      </Section>
      <CoverageView money={money} largest={largest} isWithheld={isWithheld} search={search} onSearch={onSearch} />
      {shownMonths.length > 0 && <ConcentrationOverTime months={shownMonths} thresholds={timeline.thresholds} />}
      <Routes income={income} />
      <Overdue ages={ages} today={today} />
      <p className={classes.engine}>
        {t('departures:engine', { engine: timeline.engine, version: v.version(timeline.parametersVersion) })}
      </p>
    </div>
  )

  function withoutLargest(): string {
    if (!largest) return t('resilience:largest.none')
    const alone = moneyCourse(money, 1, lines, (pledge) => pledge.funderId === largest.id)
    const { name } = largest
    if (alone.months[0]?.balanceMinor === null)
      return t(isWithheld ? 'resilience:largest.withheld' : 'resilience:largest.unknown', { name })
    return alone.lastsMonths === null
      ? t('resilience:largest.holds', { name, months: furthest })
      : t('resilience:largest.lasts', { name, months: v.number(alone.lastsMonths) })
  }

  function shareOfLargest(): string {
    const reliance = last?.funding.readings.reliance ?? null
    const { lastsMonths, months: course } = moneyCourse(money, 1, lines, () => false)
    const share =
      reliance === null || !largest
        ? ''
        : t('resilience:largest.share', { name: largest.name, share: v.share(reliance) })
    if (course[0]?.balanceMinor === null) return share
    const all =
      lastsMonths === null
        ? t('resilience:largest.asThingsHold', { months: furthest })
        : t('resilience:largest.asThings', { months: v.number(lastsMonths) })
    return `${share} ${all}`
  }
}
