import { verdict, type Permission } from '@commonweal/domain/access/permissions'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { PartnerPicker } from '../../../../partners/partner-picker.tsx'
import { partnerQuery } from '../../../../partners/partners.queries.ts'
import { useCommunity } from '../../../../session/community.tsx'
import type { ThingField, ThingFieldProps } from '../../../../ui/search-picker.tsx'
import { useWords } from '../../../../words/words.tsx'
import '../../../../words/of/common.ts'

export interface InNameOf {
  /** Whether one may act in the name of every partner. */
  readonly isForAll: boolean
  /** Chooses an organisation one may act for. */
  readonly field: ThingField
  /** The organisations one acts for oneself. */
  readonly own: readonly { readonly id: string; readonly name: string }[]
}

/** In whose name one can book, pledge or offer: the organisations one acts for, and for a steward every active partner. */
export function useInNameOf(permission: Permission): InNameOf {
  const { role, organisations } = useCommunity()
  const isForAll = verdict(role, permission) === 'always'
  return { isForAll, field: isForAll ? ActivePartnerField : OwnOrganisationField, own: organisations }
}

function ActivePartnerField({ value = '', onChange, ...said }: ThingFieldProps) {
  const { id, organisations } = useCommunity()
  const own = organisations.find((one) => one.id === value)
  const { data } = useQuery({ ...partnerQuery(id, value), enabled: value !== '' && !own })
  return (
    <PartnerPicker
      {...said}
      isActiveOnly
      value={value === '' ? null : { id: value, name: own?.name ?? data?.name ?? '…' }}
      onChange={(one) => onChange(one?.id ?? '')}
    />
  )
}

function OwnOrganisationField({ value = '', onChange, isRequired = false, ...said }: ThingFieldProps) {
  const { t } = useWords()
  const { organisations } = useCommunity()
  const own = organisations.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <NativeSelect
      {...said}
      required={isRequired}
      data={value === '' ? [{ value: '', label: t('common:form.choose') }, ...own] : own}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
