import type { Pledge } from '@commonweal/contracts/pledges'
import type { PledgeKind, PledgeRelation, PledgeRoute } from '@commonweal/domain/pledges/pledge'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { isProblem } from '../http/problem-error.ts'
import { useCommunity } from '../session/community.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { useMeanwhile } from '../ui/use-meanwhile.tsx'
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
  const queries = useQueryClient()
  const edit = useEditPledge(id, pledge.id)
  const [opened] = useState(() => valuesOf(pledge))
  const form = usePledgeForm(opened)
  const { base, notice, mergeChange } = useMeanwhile({
    opened: pledge,
    valuesOf,
    form,
    fetchFresh: () => queries.fetchQuery({ ...pledgeQuery(id, pledge.id), staleTime: 0 }),
    sayField: (name) => (name === 'organisationId' || name === 'initiativeId' ? null : t(`pledges:field.${name}`)),
    sayValue: (name, value) => sayValue(t, name, value),
  })
  const isSaved = useRef(false)
  return (
    <>
      <LeaveGuard isUnsaved={() => form.isDirty() && !isSaved.current} />
      <PledgeForm
        form={form}
        sides={null}
        notice={notice}
        isSending={edit.isPending}
        error={isProblem(edit.error, 'changed-meanwhile') ? null : edit.error}
        submitLabel={t('pledges:edit.submit')}
        cancel={cancel}
        onSubmit={(values) =>
          edit.mutate(
            { body: termsOf(values), revision: base.revision },
            {
              onSuccess: (saved) => {
                isSaved.current = true
                onSaved(saved)
              },
              onError: (error) => {
                if (isProblem(error, 'changed-meanwhile')) return void mergeChange()
                form.setErrors(errorsByField(t, error, pledgeFieldOfProblem))
              },
            },
          )
        }
      />
    </>
  )
}

function sayValue(t: Say, name: keyof PledgeValues, value: string): string {
  if (name === 'kind') return t(`pledges:kind.${value as PledgeKind}`)
  if (name === 'route') return t(`pledges:route.${value as PledgeRoute}`)
  if (name === 'relation' && value) return t(`pledges:relation.${value as PledgeRelation}`)
  return value
}
