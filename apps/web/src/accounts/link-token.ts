const token = '[A-Za-z0-9_-]{43}'

/** The secret part of a link from a mail: what stands behind `#`, or null where the link was cut. */
export function tokenOf(hash: string): string | null {
  return new RegExp(`^#?(${token})$`).exec(hash)?.[1] ?? null
}

/** The secrets of a link to a new password: that of the reset, and that of an invitation it leads back to, if there is one. */
export function resetTokensOf(hash: string): { readonly token: string; readonly invitation: string | null } | null {
  const [, reset, invitation = null] = new RegExp(`^#?(${token})(?:\\.(${token}))?$`).exec(hash) ?? []
  return reset === undefined ? null : { token: reset, invitation }
}
