import { hash } from 'node:crypto'
import { isUuid } from './cell-values.ts'
import type { FileKind } from './package-columns.ts'

/** The namespace that name-based ids start from (RFC 9562 §6.6). */
const namespace = '6f1c2f0a-7b0e-4d0e-9d5b-0c0a77ea1000'
const LONGEST_NATURAL_REF = 300

/**
 * The id of a row. A ref that is a UUID is the id itself; any other becomes a UUIDv8 of SHA-256 over source, file and
 * ref, so that references resolve without looking them up and two installations agree. Source: RFC 9562 §5.8, docs/adr/0030.
 */
export function rowId(source: string, kind: FileKind, ref: string): string {
  if (isUuid(ref)) return ref.toLowerCase()
  const hex = hash('sha256', `${namespace}\u0000${source}\u0000${kind}\u0000${ref}`, 'hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  // Joined rather than concatenated: one flat text each, of the many that stay in memory.
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ]
  return parts.join('-')
}

/** The ref of a row that has no id: the cells of its natural key, and which of several equal ones it is (1 is silent). */
export function naturalRef(key: readonly string[], ordinal: number): string {
  const parts = key.map((part) => part.replaceAll('%', '%25').replaceAll('|', '%7C'))
  const ref = [...parts, ...(ordinal > 1 ? [String(ordinal)] : [])].join('|')
  return ref.length > LONGEST_NATURAL_REF ? `sha256:${hash('sha256', ref, 'hex')}` : ref
}
