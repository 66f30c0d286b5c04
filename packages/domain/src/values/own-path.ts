/**
 * An address within the product, as an address bar writes it: it begins with one `/`, so that it names no other host, and holds only
 * what an address may hold unescaped (RFC 3986, section 2), so that it can stand in a mail. No `\`, which browsers read as `/`.
 */
export const ownPathPattern = '^/(?!/)[!#-;=?-\\[\\]-~]*$'
/** Longest such address that is carried along, in characters: one with every filter set stays far below. */
export const ownPathMost = 2000

/** Whether somebody can be led there, wherever the address comes from. */
export function isOwnPath(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.length <= ownPathMost && new RegExp(ownPathPattern).test(raw)
}
