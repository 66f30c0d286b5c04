export const spaceKinds = ['physical', 'digital', 'hybrid'] as const
export type SpaceKind = (typeof spaceKinds)[number]
