export const engagements = ['active', 'quiet', 'dormant'] as const
export type Engagement = (typeof engagements)[number]

/** What a partner is to be called about: nothing was heard of it for long. */
export const silences = ['quiet', 'dormant'] as const satisfies readonly Engagement[]
