import type { Pledge } from '@commonweal/contracts/pledges'
import type { ReactNode } from 'react'
import { Amount } from '../money/amount.tsx'
import { CommunityLink } from '../session/community-link.tsx'
import { Facts } from '../ui/facts.tsx'
import { Rows } from '../ui/rows.tsx'
import { Columns, Section } from '../ui/section.tsx'
import { Day, Own, Period } from '../ui/shown.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { useWords } from '../words/words.tsx'
import { PledgeProgress } from './pledge-progress.tsx'
import { PledgeSteps } from './pledge-steps.tsx'
import { ReceiptsPanel } from './receipts-panel.tsx'
import { StandingBadge } from './standing-badge.tsx'
import '../words/of/pledges.ts'

interface Props {
  readonly pledge: Pledge
  /** Organisations that answer for what the pledge is for. */
  readonly receivers: readonly string[]
  readonly planAction: ReactNode
  readonly history: ReactNode
}

/** One pledge: where it stands, what it promises, when it falls due, what arrived and how it went. */
export function PledgeView({ pledge, receivers, planAction, history }: Props) {
  const { t } = useWords()
  return (
    <Columns
      main={
        <>
          <StandingOf pledge={pledge} />
          <Section title={t('pledges:instalments')} actions={planAction}>
            <InstalmentsOf pledge={pledge} />
          </Section>
          <ReceiptsPanel pledge={pledge} receivers={receivers} />
        </>
      }
      aside={
        <>
          <Section title={t('pledges:steps')}>
            {pledge.steps.length === 0 ? (
              <p>{t('pledges:noSteps')}</p>
            ) : (
              <Timeline
                moments={pledge.steps.toReversed().map(({ status, on, reason }, index) => ({
                  key: `${status} ${on} ${index}`,
                  what: t(`pledges:status.${status}`),
                  when: <Day day={on} />,
                  note: reason && <Own>{reason}</Own>,
                }))}
              />
            )}
            <PledgeSteps pledge={pledge} receivers={receivers} />
          </Section>
          <FactsOf pledge={pledge} />
          {history}
        </>
      }
    />
  )
}

function StandingOf({ pledge }: { pledge: Pledge }) {
  const { t } = useWords()
  const { standing, overdueDays, currency, unit } = pledge
  return (
    <Section title={t('pledges:field.standing')}>
      <p>
        <StandingBadge standing={standing} />{' '}
        {overdueDays !== null && (
          <>
            <Amount of={{ amountMinor: pledge.overdueMinor, quantity: pledge.overdueQuantity, currency, unit }} />{' '}
            {t('pledges:overdueFor', { count: overdueDays })}.{' '}
          </>
        )}
        {t(`pledges:standingBody.${standing}`)}
      </p>
      {pledge.isReceiptsKnown && <PledgeProgress pledge={pledge} />}
    </Section>
  )
}

function FactsOf({ pledge }: { pledge: Pledge }) {
  const { t } = useWords()
  const { initiativeId, initiative, relation } = pledge
  return (
    <Section title={t('pledges:facts')}>
      <Facts
        items={[
          { label: t('pledges:field.promised'), value: <Amount of={pledge} /> },
          {
            label: t('pledges:field.organisation'),
            value: (
              <CommunityLink place={`partners/${pledge.organisationId}`}>
                <Own>{pledge.organisation}</Own>
              </CommunityLink>
            ),
          },
          {
            label: t('pledges:field.initiative'),
            value:
              initiativeId && initiative ? (
                <CommunityLink place={`initiatives/${initiativeId}`}>
                  <Own>{initiative}</Own>
                </CommunityLink>
              ) : (
                t('pledges:community')
              ),
          },
          { label: t('pledges:field.kind'), value: t(`pledges:kind.${pledge.kind}`) },
          {
            label: t('pledges:field.route'),
            value: (
              <>
                {t(`pledges:route.${pledge.route}`)}
                <br />
                <small>{t(`pledges:routeBody.${pledge.route}`)}</small>
              </>
            ),
          },
          relation && { label: t('pledges:field.relation'), value: t(`pledges:relation.${relation}`) },
          { label: t('pledges:field.period'), value: <Period from={pledge.from} to={pledge.to} /> },
          { label: t('pledges:field.confirmedOn'), value: <Day day={pledge.confirmedOn} /> },
        ]}
      />
    </Section>
  )
}

function InstalmentsOf({ pledge: { instalments, currency, unit } }: { pledge: Pledge }) {
  const { t } = useWords()
  return (
    <Rows
      empty={t('pledges:noInstalments')}
      rows={instalments.map((one) => ({
        key: one.id,
        title: <Amount of={{ ...one, currency, unit }} />,
        detail: (
          <>
            {t('pledges:field.dueOn')} <Day day={one.dueOn} />
            {one.overdueDays !== null && <> · {t('pledges:overdueFor', { count: one.overdueDays })}</>}
            {one.standing === 'partly-received' || one.standing === 'overdue' ? (
              <>
                {' · '}
                {t('pledges:field.received')}:{' '}
                <Amount of={{ amountMinor: one.receivedMinor, quantity: one.receivedQuantity, currency, unit }} />
              </>
            ) : null}
          </>
        ),
        action: one.standing && <StandingBadge standing={one.standing} />,
      }))}
    />
  )
}
