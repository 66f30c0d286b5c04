export const pledgeKinds = ['cash', 'in-kind', 'space-hours', 'staff-time', 'volunteer-time', 'freedom-grant'] as const
export type PledgeKind = (typeof pledgeKinds)[number]

export const pledgeRoutes = [
  'partner-co-funding',
  'own-legal-body',
  'sponsorship',
  'paid-services',
  'grant-national',
  'grant-european',
  'local-budget',
  'donation',
] as const
export type PledgeRoute = (typeof pledgeRoutes)[number]

export const pledgeRelations = ['co-owner', 'co-funder', 'sponsor', 'donor', 'buyer'] as const
export type PledgeRelation = (typeof pledgeRelations)[number]

export const pledgeStatuses = ['offered', 'accepted', 'confirmed', 'declined', 'withdrawn', 'cancelled', 'written-off'] as const
export type PledgeStatus = (typeof pledgeStatuses)[number]
