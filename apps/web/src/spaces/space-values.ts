import type { Space, SpaceEdit } from '@commonweal/contracts/spaces'
import { readOpenings, writeOpenings } from '@commonweal/domain/spaces/opening-hours'
import { defaultBookingRules, type AccessibilityFeature, type SpaceKind } from '@commonweal/domain/spaces/space'

/** What the form holds: text as typed, so that two versions of it can be compared and shown. */
export type SpaceValues = {
  name: string
  kind: SpaceKind
  hostId: string
  address: string
  url: string
  capacity: string
  timezone: string
  stepFree: 'yes' | 'no' | 'unknown'
  /** Features, comma between; `unknown` where nobody has looked. */
  features: string
  /** Opening hours in their canonical text; empty: always open. */
  openings: string
  needsApproval: 'yes' | 'no'
  isShared: 'yes' | 'no'
  shortest: string
  longest: string
  bufferBefore: string
  bufferAfter: string
  ahead: string
}

const { needsApproval, shortestMinutes, longestMinutes, aheadDays } = defaultBookingRules

export const emptySpace: SpaceValues = {
  name: '',
  kind: 'physical',
  hostId: '',
  address: '',
  url: '',
  capacity: '',
  timezone: '',
  stepFree: 'unknown',
  features: 'unknown',
  openings: '',
  needsApproval: needsApproval ? 'yes' : 'no',
  isShared: 'no',
  shortest: String(shortestMinutes ?? ''),
  longest: String(longestMinutes ?? ''),
  bufferBefore: '0',
  bufferAfter: '0',
  ahead: String(aheadDays ?? ''),
}

export function valuesOf(space: Space): SpaceValues {
  const written = space.openings && writeOpenings(space.openings)
  const text = (value: number | null) => String(value ?? '')
  return {
    name: space.name,
    kind: space.kind,
    hostId: space.host?.id ?? '',
    address: space.address ?? '',
    url: space.url ?? '',
    capacity: text(space.capacity),
    timezone: space.timezone,
    stepFree: space.isStepFree === null ? 'unknown' : space.isStepFree ? 'yes' : 'no',
    features: space.accessibility === null ? 'unknown' : space.accessibility.toSorted().join(','),
    openings: written?.allowed ? written.value : '',
    needsApproval: space.needsApproval ? 'yes' : 'no',
    isShared: space.isShared ? 'yes' : 'no',
    shortest: text(space.shortestMinutes),
    longest: text(space.longestMinutes),
    bufferBefore: text(space.bufferBeforeMinutes),
    bufferAfter: text(space.bufferAfterMinutes),
    ahead: text(space.aheadDays),
  }
}

export const featuresOf = (text: string): AccessibilityFeature[] | null =>
  text === 'unknown' ? null : (text.split(',').filter(Boolean) as AccessibilityFeature[])

/** The form's text as the contract wants it; call it only when the form is valid. */
export function editOf(values: SpaceValues): SpaceEdit {
  const number = (text: string) => (text.trim() ? Number(text) : null)
  return {
    name: values.name.trim(),
    kind: values.kind,
    address: values.address.trim() || null,
    url: values.url.trim() || null,
    capacity: number(values.capacity),
    ...(values.timezone.trim() ? { timezone: values.timezone.trim() } : {}),
    isStepFree: values.stepFree === 'unknown' ? null : values.stepFree === 'yes',
    accessibility: featuresOf(values.features),
    openings: readOpenings(values.openings || null),
    needsApproval: values.needsApproval === 'yes',
    isShared: values.kind === 'digital' && values.isShared === 'yes',
    shortestMinutes: number(values.shortest),
    longestMinutes: number(values.longest),
    bufferBeforeMinutes: number(values.bufferBefore) ?? 0,
    bufferAfterMinutes: number(values.bufferAfter) ?? 0,
    aheadDays: number(values.ahead),
  }
}
