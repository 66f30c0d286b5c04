import type { ReactNode } from 'react'

export interface ChosenOrganisation {
  readonly id: string
  readonly name: string
}

/** A field to choose an organisation with; the page lends it. */
export type OrganisationField = (props: {
  readonly label: string
  readonly description?: string
  readonly value: ChosenOrganisation | null
  readonly onChange: (value: ChosenOrganisation | null) => void
  readonly error?: ReactNode
  readonly isRequired?: boolean
  readonly without?: readonly string[]
}) => ReactNode
