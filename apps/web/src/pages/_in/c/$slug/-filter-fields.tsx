import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { initiativeQuery } from '../../../../initiatives/initiatives.queries.ts'
import { partnerQuery } from '../../../../partners/partners.queries.ts'
import { useCommunity } from '../../../../session/community.tsx'
import { LatePart } from '../../../../ui/late-part.tsx'
import type { FilterFieldProps } from '../../../../ui/list-filters.tsx'
import type { Chosen } from '../../../../ui/search-picker.tsx'
import { useWords } from '../../../../words/words.tsx'
import '../../../../words/of/common.ts'

// Rows do not wait for what finds things by a few letters.
const loadPartners = async () => (await import('../../../../partners/partner-picker.tsx')).PartnerPicker
const loadInitiatives = async () => (await import('../../../../initiatives/initiative-picker.tsx')).InitiativePicker

/** Filters a list by an organisation of the community, whichever rows are there. */
export function PartnerFilter({ label, value, onChange }: FilterFieldProps) {
  const { id } = useCommunity()
  const { data } = useQuery({ ...partnerQuery(id, value ?? ''), enabled: value !== undefined })
  const chosen = chosenOf(value, data?.name)
  return (
    <LatePart load={loadPartners} waiting={<Waiting label={label} chosen={chosen} />}>
      {(PartnerPicker) => <PartnerPicker label={label} value={chosen} onChange={(one) => onChange(one?.id ?? '')} />}
    </LatePart>
  )
}

/** The same by an initiative, one that is over too. */
export function InitiativeFilter({ label, value, onChange }: FilterFieldProps) {
  const { id } = useCommunity()
  const { data } = useQuery({ ...initiativeQuery(id, value ?? ''), enabled: value !== undefined })
  const chosen = chosenOf(value, data?.title)
  return (
    <LatePart load={loadInitiatives} waiting={<Waiting label={label} chosen={chosen} />}>
      {(InitiativePicker) => (
        <InitiativePicker label={label} value={chosen} onChange={(one) => onChange(one?.id ?? '')} />
      )}
    </LatePart>
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
