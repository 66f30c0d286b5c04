import { expect } from 'vitest'
import { explainSign, type SignExplanation } from '../src/risks/explain-signs/explain-sign.ts'
import type { History } from '../src/risks/history.ts'
import type { SecondaryFlagName } from '../src/risks/secondary/flag-names.ts'
import { readIn } from './given-signs.ts'

export const explained = (history: History, sign: SecondaryFlagName, namesPersons = true) =>
  explainSign(history, sign, readIn, [], namesPersons)
export const effects = (drivers: SignExplanation['drivers']['raising']) => drivers.map(({ id, effect }) => [id, effect])
export const share = (value: number) => expect.objectContaining({ type: 'share', value })
export const number = (value: number) => ({ type: 'number', value })
