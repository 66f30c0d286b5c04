import type { Initiative, InitiativeEdit } from '@commonweal/contracts/initiatives'
import type { InitiativeKind, ParticipationRole } from '@commonweal/domain/initiatives/initiative'

/** What the form holds: text as typed. */
export type InitiativeValues = {
  title: string
  kind: InitiativeKind
  theme: string
  summary: string
  startedOn: string
  plannedEndOn: string
  reviewOn: string
}

export const emptyInitiative: InitiativeValues = {
  title: '',
  kind: 'joint',
  theme: '',
  summary: '',
  startedOn: '',
  plannedEndOn: '',
  reviewOn: '',
}

/** One line of the partners an initiative begins with. */
export interface Beginner {
  readonly key: string
  readonly organisation: { readonly id: string; readonly name: string } | null
  readonly role: ParticipationRole
}

export function valuesOf(initiative: Initiative): InitiativeValues {
  return {
    title: initiative.title,
    kind: initiative.kind,
    theme: initiative.theme ?? '',
    summary: initiative.summary ?? '',
    startedOn: initiative.startedOn ?? '',
    plannedEndOn: initiative.plannedEndOn ?? '',
    reviewOn: initiative.reviewOn ?? '',
  }
}

/** The form's text as the contract wants it. */
export function editOf(values: InitiativeValues): InitiativeEdit {
  return {
    title: values.title.trim(),
    kind: values.kind,
    theme: values.theme.trim() || null,
    summary: values.summary.trim() || null,
    plannedEndOn: values.plannedEndOn || null,
    reviewOn: values.reviewOn || null,
  }
}
