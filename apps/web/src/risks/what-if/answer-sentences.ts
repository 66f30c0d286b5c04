import { flagLevels } from '@commonweal/domain/risks/flag-level'
import { belowReasons } from '@commonweal/domain/risks/what-if/initiatives-below'
import type { StressAnswer } from '@commonweal/domain/risks/what-if/stress-answer'
import type { Voice } from '../voice.ts'
import '../../words/of/departures.ts'
import '../../words/of/risks.ts'

export interface Sentence {
  readonly text: string
  readonly more?: readonly string[]
}

/** The answer in plain sentences: money and how long it lasts first, then initiatives, spaces, ties and flags. */
export function answerSentences(v: Voice, answer: StressAnswer, isBalanceWithheld: boolean): Sentence[] {
  const { t } = v
  const { losses, initiatives, spaces, network } = answer
  const leaves = answer.gone.organisationIds.length + answer.gone.spaceIds.length > 0
  return [
    { text: lasts(v, answer, isBalanceWithheld) },
    ...(leaves ? [{ text: lost(v, answer), more: besides(v, answer) }] : []),
    ...cliff(v, answer),
    ...(initiatives.below.length === 0
      ? [{ text: t('departures:answer.belowNone') }]
      : [
          {
            text: t('departures:answer.below', {
              count: initiatives.below.length,
              running: v.number(initiatives.running),
            }),
            more: belowReasons.flatMap((reason) => {
              const count = initiatives.below.filter((one) => one.reasons.some((each) => each.reason === reason)).length
              return count === 0 ? [] : [t(`departures:answer.reasonCount.${reason}`, { count })]
            }),
          },
        ]),
    ...(spaces.length === 0
      ? []
      : [
          {
            text: t('departures:answer.spaces', {
              count: spaces.length,
              bookings: v.number(spaces.reduce((sum, one) => sum + one.bookings, 0)),
            }),
          },
        ]),
    ...losses.inKind.map(({ kind, unit, quantity }) => ({
      text: t(`departures:answer.inKind.${isInKind(kind) ? kind : 'other'}`, {
        quantity: `${v.number(quantity)} ${unit}`,
      }),
    })),
    {
      text:
        network.cutOffIds.length === 0
          ? t('departures:answer.cutOffNone')
          : t('departures:answer.cutOff', { count: network.cutOffIds.length }),
    },
    ...raised(v, answer),
  ]
}

const inKindKinds = ['in-kind', 'space-hours', 'staff-time', 'volunteer-time'] as const

function isInKind(kind: string): kind is (typeof inKindKinds)[number] {
  return (inKindKinds as readonly string[]).includes(kind)
}

function lasts(v: Voice, { money, horizonMonths }: StressAnswer, isWithheld: boolean): string {
  const { t } = v
  const [before, after] = [money.with.negativeIn, money.without.negativeIn]
  if (money.without.months[0]?.balanceMinor === null)
    return t(isWithheld ? 'departures:answer.lastsWithheld' : 'departures:answer.lastsUnknown')
  if (after === null && before === null) return t('departures:answer.holds', { count: horizonMonths })
  if (after === null) return t('departures:answer.lastsLonger', { other: v.month(before ?? '') })
  if (before === null) return t('departures:answer.lastsInstead', { month: v.month(after), count: horizonMonths })
  if (before === after) return t('departures:answer.lastsSame', { month: v.month(after) })
  return t('departures:answer.lasts', { month: v.month(after), other: v.month(before) })
}

function lost(v: Voice, { losses, money, horizonMonths }: StressAnswer): string {
  if (losses.money === null) return v.t('departures:answer.moneyUnknown')
  if (losses.money.amountMinor === 0) return v.t('departures:answer.lostNothing')
  const all = money.with.months.reduce((sum, one) => sum + one.incomeMinor, 0)
  return v.t('departures:answer.lost', {
    amount: v.money(losses.money.amountMinor),
    share: v.share(all === 0 ? 0 : losses.money.amountMinor / all),
    count: horizonMonths,
  })
}

function besides(v: Voice, { losses }: StressAnswer): string[] {
  const { money } = losses
  if (money === null) return []
  const { overdueMinor, unplanned, otherCurrencies } = money
  return [
    ...(overdueMinor ? [v.t('departures:answer.overdue', { amount: v.money(overdueMinor) })] : []),
    ...(unplanned.pledges > 0
      ? [v.t('departures:answer.unplanned', { count: unplanned.pledges, amount: v.money(unplanned.amountMinor) })]
      : []),
    ...(otherCurrencies.length > 0
      ? [
          v.t('departures:answer.otherCurrency', {
            list: v.list(otherCurrencies.map((one) => v.moneyIn(one.amountMinor, one.currency))),
          }),
        ]
      : []),
  ]
}

function cliff(v: Voice, { money }: StressAnswer): Sentence[] {
  const [before, after] = [money.with.cliffIn, money.without.cliffIn]
  if (after === null) return []
  if (before === null || before === after) return [{ text: v.t('departures:answer.cliff', { month: v.month(after) }) }]
  return [{ text: v.t('departures:answer.cliffSooner', { month: v.month(after), other: v.month(before) }) }]
}

function raised(v: Voice, answer: StressAnswer): Sentence[] {
  if (answer.raised.length === 0) {
    const peak = (flag: 'stagnation' | 'funding') =>
      v.t(
        `levels:${flagLevels[Math.max(...answer.flags.without.map((one) => flagLevels.indexOf(one[flag].level)))] ?? 'none'}`,
      )
    const said = { stagnation: peak('stagnation'), funding: peak('funding') }
    return [{ text: v.t('departures:answer.raisedNone', said) }]
  }
  return answer.raised.map(({ flag, month, without, with: before }) => ({
    text: v.t('departures:answer.raised', {
      flag: v.t(`risks:flag.${flag}`),
      level: v.t(`levels:${without}`),
      other: v.t(`levels:${before}`),
      month: v.month(month),
    }),
  }))
}
