import type { Space } from '@commonweal/contracts/spaces'
import { accessibilityFeatures } from '@commonweal/domain/spaces/space'
import type { ReactNode } from 'react'
import { CommunityLink } from '../session/community-link.tsx'
import { useToday } from '../session/community.tsx'
import { sayMinutes } from '../time/spans.ts'
import { Facts } from '../ui/facts.tsx'
import { Columns, Section } from '../ui/section.tsx'
import { Missing, Own, Period } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { OpeningTable } from './opening-table.tsx'
import classes from './space-view.module.css'
import '../words/of/spaces.ts'

interface Props {
  readonly space: Space
  readonly week: ReactNode
  readonly bookings: ReactNode
  readonly history: ReactNode
}

/** One space: its week first, then what it is, who can use it and by which rules. */
export function SpaceView({ space, week, bookings, history }: Props) {
  const { t } = useWords()
  return (
    <div className={classes.page}>
      {week}
      <Columns
        main={
          <>
            <FactsOf space={space} />
            <Section title={t('spaces:accessibility')}>
              <AccessOf space={space} />
            </Section>
            {bookings}
          </>
        }
        aside={
          <>
            <Section title={t('spaces:openings')}>
              <OpeningTable openings={space.openings} />
            </Section>
            <RulesOf space={space} />
            {history}
          </>
        }
      />
    </div>
  )
}

function FactsOf({ space }: { space: Space }) {
  const { t, locale } = useWords()
  const { host, address, url, capacity } = space
  const isDated = space.from !== null || space.to !== null
  return (
    <Section title={t('spaces:facts')}>
      <Facts
        items={[
          { label: t('spaces:field.kind'), value: t(`spaces:kind.${space.kind}`) },
          {
            label: t('spaces:field.host'),
            value: host ? (
              <CommunityLink place={`partners/${host.id}`}>
                <Own>{host.name}</Own>
              </CommunityLink>
            ) : (
              <Missing />
            ),
          },
          {
            label: t('spaces:field.capacity'),
            value: capacity === null ? <Missing /> : t('spaces:people', { count: capacity }),
          },
          address !== null && { label: t('spaces:field.address'), value: <Own>{address}</Own> },
          url !== null && {
            label: t('spaces:field.url'),
            value: (
              <a href={url} rel="noopener noreferrer external">
                <Own>{url.replace(/^https?:\/\//, '').replace(/\/$/, '')}</Own>
              </a>
            ),
          },
          { label: t('spaces:field.timezone'), value: sayZone(space.timezone, locale) },
          isDated && { label: t('spaces:field.offered'), value: <Period from={space.from} to={space.to} /> },
        ]}
      />
    </Section>
  )
}

function sayZone(timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(new Date())
  return `${timeZone} (${parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''})`
}

function AccessOf({ space: { isStepFree, accessibility } }: { space: Space }) {
  const { t } = useWords()
  const features = accessibilityFeatures.filter((one) => accessibility?.includes(one))
  return (
    <ul className={classes.list}>
      <li>{t(`spaces:stepFree.${isStepFree === null ? 'unknown' : isStepFree ? 'yes' : 'no'}`)}</li>
      {features.map((one) => (
        <li key={one}>{t(`spaces:feature.${one}`)}</li>
      ))}
      {accessibility === null && <li>{t('spaces:notLookedAt')}</li>}
      {accessibility?.length === 0 && <li>{t('spaces:noFeature')}</li>}
    </ul>
  )
}

function RulesOf({ space }: { space: Space }) {
  const { t, locale } = useWords()
  const say = (minutes: number) => sayMinutes(minutes, locale)
  const { shortestMinutes, longestMinutes, bufferBeforeMinutes, bufferAfterMinutes, aheadDays } = space
  const lengths =
    shortestMinutes !== null && longestMinutes !== null
      ? t('spaces:rule.lengths', { shortest: say(shortestMinutes), longest: say(longestMinutes) })
      : shortestMinutes !== null
        ? t('spaces:rule.shortest', { length: say(shortestMinutes) })
        : longestMinutes !== null && t('spaces:rule.longest', { length: say(longestMinutes) })
  const rules = [
    t(space.needsApproval ? 'spaces:rule.approval' : 'spaces:rule.atOnce'),
    space.isShared && t('spaces:rule.shared'),
    lengths,
    bufferBeforeMinutes > 0 && t('spaces:rule.before', { length: say(bufferBeforeMinutes) }),
    bufferAfterMinutes > 0 && t('spaces:rule.after', { length: say(bufferAfterMinutes) }),
    aheadDays !== null && t('spaces:rule.ahead', { count: aheadDays }),
    lengths === false && aheadDays === null && t('spaces:rule.none'),
  ]
  return (
    <Section title={t('spaces:rules')}>
      <ul className={classes.list}>{rules.map((rule) => rule && <li key={rule}>{rule}</li>)}</ul>
    </Section>
  )
}

/** Said above the page of a space that is, or soon will be, offered no more. */
export function WithdrawalNote({ space: { to, withdrawalReason } }: { space: Space }) {
  const { t, locale } = useWords()
  const today = useToday()
  if (!to) return null
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(to))
  return (
    <p className={classes.note} data-past={to <= today || undefined}>
      {t('spaces:withdrawn', { day })}
      {withdrawalReason && <> · {t('spaces:withdrawnFor', { reason: withdrawalReason })}</>}
    </p>
  )
}
