import type { Pledge } from '@commonweal/contracts/pledges'
import { useRef, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import type { ThingField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { pledgeFieldOfProblem, PledgeForm, usePledgeForm } from './pledge-form.tsx'
import { termsOf } from './pledge-values.ts'
import { useOfferPledge } from './pledges.queries.ts'
import '../words/of/pledges.ts'

interface Props {
  readonly organisationField: ThingField
  /** Whose pledge it is at first. */
  readonly organisationId: string
  readonly initiativeField: ThingField
  readonly initiativeId: string
  readonly onOffered: (pledge: Pledge) => void
  readonly cancel: ReactNode
}

export function OfferPledge(props: Props) {
  const { organisationField, organisationId, initiativeField, initiativeId, onOffered, cancel } = props
  const { t } = useWords()
  const { id, currency } = useCommunity()
  const offer = useOfferPledge(id)
  const form = usePledgeForm({
    organisationId,
    initiativeId,
    kind: 'cash',
    route: 'partner-co-funding',
    relation: '',
    amount: '',
    currency,
    quantity: '',
    unit: t('pledges:unitHours'),
    from: '',
    to: '',
  })
  const isSaved = useRef(false)
  return (
    <>
      <LeaveGuard isUnsaved={() => form.isDirty() && !isSaved.current} />
      <PledgeForm
        form={form}
        sides={{ organisationField, initiativeField }}
        isSending={offer.isPending}
        error={offer.error}
        submitLabel={t('pledges:offer.submit')}
        cancel={cancel}
        onSubmit={(values) =>
          offer.mutate(
            {
              ...termsOf(values),
              organisationId: values.organisationId,
              initiativeId: values.initiativeId || null,
            },
            {
              onSuccess: (pledge) => {
                isSaved.current = true
                onOffered(pledge)
              },
              onError: (error) => form.setErrors(errorsByField(t, error, pledgeFieldOfProblem)),
            },
          )
        }
      />
    </>
  )
}
