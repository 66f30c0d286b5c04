import type { Initiative } from '@commonweal/contracts/initiatives'
import { isEnded } from '@commonweal/domain/initiatives/initiative'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMay, useToday } from '../session/community.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { Own, Period } from '../ui/shown.tsx'
import type { PickerField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { AppointCoordinatorDialog } from './appoint-coordinator-dialog.tsx'
import { EndCoordinationDialog } from './end-coordination-dialog.tsx'
import { isGoingOn, leadersOf } from './leaders.ts'
import '../words/of/initiatives.ts'

/** Who coordinates it, and who did. */
export function CoordinatorsPanel({ initiative, personField }: { initiative: Initiative; personField: PickerField }) {
  const { t } = useWords()
  const may = useMay()
  const today = useToday()
  const [isAppointing, setAppointing] = useState(false)
  const [ending, setEnding] = useState<string | null>(null)
  const leaders = leadersOf(initiative, today).map(({ organisationId }) => organisationId)
  const mayEdit = may('initiatives:edit', leaders) && may('people:read')
  const ended = initiative.coordinators.find(({ id }) => id === ending)
  return (
    <Section
      title={t('initiatives:coordinators.title')}
      actions={
        mayEdit &&
        !isEnded(initiative.state) && (
          <Button size="sm" variant="light" onClick={() => setAppointing(true)}>
            {t('initiatives:coordinators.add')}
          </Button>
        )
      }
    >
      <Rows
        empty={may('people:read') ? t('initiatives:coordinators.empty') : t('initiatives:coordinators.hidden')}
        rows={initiative.coordinators
          .toSorted((one, other) => Number(isGoingOn(other, today)) - Number(isGoingOn(one, today)))
          .map((one) => ({
            key: one.id,
            title: <Own>{one.displayName}</Own>,
            detail: <Period from={one.from} to={one.to} />,
            mark: isGoingOn(one, today) ? undefined : t('initiatives:earlier'),
            action: one.to === null && mayEdit && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('initiatives:coordinators.endLabel', { name: one.displayName })}
                onClick={() => setEnding(one.id)}
              >
                {t('initiatives:coordinators.end')}
              </Button>
            ),
          }))}
      />
      {isAppointing && (
        <AppointCoordinatorDialog
          initiative={initiative}
          personField={personField}
          onClose={() => setAppointing(false)}
        />
      )}
      {ended && <EndCoordinationDialog initiative={initiative} coordination={ended} onClose={() => setEnding(null)} />}
    </Section>
  )
}
