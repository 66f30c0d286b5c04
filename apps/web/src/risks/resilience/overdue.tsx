import type { OverdueAge } from '@commonweal/domain/risks/resilience/overdue-by-age'
import { decimalOf } from '../../money/money.ts'
import { useCommunity } from '../../session/community.tsx'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import { ShownTable } from '../what-if/shown-table.tsx'
import { How } from './how.tsx'
import classes from './resilience.module.css'
import '../../words/of/resilience.ts'

/** What is late, by how late it is. */
export function Overdue({ ages, today }: { ages: readonly OverdueAge[] | null; today: string }) {
  const { t } = useWords()
  const v = useVoice()
  const { slug, currency } = useCommunity()
  const all = ages?.reduce((sum, one) => sum + one.amountMinor, 0) ?? 0
  const say = (one: OverdueAge) =>
    one.to === null
      ? t('resilience:overdue.beyond', { from: v.number(one.from) })
      : t('resilience:overdue.between', { from: v.number(one.from), to: v.number(one.to) })
  return (
    <Section title={t('resilience:overdue.title')}>
      <p className={classes.note}>
        {ages === null
          ? t('resilience:overdue.unknown')
          : all === 0
            ? t('resilience:overdue.none', { day: v.day(today) })
            : t('resilience:overdue.lead', { amount: v.money(all), day: v.day(today) })}
      </p>
      <How>{t('resilience:overdue.formula')}</How>
      {ages !== null && all > 0 && (
        <ShownTable
          label={t('resilience:overdue.title')}
          rows={ages}
          rowKey={(one) => String(one.from)}
          fileName={`${slug}-overdue-by-age`}
          columns={[
            { name: 'age', header: t('resilience:overdue.age'), cell: say, csv: say },
            {
              name: 'amount',
              header: t('resilience:overdue.amount'),
              cell: (one) => v.money(one.amountMinor),
              csv: (one) => decimalOf(one.amountMinor, currency),
              isNumeric: true,
            },
            {
              name: 'pledges',
              header: t('resilience:overdue.pledges'),
              cell: (one) => v.number(one.pledges),
              csv: (one) => one.pledges,
              isNumeric: true,
            },
          ]}
        />
      )}
    </Section>
  )
}
