import type { Initiative } from '@commonweal/contracts/initiatives'
import type { InitiativeKind } from '@commonweal/domain/initiatives/initiative'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { isProblem } from '../http/problem-error.ts'
import { useCommunity } from '../session/community.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { useMeanwhile } from '../ui/use-meanwhile.tsx'
import { sayDay } from '../time/days.ts'
import { useWords } from '../words/words.tsx'
import { initiativeFieldOfProblem, InitiativeForm, useInitiativeForm } from './initiative-form.tsx'
import { editOf, valuesOf, type InitiativeValues } from './initiative-values.ts'
import { initiativeQuery, useEditInitiative } from './initiatives.queries.ts'
import '../words/of/initiatives.ts'

interface Props {
  readonly initiative: Initiative
  readonly onSaved: (initiative: Initiative) => void
  readonly cancel: ReactNode
}

export function EditInitiative({ initiative, onSaved, cancel }: Props) {
  const { t, locale } = useWords()
  const community = useCommunity()
  const queries = useQueryClient()
  const edit = useEditInitiative(community.id, initiative.id)
  const [opened] = useState(() => valuesOf(initiative))
  const form = useInitiativeForm(opened)
  const { base, notice, mergeChange } = useMeanwhile({
    opened: initiative,
    valuesOf,
    form,
    fetchFresh: () => queries.fetchQuery({ ...initiativeQuery(community.id, initiative.id), staleTime: 0 }),
    sayField: (name) => t(`initiatives:field.${name}`),
    sayValue: (name, value) => {
      if (name === 'kind') return t(`initiatives:kind.${value as InitiativeKind}`)
      return name.endsWith('On') && value ? sayDay(value, locale) : value
    },
  })
  const isSaved = useRef(false)

  const save = (values: InitiativeValues) =>
    edit.mutate(
      { body: editOf(values), revision: base.revision },
      {
        onSuccess: (saved) => {
          isSaved.current = true
          onSaved(saved)
        },
        onError: (error) => {
          if (isProblem(error, 'changed-meanwhile')) return void mergeChange()
          form.setErrors(errorsByField(t, error, initiativeFieldOfProblem))
        },
      },
    )

  return (
    <>
      <LeaveGuard isUnsaved={() => form.isDirty() && !isSaved.current} />
      <InitiativeForm
        isNew={false}
        form={form}
        isSending={edit.isPending}
        error={isProblem(edit.error, 'changed-meanwhile') ? null : edit.error}
        submitLabel={t('initiatives:edit.submit')}
        cancel={cancel}
        notice={notice}
        onSubmit={save}
      />
    </>
  )
}
