import { describe, expect, it } from 'vitest'
import { legalStatuses } from '../partners/sectors.ts'
import { setMandate } from './mandate.ts'

describe('a mandate', () => {
  it.each(legalStatuses)('of an organisation that is %s ends only where it is public', (legalStatus) => {
    const ruling = setMandate({ legalStatus }, { endsOn: '2027-03-14', label: ' council election ' })
    if (legalStatus === 'public')
      expect(ruling).toEqual({ allowed: true, value: { endsOn: '2027-03-14', label: 'council election' } })
    else expect(ruling).toMatchObject({ allowed: false, problem: 'mandate-needs-public-body', facts: { legalStatus } })
  })
})
