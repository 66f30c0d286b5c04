import type { Space } from '@commonweal/contracts/spaces'
import type { SpaceKind } from '@commonweal/domain/spaces/space'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { isProblem } from '../http/problem-error.ts'
import { useCommunity } from '../session/community.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { useMeanwhile } from '../ui/use-meanwhile.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { SpaceForm, spaceFieldOfProblem, useSpaceForm } from './space-form.tsx'
import { editOf, featuresOf, valuesOf, type SpaceValues } from './space-values.ts'
import { spaceQuery, useEditSpace } from './spaces.queries.ts'
import '../words/of/common.ts'
import '../words/of/spaces.ts'

interface Props {
  readonly space: Space
  readonly onSaved: (space: Space) => void
  readonly cancel: ReactNode
}

export function EditSpace({ space, onSaved, cancel }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const queries = useQueryClient()
  const edit = useEditSpace(id, space.id)
  const [opened] = useState(() => valuesOf(space))
  const form = useSpaceForm(opened, false)
  const { base, notice, mergeChange } = useMeanwhile({
    opened: space,
    valuesOf,
    form,
    fetchFresh: () => queries.fetchQuery({ ...spaceQuery(id, space.id), staleTime: 0 }),
    sayField: (name) => (name === 'hostId' ? null : t(`spaces:field.${name}`)),
    sayValue: (name, value) => sayValue(t, name, value),
  })
  const isSaved = useRef(false)
  return (
    <>
      <LeaveGuard isUnsaved={() => form.isDirty() && !isSaved.current} />
      <SpaceForm
        // The hours are typed apart from the form's text, so a merged change begins them anew.
        key={base.revision}
        form={form}
        hostField={null}
        notice={
          <>
            <p>{t('spaces:edit.note')}</p>
            {notice}
          </>
        }
        isSending={edit.isPending}
        error={isProblem(edit.error, 'changed-meanwhile') ? null : edit.error}
        submitLabel={t('spaces:edit.submit')}
        cancel={cancel}
        onSubmit={(values) =>
          edit.mutate(
            { body: editOf(values), revision: base.revision },
            {
              onSuccess: (saved) => {
                isSaved.current = true
                onSaved(saved)
              },
              onError: (error) => {
                if (isProblem(error, 'changed-meanwhile')) return void mergeChange()
                form.setErrors(errorsByField(t, error, spaceFieldOfProblem))
              },
            },
          )
        }
      />
    </>
  )
}

function sayValue(t: Say, name: keyof SpaceValues, value: string): string {
  if (name === 'kind') return t(`spaces:kind.${value as SpaceKind}`)
  if (value === 'yes' || value === 'no' || value === 'unknown') return t(`common:${value}`)
  if (name !== 'features') return value
  return (featuresOf(value) ?? []).map((one) => t(`spaces:feature.${one}`)).join(', ')
}
