import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { initiativeQuery } from '../../../../initiatives/initiatives.queries.ts'
import { partnerQuery } from '../../../../partners/partners.queries.ts'
import { useCommunity } from '../../../../session/community.tsx'
import type { FilterFieldProps } from '../../../../ui/list-filters.tsx'
import type { Chosen } from '../../../../ui/search-picker.tsx'
import { useWords } from '../../../../words/words.tsx'
import '../../../../words/of/common.ts'

// Rows do not wait for what finds things by a few letters.
const PartnerPicker = lazy(async () => ({
  default: (await import('../../../../partners/partner-picker.tsx')).PartnerPicker,
}))
const InitiativePicker = lazy(async () => ({
  default: (await import('../../../../initiatives/initiative-picker.tsx')).InitiativePicker,
}))

/** Filters a list by an organisation of the community, whichever rows are there. */
export function PartnerFilter({ label, value, onChange }: FilterFieldProps) {
  const { id } = useCommunity()
  const { data } = useQuery({ ...partnerQuery(id, value ?? ''), enabled: value !== undefined })
  const chosen = chosenOf(value, data?.name)
  return (
    <Suspense fallback={<Waiting label={label} chosen={chosen} />}>
      <PartnerPicker label={label} value={chosen} onChange={(one) => onChange(one?.id ?? '')} />
    </Suspense>
  )
}

/** The same by an initiative, one that is over too. */
export function InitiativeFilter({ label, value, onChange }: FilterFieldProps) {
  const { id } = useCommunity()
  const { data } = useQuery({ ...initiativeQuery(id, value ?? ''), enabled: value !== undefined })
  const chosen = chosenOf(value, data?.title)
  return (
    <Suspense fallback={<Waiting label={label} chosen={chosen} />}>
      <InitiativePicker label={label} value={chosen} onChange={(one) => onChange(one?.id ?? '')} />
    </Suspense>
  )
}

/** What an address names is chosen before its name is known. */
function chosenOf(id: string | undefined, name = '…'): Chosen | null {
  return id === undefined ? null : { id, name }
}

function Waiting({ label, chosen }: { readonly label: string; readonly chosen: Chosen | null }) {
  const { t } = useWords()
  return <TextInput label={label} placeholder={t('common:picker.placeholder')} value={chosen?.name ?? ''} readOnly />
}
