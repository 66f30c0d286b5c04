import type { Partner } from '@commonweal/contracts/partners'
import type { LegalStatus, Sector } from '@commonweal/domain/partners/sectors'
import { useState, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useEditing } from '../ui/use-editing.tsx'
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
  const [opened] = useState(() => valuesOf(partner))
  const form = usePartnerForm(opened)
  const { guard, sending } = useEditing({
    opened: partner,
    query: partnerQuery(community.id, partner.id),
    valuesOf,
    bodyOf: editOf,
    form,
    edit: useEditPartner(community.id, partner.id),
    fieldOfProblem: partnerFieldOfProblem,
    onSaved,
    sayField: (name) => sayField(t, name),
    sayValue: (name, value) => sayValue(t, name, value),
    companions: { parentName: ['parentId'] },
  })

  return (
    <>
      {guard}
      <PartnerForm
        {...sending}
        isNew={false}
        form={form}
        self={partner.id}
        submitLabel={t('partners:edit.submit')}
        cancel={cancel}
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
