import type { FundingReading } from '@commonweal/domain/risks/funding/funding-fold'
import type { StagnationReading } from '@commonweal/domain/risks/stagnation/stagnation-fold'
import type { ReactNode } from 'react'
import { Facts } from '../ui/facts.tsx'
import { Missing } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './figures.module.css'
import { FunderName } from './funder-name.tsx'
import { useVoice } from './voice.ts'
import '../words/of/readings.ts'

/** The few figures people ask for first, before any family. */
export function StagnationFigures({ reading: { families, reported } }: { reading: StagnationReading }) {
  const { t } = useWords()
  const v = useVoice()
  const { dormant, n } = reported.dormancy
  return (
    <Figures
      items={[
        { label: t('readings:figure.starts'), value: families.renewal.now },
        { label: t('readings:figure.partners'), value: families.participation.now },
        { label: t('readings:figure.lastStart'), value: families.gap.lastStartOn && v.day(families.gap.lastStartOn) },
        {
          label: t('readings:figure.dormant'),
          value:
            dormant === null ? null : t('readings:figure.dormantOf', { dormant: v.number(dormant), n: v.number(n) }),
        },
      ]}
    />
  )
}

export function FundingFigures({
  reading: { readings, sublevels },
  month,
}: {
  reading: FundingReading
  month: string
}) {
  const { t } = useWords()
  const v = useVoice()
  const { largestFunderId, cover } = sublevels.concentration
  const { income, incomeFrom, funders, effectiveFunders, reliance, publicShare, stressRunwayMonths } = readings
  const { topThreeShare, absenceFactor } = readings
  return (
    <Figures
      items={[
        {
          label: t('readings:figure.income'),
          value: income !== null && incomeFrom && (
            <>
              {v.money(income)}
              <small>
                {t(incomeFrom === 'receipts' ? 'readings:figure.fromReceipts' : 'readings:figure.fromInstalments')}
              </small>
            </>
          ),
        },
        { label: t('readings:figure.funders'), value: funders },
        { label: t('readings:figure.effective'), value: effectiveFunders === null ? null : v.number(effectiveFunders) },
        {
          label: t('readings:figure.largest'),
          value:
            largestFunderId === null || reliance === null ? null : (
              <>
                {v.share(reliance)} <FunderName organisationId={largestFunderId} month={month} isAsked />
              </>
            ),
        },
        { label: t('readings:figure.topThree'), value: topThreeShare === null ? null : v.share(topThreeShare) },
        { label: t('readings:figure.absence'), value: absenceFactor },
        { label: t('readings:figure.publicShare'), value: publicShare === null ? null : v.share(publicShare) },
        {
          label: t('readings:figure.without'),
          value: cover.lastsForEver
            ? t('readings:figure.forever')
            : stressRunwayMonths === null
              ? null
              : t('readings:figure.months', { months: v.number(stressRunwayMonths) }),
        },
      ]}
    />
  )
}

function Figures({ items }: { items: readonly { readonly label: string; readonly value: ReactNode }[] }) {
  return (
    <div className={classes.figures}>
      <Facts
        items={items.map(({ label, value }) => ({
          label,
          value: value === null || value === false ? <Missing /> : value,
        }))}
      />
    </div>
  )
}
