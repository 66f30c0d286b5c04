const chosen = new Map<string, string>()

/** The organisation a person acts for in a community, where they act for several; sent with every request there. */
export function actFor(communityId: string, organisationId: string | null): void {
  if (organisationId) chosen.set(communityId, organisationId)
  else chosen.delete(communityId)
}

export function actsFor(communityId: string | undefined): string | null {
  return (communityId && chosen.get(communityId)) || null
}
