import { parameters } from '@commonweal/domain/risks/parameters'
import { coverage } from '@commonweal/domain/risks/resilience/coverage'
import { type MoneyAt, moneyCourse } from '@commonweal/domain/risks/what-if/money-ahead'
import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useCommunity } from '../../session/community.tsx'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import { MoneyCourses } from '../what-if/money-courses.tsx'
import { How } from './how.tsx'
import { bounds, type ResilienceSearch } from './resilience-search.ts'
import classes from './resilience.module.css'
import { StrainSlider } from './strain-slider.tsx'
import '../../words/of/departures.ts'
import '../../words/of/resilience.ts'

const HORIZON = 18
const lines = parameters.funding
const { expected, stress, severe } = lines.runway.haircut
const percent = (ratio: number) => Math.round(ratio * 100)
const usual = { arrives: percent(expected), largest: 100, delay: 0 }
type Strain = typeof usual

interface Props {
  readonly money: MoneyAt
  readonly largest: { readonly id: string; readonly name: string } | null
  readonly isWithheld: boolean
  readonly search: ResilienceSearch
  readonly onSearch: (search: ResilienceSearch) => void
}

/** Eighteen months of confirmed money against committed cost, under a strain that sliders set. */
export function CoverageView({ money, largest, isWithheld, search, onSearch }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { slug, currency } = useCommunity()
  const { strain, set } = useStrain(search, onSearch)
  const under = (one: Strain) =>
    coverage(
      money,
      { haircut: one.arrives / 100, largestPays: one.largest / 100, delayMonths: one.delay },
      largest?.id ?? null,
      HORIZON,
      lines,
    )
  const strained = under(strain)
  const planned = useMemo(
    () => coverage(money, { haircut: 1, largestPays: 1, delayMonths: 0 }, null, HORIZON, lines),
    [money],
  )
  const { cliffIn } = useMemo(() => moneyCourse(money, lines.cliff.furthestMonths, lines, () => false), [money])
  const [first] = strained.months
  if (!first) return null
  const isBalanceKnown = first.balanceMinor !== null
  const presets: readonly { readonly name: string; readonly strain: Strain }[] = [
    { name: t('resilience:coverage.expected', { share: v.share(expected) }), strain: usual },
    {
      name: t('resilience:coverage.stress', { share: v.share(stress) }),
      strain: { ...usual, arrives: percent(stress) },
    },
    {
      name: t('resilience:coverage.severe', { share: v.share(severe) }),
      strain: { ...usual, arrives: percent(severe) },
    },
    ...(largest ? [{ name: t('resilience:coverage.alone'), strain: { ...usual, largest: 0 } }] : []),
  ]

  return (
    <Section title={t('resilience:coverage.title', { months: v.number(HORIZON) })}>
      <p className={classes.first} role="status">
        {sentence()}
      </p>
      <p className={classes.note}>
        {cliffIn === null
          ? t('resilience:coverage.noCliff', { months: v.number(lines.cliff.furthestMonths) })
          : t('resilience:coverage.cliff', { month: v.month(cliffIn) })}
      </p>
      <div className={classes.strain}>
        <StrainSlider
          label={t('resilience:coverage.haircut')}
          value={strain.arrives}
          {...bounds.arrives}
          said={v.share(strain.arrives / 100)}
          onChange={(arrives) => set({ ...strain, arrives })}
        />
        {largest && (
          <StrainSlider
            label={t('resilience:coverage.largestNamed', { name: largest.name })}
            value={strain.largest}
            {...bounds.largest}
            said={v.share(strain.largest / 100)}
            onChange={(share) => set({ ...strain, largest: share })}
          />
        )}
        <StrainSlider
          label={t('resilience:coverage.delay')}
          value={strain.delay}
          {...bounds.delay}
          said={t('resilience:coverage.delayValue', { count: strain.delay })}
          onChange={(delay) => set({ ...strain, delay })}
        />
      </div>
      <div className={classes.presets} role="group" aria-label={t('resilience:coverage.presets')} data-no-print>
        {presets.map(({ name, strain: preset }) => (
          <Button
            key={name}
            variant={isSame(preset, strain) ? 'filled' : 'default'}
            size="sm"
            aria-pressed={isSame(preset, strain)}
            onClick={() => set(preset)}
          >
            {name}
          </Button>
        ))}
      </div>
      <MoneyCourses
        with={planned.months}
        without={strained.months}
        lanes={{ with: t('resilience:coverage.planned'), without: t('resilience:coverage.strained') }}
        currency={currency}
        cliffIn={cliffIn}
        negativeIn={strained.negativeIn}
        table={{ label: t('resilience:coverage.table'), fileName: `${slug}-coverage` }}
      >
        <How>
          {t('resilience:coverage.formula', {
            ratio: v.share(lines.cliff.ratio),
            pledges: v.number(money.pledges.length),
          })}
        </How>
      </MoneyCourses>
    </Section>
  )

  function sentence(): string {
    if (!isBalanceKnown) return t(isWithheld ? 'resilience:largest.withheld' : 'departures:answer.lastsUnknown')
    const { negativeIn, lastsMonths } = strained
    if (negativeIn !== null)
      return t('resilience:coverage.lastsUntil', { month: v.month(negativeIn), months: v.number(lastsMonths ?? 0) })
    if (lastsMonths !== null) return t('resilience:coverage.holdsThen', { months: v.number(lastsMonths) })
    return t('resilience:coverage.holds', { months: v.number(HORIZON) })
  }
}

const isSame = (a: Strain, b: Strain) => a.arrives === b.arrives && a.largest === b.largest && a.delay === b.delay
const settleMs = 200

/** The strain follows the hand at once, the address a moment later; what is usual stays out of it. */
function useStrain(search: ResilienceSearch, onSearch: (search: ResilienceSearch) => void) {
  const inAddress = { ...usual, ...search }
  const [moved, set] = useState<Strain | null>(null)
  const isSettled = moved !== null && isSame(moved, inAddress)
  useEffect(() => {
    if (moved === null) return
    if (isSettled) {
      set(null)
      return
    }
    const timer = setTimeout(() => {
      const names = ['arrives', 'largest', 'delay'] as const
      onSearch(Object.fromEntries(names.flatMap((name) => (moved[name] === usual[name] ? [] : [[name, moved[name]]]))))
    }, settleMs)
    return () => clearTimeout(timer)
  }, [moved, isSettled, onSearch])
  return { strain: moved ?? inAddress, set }
}
