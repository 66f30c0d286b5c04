import { membershipRoutes, type Partner } from '@commonweal/contracts/partners'
import { possibleMembershipVerbs, type MembershipVerb } from '@commonweal/domain/partners/membership'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../session/community.tsx'
import { Section } from '../ui/section.tsx'
import { Own, Period } from '../ui/shown.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { useWords } from '../words/words.tsx'
import { MembershipBadge } from './membership-badge.tsx'
import { MembershipStepDialog } from './membership-step-dialog.tsx'
import '../words/of/partners.ts'

const grave: readonly MembershipVerb[] = ['decline', 'leave', 'exclude']

/** The steps of a membership that are possible now, and mine. */
export function useMembershipSteps(partner: Partner): MembershipVerb[] {
  const may = useMay()
  return possibleMembershipVerbs(partner.state).filter((one) => may(membershipRoutes[one].access, [partner.id]))
}

/** How the membership went so far, and the steps that are possible now. */
export function MembershipPanel({ partner }: { partner: Partner }) {
  const { t } = useWords()
  const [verb, setVerb] = useState<MembershipVerb | null>(null)
  const verbs = useMembershipSteps(partner)
  return (
    <Section
      title={t('partners:membership.title')}
      actions={verbs.map((one) => (
        <Button key={one} size="sm" variant={grave.includes(one) ? 'default' : 'light'} onClick={() => setVerb(one)}>
          {t(`partners:step.${one}`)}
        </Button>
      ))}
    >
      {partner.memberships.length === 0 ? (
        <p>{t('partners:membership.none')}</p>
      ) : (
        <Timeline
          moments={partner.memberships.toReversed().map(({ state, from, to, reason }, index) => ({
            key: `${state} ${from} ${index}`,
            what: <MembershipBadge state={state} />,
            when: <Period from={from} to={to} />,
            note: reason && <Own>{reason}</Own>,
          }))}
        />
      )}
      {verb && <MembershipStepDialog partner={partner} verb={verb} onClose={() => setVerb(null)} />}
    </Section>
  )
}
