import type { Partner } from '@commonweal/contracts/partners'
import type { LegalStatus, Sector } from '@commonweal/domain/partners/sectors'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { isProblem } from '../http/problem-error.ts'
import { useCommunity } from '../session/community.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { useMeanwhile } from '../ui/use-meanwhile.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { partnerFieldOfProblem, PartnerForm, usePartnerForm } from './partner-form.tsx'
import { editOf, valuesOf, type PartnerValues } from './partner-values.ts'
import { partnerQuery, useEditPartner } from './partners.queries.ts'
import '../words/of/partners.ts'

interface Props {
  readonly partner: Partner
  readonly onSaved: (partner: Partner) => void
  readonly cancel: ReactNode
}

export function EditPartner({ partner, onSaved, cancel }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const queries = useQueryClient()
  const edit = useEditPartner(community.id, partner.id)
  const [opened] = useState(() => valuesOf(partner))
  const form = usePartnerForm(opened)
  const { base, notice, mergeChange } = useMeanwhile({
    opened: partner,
    valuesOf,
    form,
    fetchFresh: () => queries.fetchQuery({ ...partnerQuery(community.id, partner.id), staleTime: 0 }),
    sayField: (name) => sayField(t, name),
    sayValue: (name, value) => sayValue(t, name, value),
    companions: { parentName: ['parentId'] },
  })
  const isSaved = useRef(false)

  const save = (values: PartnerValues) =>
    edit.mutate(
      { body: editOf(values), revision: base.revision },
      {
        onSuccess: (saved) => {
          isSaved.current = true
          onSaved(saved)
        },
        onError: (error) => {
          if (isProblem(error, 'changed-meanwhile')) return void mergeChange()
          form.setErrors(errorsByField(t, error, partnerFieldOfProblem))
        },
      },
    )

  return (
    <>
      <LeaveGuard isUnsaved={() => form.isDirty() && !isSaved.current} />
      <PartnerForm
        isNew={false}
        form={form}
        self={partner.id}
        isSending={edit.isPending}
        error={isProblem(edit.error, 'changed-meanwhile') ? null : edit.error}
        submitLabel={t('partners:edit.submit')}
        cancel={cancel}
        notice={notice}
        onSubmit={save}
      />
    </>
  )
}

type Field = keyof PartnerValues

/** The parent is shown by its name; its id goes along. */
function sayField(t: Say, name: Field): string | null {
  if (name === 'parentId') return null
  return t(`partners:field.${name === 'parentName' ? 'parent' : name}`)
}

function sayValue(t: Say, name: Field, value: string): string {
  if (name === 'sector' && value) return t(`partners:sector.${value as Sector}`)
  if (name === 'legalStatus') return t(`partners:legalStatus.${value as LegalStatus}`)
  if (name === 'isPassThrough') return t(`partners:passThrough.${value === 'yes' ? 'yes' : 'no'}`)
  return value
}
