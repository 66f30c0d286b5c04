import { isOwnPath } from '@commonweal/domain/values/own-path'

const token = '[A-Za-z0-9_-]{43}'

/** The secret part of a link from a mail: what stands behind `#`, or null where the link was cut. */
export function tokenOf(hash: string): string | null {
  return new RegExp(`^#?(${token})$`).exec(hash)?.[1] ?? null
}

/** Where somebody was going when the password was missing: to an invitation, by its secret, or to a page, by its path; or nowhere. */
export interface Way {
  readonly invitation?: string
  readonly back?: string
}

/** The way that stands behind `#`. What leads out of the product is no way. */
export function wayOf(hash: string): Way {
  const invitation = tokenOf(hash)
  if (invitation !== null) return { invitation }
  return isOwnPath(hash) ? { back: hash } : {}
}

/** What stands behind `#` of a link to a new password: the secret of the reset, and then `.` with that of an invitation, or a path. */
export function resetOf(hash: string): { readonly token: string | null; readonly way: Way } {
  const [, reset, rest = ''] = new RegExp(`^(${token})(\\.${token}|/.*)?$`).exec(hash) ?? []
  return { token: reset ?? null, way: wayOf(rest.replace(/^\./, '')) }
}

/** What stands behind the first `#` as it is written: the router's own word for it is decoded, and a path would change its meaning. */
export function behindHash({ href }: { readonly href: string }): string {
  const at = href.indexOf('#')
  return at < 0 ? '' : href.slice(at + 1)
}
