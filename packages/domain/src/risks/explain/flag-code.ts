/** The two flags as an address and a package name them. */
export const flagCodes = ['network-stagnation', 'funding-dependency'] as const
export type FlagCode = (typeof flagCodes)[number]
