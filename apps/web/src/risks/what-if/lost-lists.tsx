import type { StressAnswer } from '@commonweal/domain/risks/what-if/stress-answer'
import type { ReactNode } from 'react'
import { decimalOf } from '../../money/money.ts'
import { CommunityLink } from '../../session/community-link.tsx'
import { useCommunity } from '../../session/community.tsx'
import { Section } from '../../ui/section.tsx'
import { Missing, Own } from '../../ui/shown.tsx'
import { useWords } from '../../words/words.tsx'
import { FactLink } from '../fact-link.tsx'
import { useVoice } from '../voice.ts'
import type { Names } from './names.ts'
import { ShownTable } from './shown-table.tsx'
import classes from './what-if.module.css'
import '../../words/of/departures.ts'

interface Props {
  readonly answer: StressAnswer
  readonly names: Names
}

/** Initiatives below what they need, each with its reasons and their months. */
export function InitiativesBelowView({ answer, names }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const { below } = answer.initiatives
  if (below.length === 0) return null
  const reasons = (one: (typeof below)[number]) =>
    [...new Set(one.reasons.map(({ month }) => month))].map((month) =>
      t('departures:initiatives.reasonFrom', {
        reason: v.list(
          one.reasons
            .filter((other) => other.month === month)
            .map(({ reason }) => t(`departures:initiatives.reason.${reason}`)),
        ),
        month: v.month(month),
      }),
    )
  return (
    <Section title={t('departures:initiatives.title')}>
      <p className={classes.hint}>{t('departures:initiatives.how')}</p>
      <ShownTable
        label={t('departures:initiatives.title')}
        rows={below}
        rowKey={(one) => one.initiativeId}
        fileName={`${slug}-what-if-initiatives`}
        columns={[
          {
            name: 'initiative',
            header: t('departures:initiatives.name'),
            cell: (one) => (
              <FactLink kind="initiative" id={one.initiativeId} name={names.initiative(one.initiativeId)} />
            ),
            csv: (one) => names.initiative(one.initiativeId) ?? one.initiativeId,
          },
          {
            name: 'why',
            header: t('departures:initiatives.why'),
            cell: (one) => reasons(one).join('; '),
            csv: (one) => reasons(one).join('; '),
          },
          {
            name: 'lost',
            header: t('departures:initiatives.lost'),
            cell: (one) =>
              one.lostMinor === null || one.promisedMinor === null ? (
                <Missing />
              ) : one.promisedMinor === 0 ? (
                t('departures:initiatives.noMoney')
              ) : (
                t('departures:initiatives.ofPromised', {
                  lost: v.money(one.lostMinor),
                  promised: v.money(one.promisedMinor),
                })
              ),
            csv: (one) => (one.lostMinor === null ? null : decimalOf(one.lostMinor, answer.currency)),
            isNumeric: true,
          },
        ]}
      />
    </Section>
  )
}

/** Spaces that close, with what is booked in them. */
export function SpacesLostView({ answer, names }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  if (answer.spaces.length === 0) return null
  return (
    <Section title={t('departures:spaces.title')}>
      <ShownTable
        label={t('departures:spaces.title')}
        rows={answer.spaces}
        rowKey={(one) => one.spaceId}
        fileName={`${slug}-what-if-spaces`}
        columns={[
          {
            name: 'space',
            header: t('departures:spaces.name'),
            cell: (one) => (
              <CommunityLink place={`spaces/${one.spaceId}`}>
                <Own>{names.space(one.spaceId) ?? t('departures:who.unnamedSpace')}</Own>
              </CommunityLink>
            ),
            csv: (one) => names.space(one.spaceId) ?? one.spaceId,
          },
          {
            name: 'host',
            header: t('departures:spaces.host'),
            cell: (one) =>
              one.hostId === null ? (
                <Missing />
              ) : (
                <FactLink kind="organisation" id={one.hostId} name={names.organisation(one.hostId)} />
              ),
            csv: (one) => (one.hostId === null ? null : (names.organisation(one.hostId) ?? one.hostId)),
          },
          {
            name: 'bookings',
            header: t('departures:spaces.bookings'),
            cell: (one) => v.number(one.bookings),
            csv: (one) => one.bookings,
            isNumeric: true,
          },
          {
            name: 'hours',
            header: t('departures:spaces.hours'),
            cell: (one) => v.number(one.hours),
            csv: (one) => one.hours,
            isNumeric: true,
          },
        ]}
      />
    </Section>
  )
}

/** The network of running ties before and after. */
export function NetworkAfterView({ answer: { network }, names }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const rows = (['partners', 'parts', 'largest'] as const).map((name) => ({
    name,
    before: network.before[name],
    after: network.after[name],
  }))
  return (
    <Section title={t('departures:network.title')}>
      <ShownTable
        label={t('departures:network.title')}
        rows={rows}
        rowKey={(row) => row.name}
        fileName={`${slug}-what-if-ties`}
        columns={[
          {
            name: 'what',
            header: t('departures:network.title'),
            cell: (row) => t(`departures:network.${row.name}`),
            csv: (row) => t(`departures:network.${row.name}`),
          },
          {
            name: 'before',
            header: t('departures:network.before'),
            cell: (row) => v.number(row.before),
            csv: (row) => row.before,
            isNumeric: true,
          },
          {
            name: 'after',
            header: t('departures:network.after'),
            cell: (row) => v.number(row.after),
            csv: (row) => row.after,
            isNumeric: true,
          },
        ]}
      />
      <dl className={classes.people}>
        <Who label={t('departures:network.cutOff')} ids={network.cutOffIds} names={names} />
        <Who label={t('departures:network.bridges')} ids={network.bridgeIds} names={names} />
        <Who label={t('departures:network.newBridges')} ids={network.newBridgeIds} names={names} />
      </dl>
      <p className={classes.hint}>{t('departures:network.how')}</p>
    </Section>
  )
}

function Who({ label, ids, names }: { label: string; ids: readonly string[]; names: Names }): ReactNode {
  const { t } = useWords()
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {ids.length === 0 ? (
          t('departures:network.nobody')
        ) : (
          <ul>
            {ids.map((id) => (
              <li key={id}>
                <FactLink kind="organisation" id={id} name={names.organisation(id)} />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  )
}
