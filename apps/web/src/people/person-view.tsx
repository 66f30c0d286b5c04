import type { Person } from '@commonweal/contracts/people'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useCommunity, useToday } from '../session/community.tsx'
import { Rows } from '../ui/rows.tsx'
import { Columns, Section } from '../ui/section.tsx'
import { Own, Period } from '../ui/shown.tsx'
import type { PickerField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { AccessPanel } from './access-panel.tsx'
import { AppointDialog } from './appoint-dialog.tsx'
import { EndRepresentationDialog } from './end-representation-dialog.tsx'
import '../words/of/people.ts'

interface Props {
  readonly person: Person
  readonly organisationField: PickerField
  readonly history: ReactNode
}

/** One person, for stewards: access, and for whom they act. */
export function PersonView({ person, organisationField, history }: Props) {
  return (
    <Columns
      main={
        <>
          <AccessPanel person={person} />
          <Representations person={person} organisationField={organisationField} />
        </>
      }
      aside={history}
    />
  )
}

function Representations({ person, organisationField }: Omit<Props, 'history'>) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const today = useToday()
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Person['representations'][number] | null>(null)
  const isNow = (to: string | null) => to === null || to > today
  return (
    <Section
      title={t('people:representations.title')}
      actions={
        <Button size="sm" variant="light" onClick={() => setAdding(true)}>
          {t('people:representations.add')}
        </Button>
      }
    >
      <Rows
        empty={t('people:representations.empty')}
        rows={person.representations
          .toSorted((one, other) => Number(isNow(other.to)) - Number(isNow(one.to)))
          .map((one, index) => ({
            key: `${one.organisationId} ${index}`,
            title: (
              <Link to="/c/$slug/partners/$partnerId" params={{ slug, partnerId: one.organisationId }}>
                <Own>{one.organisation}</Own>
              </Link>
            ),
            detail: (
              <>
                {t(`common:capacity.${one.capacity}`)} · <Period from={one.from} to={one.to} />
              </>
            ),
            mark: isNow(one.to) ? undefined : t('people:representations.earlier'),
            action: one.to === null && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('people:representations.endLabel', { organisation: one.organisation })}
                onClick={() => setEnding(one)}
              >
                {t('people:representations.end')}
              </Button>
            ),
          }))}
      />
      {isAdding && (
        <AppointDialog person={person} organisationField={organisationField} onClose={() => setAdding(false)} />
      )}
      {ending && <EndRepresentationDialog person={person} representation={ending} onClose={() => setEnding(null)} />}
    </Section>
  )
}
