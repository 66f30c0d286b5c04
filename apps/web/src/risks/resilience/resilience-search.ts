/** What the address may say of the strain: percentages and months. What is usual stays out of it. */
export interface ResilienceSearch {
  readonly arrives?: number
  readonly largest?: number
  readonly delay?: number
}

export const bounds = {
  arrives: { least: 50, most: 100 },
  largest: { least: 0, most: 100 },
  delay: { least: 0, most: 12 },
} as const

export function readResilienceSearch(raw: Record<string, unknown>): ResilienceSearch {
  const names = ['arrives', 'largest', 'delay'] as const
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Number(raw[name] ?? Number.NaN)
      const { least, most } = bounds[name]
      return Number.isInteger(value) && value >= least && value <= most ? [[name, value]] : []
    }),
  )
}
