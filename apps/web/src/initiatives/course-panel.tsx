import { initiativeRoutes, type Initiative } from '@commonweal/contracts/initiatives'
import { possibleInitiativeVerbs, type InitiativeVerb } from '@commonweal/domain/initiatives/initiative'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMay, useToday } from '../session/community.tsx'
import { Section } from '../ui/section.tsx'
import { Day, Own } from '../ui/shown.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { useWords } from '../words/words.tsx'
import { InitiativeBadge } from './initiative-badge.tsx'
import { InitiativeStepDialog } from './initiative-step-dialog.tsx'
import { leadersOf } from './leaders.ts'
import '../words/of/initiatives.ts'

const grave: readonly InitiativeVerb[] = ['complete', 'sunset', 'abandon', 'pause']

/** How the initiative went so far, and the steps that are possible now. */
export function CoursePanel({ initiative }: { initiative: Initiative }) {
  const { t } = useWords()
  const may = useMay()
  const today = useToday()
  const [verb, setVerb] = useState<InitiativeVerb | null>(null)
  const leaders = leadersOf(initiative, today).map(({ organisationId }) => organisationId)
  const verbs = possibleInitiativeVerbs(initiative.state).filter((one) => may(initiativeRoutes[one].access, leaders))
  return (
    <Section
      title={t('initiatives:course.title')}
      actions={verbs.map((one) => (
        <Button key={one} size="sm" variant={grave.includes(one) ? 'default' : 'light'} onClick={() => setVerb(one)}>
          {t(`initiatives:step.${one}`)}
        </Button>
      ))}
    >
      {initiative.steps.length === 0 ? (
        <p>{t('initiatives:course.none')}</p>
      ) : (
        <Timeline
          moments={initiative.steps.toReversed().map(({ state, on, reason }, index) => ({
            key: `${state} ${on} ${index}`,
            what: <InitiativeBadge state={state} />,
            when: <Day day={on} />,
            note: reason && <Own>{reason}</Own>,
          }))}
        />
      )}
      {verb && <InitiativeStepDialog initiative={initiative} verb={verb} onClose={() => setVerb(null)} />}
    </Section>
  )
}
