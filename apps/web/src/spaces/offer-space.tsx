import type { Space } from '@commonweal/contracts/spaces'
import { useRef, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import type { ThingField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { SpaceForm, spaceFieldOfProblem, useSpaceForm } from './space-form.tsx'
import { editOf, emptySpace } from './space-values.ts'
import { useOfferSpace } from './spaces.queries.ts'
import '../words/of/spaces.ts'

interface Props {
  readonly hostField: ThingField
  /** The host it has at first. */
  readonly hostId: string
  readonly onOffered: (space: Space) => void
  readonly cancel: ReactNode
}

export function OfferSpace({ hostField, hostId, onOffered, cancel }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const offer = useOfferSpace(id)
  const form = useSpaceForm({ ...emptySpace, hostId }, true)
  const isSaved = useRef(false)
  return (
    <>
      <LeaveGuard isUnsaved={() => form.isDirty() && !isSaved.current} />
      <SpaceForm
        form={form}
        hostField={hostField}
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
