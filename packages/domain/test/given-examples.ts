import { readFileSync } from 'node:fs'
import type { Edge } from '../src/risks/network/graph.ts'

/** Every input any example gives; a recipe reads the ones its example has. */
export interface Input {
  readonly amounts: number[]
  readonly edges: Edge[]
  readonly sector: Record<string, string>
  readonly attribute: Record<string, string>
  readonly remove: string
  readonly k: number
  readonly n: number
  readonly p: number
  readonly a: number
  readonly b: number
  readonly x: number
  readonly k_now: number
  readonly months_now: number
  readonly k_base: number
  readonly months_base: number
  readonly ratio: number
  readonly a0: number
  readonly t_now: number
  readonly t_base: number
  readonly events: number
  readonly exposure_months?: number
  readonly gap_months?: number
  readonly kappa: number
  readonly cost: number
  readonly due: [string, number, number][]
  readonly as_of: string
  readonly grace_days: number
}
export type Series = readonly (number | null)[]

export interface Example {
  readonly name: string
  readonly input: Input
  readonly expect: Readonly<Record<string, unknown>>
  readonly exact: Readonly<Record<string, string>>
}

export const examples = JSON.parse(
  readFileSync(new URL('../fixtures/worked-examples.json', import.meta.url), 'utf8'),
) as Example[]
