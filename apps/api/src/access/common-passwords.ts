import list from 'fxa-common-password-list'

/** Whether the password stands on the list of those leaked most often (Mozilla's, a Bloom filter). */
export function isCommonPassword(password: string): boolean {
  return list.test(password)
}
