import {
  type IncomeByRoute,
  type RouteShare,
  type WayOfFunding,
} from '@commonweal/domain/risks/resilience/income-by-route'
import { decimalOf } from '../../money/money.ts'
import { useCommunity } from '../../session/community.tsx'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import { ShownTable } from '../what-if/shown-table.tsx'
import { How } from './how.tsx'
import classes from './resilience.module.css'
import '../../words/of/pledges.ts'
import '../../words/of/resilience.ts'

/** Where the money of twelve months came from: by the five ways and by route. */
export function Routes({ income }: { income: IncomeByRoute }) {
  const { t } = useWords()
  const v = useVoice()
  if (income.basis === null || income.routes.length === 0) {
    return (
      <Section title={t('resilience:routes.title')}>
        <p className={classes.note}>{t('resilience:routes.none')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('resilience:routes.title')}>
      <p className={classes.note}>
        {t('resilience:routes.lead', {
          income: v.money(income.incomeMinor),
          count: income.ways.filter((one) => one.key !== 'local-budget').length,
        })}
      </p>
      <How>{t(`resilience:routes.formula.${income.basis}`)}</How>
      <div className={classes.tables}>
        <Shares
          title={t('resilience:routes.ways')}
          column={t('resilience:routes.wayColumn')}
          file="ways"
          rows={income.ways}
          nameOf={(key) => t(`resilience:routes.way.${key as WayOfFunding}`)}
        />
        <Shares
          title={t('resilience:routes.codes')}
          column={t('resilience:routes.routeColumn')}
          file="routes"
          rows={income.routes}
          nameOf={(key) => t(`pledges:route.${key as 'donation'}`)}
        />
      </div>
    </Section>
  )
}

interface SharesProps {
  readonly title: string
  readonly column: string
  readonly file: string
  readonly rows: readonly RouteShare[]
  readonly nameOf: (key: string) => string
}

function Shares({ title, column, file, rows, nameOf }: SharesProps) {
  const { t } = useWords()
  const v = useVoice()
  const { slug, currency } = useCommunity()
  return (
    <div>
      <h3>{title}</h3>
      <ShownTable
        label={title}
        rows={rows}
        rowKey={(one) => one.key}
        fileName={`${slug}-funding-${file}`}
        columns={[
          {
            name: 'name',
            header: column,
            cell: (one) => (
              <>
                {nameOf(one.key)}
                <svg
                  className={classes.bar}
                  data-tone={one.key === 'local-budget' ? 'beside' : undefined}
                  aria-hidden="true"
                >
                  <rect width={`${one.share * 100}%`} height="100%" rx="2" />
                </svg>
              </>
            ),
            csv: (one) => nameOf(one.key),
          },
          {
            name: 'amount',
            header: t('resilience:routes.amount'),
            cell: (one) => v.money(one.amountMinor),
            csv: (one) => decimalOf(one.amountMinor, currency),
            isNumeric: true,
          },
          {
            name: 'share',
            header: t('resilience:routes.share'),
            cell: (one) => v.share(one.share),
            csv: (one) => one.share,
            isNumeric: true,
          },
          {
            name: 'funders',
            header: t('resilience:routes.funders'),
            cell: (one) => v.number(one.funders),
            csv: (one) => one.funders,
            isNumeric: true,
          },
        ]}
      />
    </div>
  )
}
