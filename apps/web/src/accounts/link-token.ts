/** The secret part of a link from a mail: what stands behind `#`, or null where the link was cut. */
export function tokenOf(hash: string): string | null {
  const token = hash.replace(/^#/, '')
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}
