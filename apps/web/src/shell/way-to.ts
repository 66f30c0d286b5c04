export type LinkedKind = 'partner' | 'initiative' | 'space' | 'booking' | 'pledge' | 'person' | 'vital-signs'

/** The page of a thing, by what it is. */
export function wayTo(slug: string, kind: LinkedKind, id: string) {
  switch (kind) {
    case 'partner':
      return { to: '/c/$slug/partners/$partnerId', params: { slug, partnerId: id } } as const
    case 'initiative':
      return { to: '/c/$slug/initiatives/$initiativeId', params: { slug, initiativeId: id } } as const
    case 'space':
      return { to: '/c/$slug/spaces/$spaceId', params: { slug, spaceId: id } } as const
    case 'booking':
      return { to: '/c/$slug/bookings/$bookingId', params: { slug, bookingId: id } } as const
    case 'pledge':
      return { to: '/c/$slug/pledges/$pledgeId', params: { slug, pledgeId: id } } as const
    case 'vital-signs':
      return { to: '/c/$slug/vital-signs', params: { slug } } as const
    case 'person':
      return { to: '/c/$slug/people/$personId', params: { slug, personId: id } } as const
  }
}
