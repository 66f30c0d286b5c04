import type { Initiative } from '@commonweal/contracts/initiatives'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommunity, useMay, useToday } from '../session/community.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { Own, Period } from '../ui/shown.tsx'
import type { PickerField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { EndParticipationDialog } from './end-participation-dialog.tsx'
import { JoinDialog } from './join-dialog.tsx'
import { isGoingOn } from './leaders.ts'
import '../words/of/initiatives.ts'

interface Props {
  readonly initiative: Initiative
  readonly partnerField: PickerField
}

/** Who takes part, in which role and since when; earlier partners below. */
export function PartnersPanel({ initiative, partnerField }: Props) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const may = useMay()
  const today = useToday()
  const [isJoining, setJoining] = useState(false)
  const [ending, setEnding] = useState<string | null>(null)
  const ended = initiative.participations.find(({ id }) => id === ending)
  const sorted = initiative.participations.toSorted(
    (one, other) => Number(isGoingOn(other, today)) - Number(isGoingOn(one, today)),
  )
  return (
    <Section
      title={t('initiatives:partners.title')}
      actions={
        may('initiatives:take-part') && (
          <Button size="sm" variant="light" onClick={() => setJoining(true)}>
            {t('initiatives:partners.add')}
          </Button>
        )
      }
    >
      <Rows
        empty={t('initiatives:partners.empty')}
        rows={sorted.map((row) => ({
          key: row.id,
          title: (
            <Link to="/c/$slug/partners/$partnerId" params={{ slug, partnerId: row.organisationId }}>
              <Own>{row.name}</Own>
            </Link>
          ),
          detail: (
            <>
              {t(`initiatives:participationRole.${row.role}`)} · <Period from={row.from} to={row.to} />
            </>
          ),
          mark: isGoingOn(row, today) ? undefined : t('initiatives:earlier'),
          action: row.to === null && may('initiatives:take-part', [row.organisationId]) && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('initiatives:partners.endLabel', { name: row.name })}
              onClick={() => setEnding(row.id)}
            >
              {t('initiatives:partners.end')}
            </Button>
          ),
        }))}
      />
      {isJoining && (
        <JoinDialog initiative={initiative} partnerField={partnerField} onClose={() => setJoining(false)} />
      )}
      {ended && (
        <EndParticipationDialog initiative={initiative} participation={ended} onClose={() => setEnding(null)} />
      )}
    </Section>
  )
}
