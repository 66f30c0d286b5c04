import type { Space } from '@commonweal/contracts/spaces'
import type { SpaceKind } from '@commonweal/domain/spaces/space'
import { useState, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useEditing } from '../ui/use-editing.tsx'
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
  const [opened] = useState(() => valuesOf(space))
  const form = useSpaceForm(opened, false)
  const { revision, guard, sending } = useEditing({
    opened: space,
    query: spaceQuery(id, space.id),
    valuesOf,
    bodyOf: editOf,
    form,
    edit: useEditSpace(id, space.id),
    fieldOfProblem: spaceFieldOfProblem,
    onSaved,
    sayField: (name) => (name === 'hostId' ? null : t(`spaces:field.${name}`)),
    sayValue: (name, value) => sayValue(t, name, value),
  })
  return (
    <>
      {guard}
      <SpaceForm
        // The hours are typed apart from the form's text, so a merged change begins them anew.
        key={revision}
        {...sending}
        form={form}
        hostField={null}
        notice={
          <>
            <p>{t('spaces:edit.note')}</p>
            {sending.notice}
          </>
        }
        submitLabel={t('spaces:edit.submit')}
        cancel={cancel}
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
