import * as contract from '@commonweal/contracts/health'
import { ProblemError } from './http/problem-error.ts'
import { serve, type House } from './http/serve.ts'

export function healthRoutes(house: House): void {
  serve(house, contract.readLiveness, async () => ({ status: 'ok' }))
  serve(house, contract.readReadiness, async ({ scope }) => {
    await scope.client.query('select 1').catch(() => {
      throw new ProblemError('not-ready')
    })
    return { status: 'ok' }
  })
}
