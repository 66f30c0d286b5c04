import type { ReactNode } from 'react'

interface ChosenPerson {
  readonly id: string
  readonly name: string
}

/** A field to choose a person with; the page lends it. */
export type PersonField = (props: {
  readonly label: string
  readonly value: ChosenPerson | null
  readonly onChange: (value: ChosenPerson | null) => void
  readonly error?: ReactNode
}) => ReactNode
