export const bookingStatuses = ['held', 'requested', 'confirmed', 'attended', 'released', 'declined', 'cancelled'] as const
export type BookingStatus = (typeof bookingStatuses)[number]

/** Statuses that keep a space occupied: a held one until it expires, a requested one never. */
export const blockingStatuses = ['held', 'confirmed', 'attended'] as const satisfies readonly BookingStatus[]
