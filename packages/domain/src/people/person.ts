/** The hat a person wears when acting for an organisation: as one partner among others, or by statutory duty. */
export const capacities = ['partner', 'statutory'] as const
export type Capacity = (typeof capacities)[number]
