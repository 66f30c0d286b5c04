import type { Partner } from '@commonweal/contracts/partners'
import { useRef, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { useWords } from '../words/words.tsx'
import { partnerFieldOfProblem, PartnerForm, usePartnerForm } from './partner-form.tsx'
import { editOf, emptyPartner } from './partner-values.ts'
import { useAddPartner } from './partners.queries.ts'
import '../words/of/partners.ts'

export function AddPartner({ onAdded, cancel }: { onAdded: (partner: Partner) => void; cancel: ReactNode }) {
  const { t } = useWords()
  const { id, country } = useCommunity()
  const add = useAddPartner(id)
  const form = usePartnerForm({ ...emptyPartner, country })
  const isSaved = useRef(false)
  return (
    <>
      <LeaveGuard isUnsaved={() => form.isDirty() && !isSaved.current} />
      <PartnerForm
        isNew
        form={form}
        isSending={add.isPending}
        error={add.error}
        submitLabel={t('partners:add.submit')}
        cancel={cancel}
        onSubmit={(values) =>
          add.mutate(
            { ...editOf(values), joinedOn: values.joinedOn || null },
            {
              onSuccess: (partner) => {
                isSaved.current = true
                onAdded(partner)
              },
              onError: (error) => form.setErrors(errorsByField(t, error, partnerFieldOfProblem)),
            },
          )
        }
      />
    </>
  )
}
