import type { Space } from '@commonweal/contracts/spaces'
import { useRef, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import type { Choice } from '../ui/list-filters.tsx'
import { useWords } from '../words/words.tsx'
import { SpaceForm, spaceFieldOfProblem, useSpaceForm } from './space-form.tsx'
import { editOf, emptySpace } from './space-values.ts'
import { useOfferSpace } from './spaces.queries.ts'
import '../words/of/spaces.ts'

interface Props {
  readonly hosts: readonly Choice[]
  readonly onOffered: (space: Space) => void
  readonly cancel: ReactNode
}

export function OfferSpace({ hosts, onOffered, cancel }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const offer = useOfferSpace(id)
  const form = useSpaceForm({ ...emptySpace, hostId: hosts.length === 1 ? (hosts[0]?.value ?? '') : '' }, true)
  const isSaved = useRef(false)
  return (
    <>
      <LeaveGuard isUnsaved={() => form.isDirty() && !isSaved.current} />
      <SpaceForm
        form={form}
        hosts={hosts}
        isSending={offer.isPending}
        error={offer.error}
        submitLabel={t('spaces:offer.submit')}
        cancel={cancel}
        onSubmit={(values) =>
          offer.mutate(
            { ...editOf(values), hostId: values.hostId },
            {
              onSuccess: (space) => {
                isSaved.current = true
                onOffered(space)
              },
              onError: (error) => form.setErrors(errorsByField(t, error, spaceFieldOfProblem)),
            },
          )
        }
      />
    </>
  )
}
