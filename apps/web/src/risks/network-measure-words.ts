import { pledgeKinds } from '@commonweal/domain/pledges/pledge'
import type { NetworkMeasures } from '@commonweal/domain/risks/secondary/network-measures'
import { known } from './reading-words.ts'
import type { SignVoice } from './sign-words.ts'
import '../words/of/pledges.ts'
import '../words/of/signs.ts'

export const tieMeasures = [
  'repeatShare',
  'newPartnerRate',
  'tieTurnover',
  'entries',
  'exits',
  'exitRate',
  'oneInitiative',
] as const
export const shapeMeasures = ['ties', 'components', 'largestComponent', 'maxCore'] as const
export const shownMeasures = [...tieMeasures, ...shapeMeasures] as const
export type ShownMeasure = (typeof shownMeasures)[number]

/** The value of a measure as a person reads it; null where it is not known. */
export function sayMeasure(v: SignVoice, name: ShownMeasure, measures: NetworkMeasures): string | null {
  switch (name) {
    case 'repeatShare':
    case 'newPartnerRate':
    case 'tieTurnover':
      return known(measures[name], v.share)
    case 'oneInitiative':
      return known(measures.oneInitiativeShare, v.share)
    case 'exitRate': {
      const { exitRate, exitInterval } = measures
      if (exitRate === null || exitInterval === null) return null
      return v.t('signs:measures.range', {
        value: v.fine(exitRate),
        low: v.fine(exitInterval.low),
        high: v.fine(exitInterval.high),
      })
    }
    default:
      return known(measures[name], v.number)
  }
}

/** An amount that is not money of the community's currency, in its own unit. */
export function sayOtherIncome(
  v: SignVoice,
  locale: string,
  { unit, amount }: NetworkMeasures['otherIncome'][number],
): { readonly label: string; readonly value: string } {
  const [kind = '', code = ''] = unit.split(/ (.*)/s)
  if (kind === 'currency' || /^[A-Z]{3}$/.test(code)) {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency: code })
    const { maximumFractionDigits: digits = 2 } = format.resolvedOptions()
    const label =
      kind === 'currency' || kind === 'in-kind'
        ? v.t(`signs:measures.unit.${kind}`, { code })
        : v.t('signs:measures.unit.other', { kind: sayKind(v, kind), code })
    return { label, value: format.format(amount / 10 ** digits) }
  }
  const inUnit = code === 'hours' ? v.t('pledges:unitHours') : code
  return {
    label: v.t('signs:measures.unit.other', { kind: sayKind(v, kind), code: inUnit }),
    value: v.fine(amount / 1000),
  }
}

function sayKind(v: SignVoice, kind: string): string {
  const known = pledgeKinds.find((one) => one === kind)
  return known ? v.t(`pledges:kind.${known}`) : kind
}
