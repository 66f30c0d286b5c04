import { createHash } from 'node:crypto'
import { isUuid } from './cell-values.ts'
import type { FileKind } from './package-columns.ts'

/** Names the ids made here; RFC 9562 asks name-based ids to start from a namespace of their own. */
const namespace = Buffer.from('6f1c2f0a7b0e4d0e9d5b0c0a77ea1000', 'hex')
const LONGEST_NATURAL_REF = 300

/**
 * The id of a row. A ref that is a UUID is the id itself; any other becomes a UUIDv8 of SHA-256 over source, file and
 * ref, so that references resolve without looking them up and two installations agree. Source: RFC 9562 §5.8, docs/adr/0030.
 */
export function rowId(source: string, kind: FileKind, ref: string): string {
  if (isUuid(ref)) return ref.toLowerCase()
  const hash = createHash('sha256').update(namespace).update(`${source}\u0000${kind}\u0000${ref}`).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The ref of a row that has no id: the cells of its natural key, and which of several equal ones it is (1 is silent). */
export function naturalRef(key: readonly string[], ordinal: number): string {
  const parts = key.map((part) => part.replaceAll('%', '%25').replaceAll('|', '%7C'))
  const ref = [...parts, ...(ordinal > 1 ? [String(ordinal)] : [])].join('|')
  return ref.length > LONGEST_NATURAL_REF ? `sha256:${createHash('sha256').update(ref).digest('hex')}` : ref
}
