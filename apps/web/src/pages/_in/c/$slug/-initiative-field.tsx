import { useQuery } from '@tanstack/react-query'
import { InitiativePicker } from '../../../../initiatives/initiative-picker.tsx'
import { initiativeQuery } from '../../../../initiatives/initiatives.queries.ts'
import { useCommunity } from '../../../../session/community.tsx'
import type { ThingFieldProps } from '../../../../ui/search-picker.tsx'

/** Chooses an initiative that is not over, for something new. It comes with its form: what is typed at once must not be lost. */
export function LivingInitiativeField({ value = '', onChange, ...said }: ThingFieldProps) {
  const { id } = useCommunity()
  const { data } = useQuery({ ...initiativeQuery(id, value), enabled: value !== '' })
  return (
    <InitiativePicker
      {...said}
      isLivingOnly
      value={value === '' ? null : { id: value, name: data?.title ?? '…' }}
      onChange={(one) => onChange(one?.id ?? '')}
    />
  )
}
