import type { PartnerAct } from '@commonweal/contracts/partner-acts'
import type { Partner } from '@commonweal/contracts/partners'
import { dormantAfterDays, quietAfterDays } from '@commonweal/domain/partners/engagement'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Amount } from '../money/amount.tsx'
import { useCommunity } from '../session/community.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { Section } from '../ui/section.tsx'
import { Day, Own } from '../ui/shown.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { NoRows } from '../ui/rows.tsx'
import { useWords } from '../words/words.tsx'
import classes from './acts-panel.module.css'
import { EngagementBadge } from './engagement-badge.tsx'
import { partnerActsPages } from './partner-acts.queries.ts'
import '../words/of/activity.ts'
import '../words/of/common.ts'
import '../words/of/initiatives.ts'
import '../words/of/partners.ts'

/** What a partner did with others, the latest first, and how lively that makes it. */
export function ActsPanel({ partner }: { partner: Partner }) {
  const { t } = useWords()
  const { id } = useCommunity()
  const query = useInfiniteQuery(partnerActsPages(id, partner.id))
  return (
    <Section title={t('activity:acts.title')}>
      <Standing partner={partner} />
      <Faces query={query} loading={<Loading lines={4} />}>
        {({ pages }) => {
          const acts = pages.flatMap(({ items }) => items)
          if (acts.length === 0) return <NoRows>{t('activity:acts.empty')}</NoRows>
          return (
            <>
              <Timeline
                moments={acts.map((act) => ({
                  key: `${act.kind} ${act.id}`,
                  what: <What act={act} />,
                  when: <When act={act} />,
                }))}
              />
              {query.hasNextPage && (
                <Button
                  variant="subtle"
                  size="sm"
                  px="xs"
                  mx="-xs"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                  data-no-print
                >
                  {t('common:list.more')}
                </Button>
              )}
            </>
          )
        }}
      </Faces>
    </Section>
  )
}

/** The word for how lively it is, with the rule behind it. */
function Standing({ partner: { engagement, lastActOn, isInRunning } }: { partner: Partner }) {
  const { t } = useWords()
  if (!engagement) return null
  return (
    <div className={classes.standing}>
      <EngagementBadge engagement={engagement} />
      <p>
        {lastActOn ? (
          <>
            {t('activity:acts.last')} <Day day={lastActOn} />.{' '}
          </>
        ) : (
          `${t('activity:acts.never')} `
        )}
        {t(`activity:acts.rule.${engagement}`, { quiet: quietAfterDays, dormant: dormantAfterDays })}
        {engagement === 'quiet' && isInRunning && ` ${t('activity:acts.carried')}`}
      </p>
    </div>
  )
}

function What({ act }: { act: PartnerAct }) {
  const { t } = useWords()
  return (
    <>
      {t(`activity:acts.kind.${act.kind}`)} <Thing act={act} />
    </>
  )
}

function When({ act: { on, role, ...measures } }: { act: PartnerAct }) {
  const { t } = useWords()
  const isMeasured = measures.amountMinor !== null || measures.quantity !== null
  return (
    <>
      <Day day={on} />
      {role && ` · ${t(`initiatives:participationRole.${role}`)}`}
      {isMeasured && (
        <>
          {' · '}
          <Amount of={measures} />
        </>
      )}
    </>
  )
}

/** The thing an act is about, leading to its page. */
function Thing({ act: { objectKind, objectId, title, kind } }: { act: PartnerAct }): ReactNode {
  const { t } = useWords()
  const { slug } = useCommunity()
  const name = title === null ? t('activity:acts.community') : <Own>{title}</Own>
  switch (objectKind) {
    case 'initiative':
      return (
        <Link to="/c/$slug/initiatives/$initiativeId" params={{ slug, initiativeId: objectId }}>
          {name}
        </Link>
      )
    case 'booking':
      return (
        <Link to="/c/$slug/bookings/$bookingId" params={{ slug, bookingId: objectId }}>
          {name}
        </Link>
      )
    case 'pledge':
      return (
        <Link to="/c/$slug/pledges/$pledgeId" params={{ slug, pledgeId: objectId }}>
          {name}
        </Link>
      )
    case 'partner':
      return kind === 'membership' ? null : name
  }
}
