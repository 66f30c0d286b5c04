import type { Pledge } from '@commonweal/contracts/pledges'
import type { PledgeKind, PledgeRelation, PledgeRoute } from '@commonweal/domain/pledges/pledge'
import { useState, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useEditing } from '../ui/use-editing.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { pledgeFieldOfProblem, PledgeForm, usePledgeForm } from './pledge-form.tsx'
import { termsOf, valuesOf, type PledgeValues } from './pledge-values.ts'
import { pledgeQuery, useEditPledge } from './pledges.queries.ts'
import '../words/of/pledges.ts'

interface Props {
  readonly pledge: Pledge
  readonly onSaved: (pledge: Pledge) => void
  readonly cancel: ReactNode
}

export function EditPledge({ pledge, onSaved, cancel }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const [opened] = useState(() => valuesOf(pledge))
  const form = usePledgeForm(opened)
  const { guard, sending } = useEditing({
    opened: pledge,
    query: pledgeQuery(id, pledge.id),
    valuesOf,
    bodyOf: termsOf,
    form,
    edit: useEditPledge(id, pledge.id),
    fieldOfProblem: pledgeFieldOfProblem,
    onSaved,
    sayField: (name) => (name === 'organisationId' || name === 'initiativeId' ? null : t(`pledges:field.${name}`)),
    sayValue: (name, value) => sayValue(t, name, value),
  })
  return (
    <>
      {guard}
      <PledgeForm {...sending} form={form} sides={null} submitLabel={t('pledges:edit.submit')} cancel={cancel} />
    </>
  )
}

function sayValue(t: Say, name: keyof PledgeValues, value: string): string {
  if (name === 'kind') return t(`pledges:kind.${value as PledgeKind}`)
  if (name === 'route') return t(`pledges:route.${value as PledgeRoute}`)
  if (name === 'relation' && value) return t(`pledges:relation.${value as PledgeRelation}`)
  return value
}
