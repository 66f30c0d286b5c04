import type { Partner, PartnerEdit } from '@commonweal/contracts/partners'
import type { LegalStatus, Sector } from '@commonweal/domain/partners/sectors'

/** What the form holds: text as typed; the parent as id and name, so that both can be compared and shown. */
export type PartnerValues = {
  name: string
  sector: Sector | ''
  legalStatus: LegalStatus
  country: string
  scheme: string
  identifier: string
  parentId: string
  parentName: string
  brings: string
  seeks: string
  website: string
  /** Ticked or not, as text like the rest, so that it can be compared. */
  isPassThrough: 'yes' | 'no'
  joinedOn: string
}

export const emptyPartner: PartnerValues = {
  name: '',
  sector: '',
  legalStatus: 'unknown',
  country: '',
  scheme: '',
  identifier: '',
  parentId: '',
  parentName: '',
  brings: '',
  seeks: '',
  website: '',
  isPassThrough: 'no',
  joinedOn: '',
}

export function valuesOf(partner: Partner): PartnerValues {
  return {
    name: partner.name,
    sector: partner.sector,
    legalStatus: partner.legalStatus,
    country: partner.country ?? '',
    scheme: partner.scheme ?? '',
    identifier: partner.identifier ?? '',
    parentId: partner.parent?.id ?? '',
    parentName: partner.parent?.name ?? '',
    brings: partner.brings ?? '',
    seeks: partner.seeks ?? '',
    website: partner.website ?? '',
    isPassThrough: partner.isPassThrough ? 'yes' : 'no',
    joinedOn: '',
  }
}

/** The form's text as the contract wants it; call it only when the form is valid. */
export function editOf(values: PartnerValues): PartnerEdit {
  const { sector } = values
  if (sector === '') throw new Error('a partner without a sector is refused by the form')
  return {
    name: values.name.trim(),
    sector,
    legalStatus: values.legalStatus,
    country: values.country.trim().toUpperCase() || null,
    scheme: values.scheme.trim() || null,
    identifier: values.identifier.trim() || null,
    parentId: values.parentId || null,
    brings: values.brings.trim() || null,
    seeks: values.seeks.trim() || null,
    website: values.website.trim() || null,
    isPassThrough: values.isPassThrough === 'yes',
  }
}
