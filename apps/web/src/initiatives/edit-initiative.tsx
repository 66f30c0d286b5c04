import type { Initiative } from '@commonweal/contracts/initiatives'
import type { InitiativeKind } from '@commonweal/domain/initiatives/initiative'
import { useState, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useEditing } from '../ui/use-editing.tsx'
import { sayDay } from '../time/days.ts'
import { useWords } from '../words/words.tsx'
import { initiativeFieldOfProblem, InitiativeForm, useInitiativeForm } from './initiative-form.tsx'
import { editOf, valuesOf } from './initiative-values.ts'
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
  const [opened] = useState(() => valuesOf(initiative))
  const form = useInitiativeForm(opened)
  const { guard, sending } = useEditing({
    opened: initiative,
    query: initiativeQuery(community.id, initiative.id),
    valuesOf,
    bodyOf: editOf,
    form,
    edit: useEditInitiative(community.id, initiative.id),
    fieldOfProblem: initiativeFieldOfProblem,
    onSaved,
    sayField: (name) => t(`initiatives:field.${name}`),
    sayValue: (name, value) => {
      if (name === 'kind') return t(`initiatives:kind.${value as InitiativeKind}`)
      return name.endsWith('On') && value ? sayDay(value, locale) : value
    },
  })

  return (
    <>
      {guard}
      <InitiativeForm
        {...sending}
        isNew={false}
        form={form}
        submitLabel={t('initiatives:edit.submit')}
        cancel={cancel}
      />
    </>
  )
}
