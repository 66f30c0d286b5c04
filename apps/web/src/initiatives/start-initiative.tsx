import type { Initiative } from '@commonweal/contracts/initiatives'
import { useRef, useState, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import type { PickerField } from '../ui/search-picker.tsx'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'
import { isProblem } from '../http/problem-error.ts'
import { Beginners } from './beginners.tsx'
import { initiativeFieldOfProblem, InitiativeForm, useInitiativeForm } from './initiative-form.tsx'
import { editOf, emptyInitiative, type Beginner, type InitiativeValues } from './initiative-values.ts'
import { useStartInitiative } from './initiatives.queries.ts'
import '../words/of/initiatives.ts'
import '../words/of/problems.ts'

interface Props {
  readonly onStarted: (initiative: Initiative) => void
  readonly cancel: ReactNode
  readonly partnerField: PickerField
}

const ofPartners = ['initiative-needs-lead', 'organisation-unknown', 'already-taking-part', 'not-your-organisation']

export function StartInitiative({ onStarted, cancel, partnerField }: Props) {
  const { t } = useWords()
  const { id, organisations } = useCommunity()
  const start = useStartInitiative(id)
  const form = useInitiativeForm(emptyInitiative)
  const [own] = organisations
  const [lines, setLines] = useState<readonly Beginner[]>([
    { key: 'first', organisation: own ? { id: own.id, name: own.name } : null, role: 'lead' },
  ])
  const [areLinesTouched, setTouched] = useState(false)
  const [faultOfLines, setFault] = useState<string | null>(null)
  const isSaved = useRef(false)

  const send = (values: InitiativeValues) => {
    const participations = lines.flatMap(({ organisation, role }) =>
      organisation ? [{ organisationId: organisation.id, role }] : [],
    )
    if (!participations.some(({ role }) => role === 'lead')) return setFault(t('problems:initiative-needs-lead'))
    start.mutate(
      { ...editOf(values), startedOn: values.startedOn || null, participations },
      {
        onSuccess: (initiative) => {
          isSaved.current = true
          onStarted(initiative)
        },
        onError: (error) => {
          if (ofPartners.some((code) => isProblem(error, code))) setFault(sayProblem(t, error))
          form.setErrors(errorsByField(t, error, initiativeFieldOfProblem))
        },
      },
    )
  }

  return (
    <>
      <LeaveGuard isUnsaved={() => (form.isDirty() || areLinesTouched) && !isSaved.current} />
      <InitiativeForm
        isNew
        form={form}
        isSending={start.isPending}
        error={start.error}
        submitLabel={t('initiatives:add.submit')}
        cancel={cancel}
        onSubmit={send}
        partners={
          <Beginners
            lines={lines}
            error={faultOfLines}
            partnerField={partnerField}
            onChange={(next) => {
              setLines(next)
              setTouched(true)
              setFault(null)
            }}
          />
        }
      />
    </>
  )
}
