// @vitest-environment node
import { drivingKinds, drivingSentences } from '@commonweal/domain/risks/explain/driver'
import { fundingExposures } from '@commonweal/domain/risks/explain/funding-exposure'
import { remedyCodes, remedyPlaces } from '@commonweal/domain/risks/explain/playbook'
import { fundingMeasures, stagnationMeasures } from '@commonweal/domain/risks/explain/reading-values'
import { stagnationExposures } from '@commonweal/domain/risks/explain/stagnation-exposure'
import { flagLevels } from '@commonweal/domain/risks/flag-level'
import { guardedSources } from '@commonweal/domain/risks/history-seen-by'
import { parameters } from '@commonweal/domain/risks/parameters'
import { plainReasons } from '@commonweal/domain/risks/reason'
import { secondaryFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import { shareKinds } from '@commonweal/domain/risks/explain-signs/sign-rows'
import { signMeasures } from '@commonweal/domain/risks/explain-signs/sign-figures'
import { signStepCodes } from '@commonweal/domain/risks/explain-signs/sign-way'
import { signParts } from '@commonweal/domain/risks/secondary/sign-parts'
import { unread } from '@commonweal/domain/risks/secondary/signal'
import { signPlaybook, signRemedyCodes } from '@commonweal/domain/risks/secondary/sign-playbook'
import { timeline } from '@commonweal/domain/risks/timeline'
import { departures } from '@commonweal/words/en/departures'
import { explanations } from '@commonweal/words/en/explanations'
import { readings } from '@commonweal/words/en/readings'
import { levels } from '@commonweal/words/en/levels'
import { risks } from '@commonweal/words/en/risks'
import { remedies } from '@commonweal/words/en/remedies'
import { signs } from '@commonweal/words/en/signs'
import { expect, test } from 'vitest'

/** Codes for which the part of the catalogue has neither a key nor the forms of one for numbers. */
function unsaid(codes: readonly string[], part: object): string[] {
  return codes.filter(
    (code) => !Object.hasOwn(part, code) && !['_one', '_other'].every((form) => Object.hasOwn(part, code + form)),
  )
}
/** Keys of the part that no code says. */
function idle(codes: readonly string[], part: object): string[] {
  return Object.keys(part).filter((key) => !codes.includes(key.replace(/_(one|other)$/, '')))
}

const nothing = timeline(
  {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: [],
    memberships: null,
    initiatives: [],
    participations: [],
    bookings: null,
    pledges: null,
    instalments: null,
    receipts: null,
    costs: null,
    reserves: null,
  },
  '2026-01',
  '2026-01',
).months[0]
if (!nothing) throw new Error('one month was asked for')
const { families } = nothing.stagnation
const { sublevels } = nothing.funding

test.each([
  ['exposures', [...stagnationExposures, ...fundingExposures], explanations.exposure],
  ['remedies', remedyCodes, explanations.remedies.code],
  ['remedies of signs', signRemedyCodes, remedies.code],
  ['places of remedies', remedyPlaces, explanations.remedies.place],
  ['kinds of drivers', drivingKinds, explanations.drivers.kind],
  ['sentences of drivers', drivingSentences, explanations.drivers.said],
  ['readings that drivers move', [...Object.keys(families), ...Object.keys(sublevels)], explanations.drivers.measure],
  ['reasons', [...plainReasons, 'incomplete', 'other'], risks.reason],
  ['families', [...Object.keys(families), ...Object.keys(nothing.stagnation.reported)], readings.family],
  ['sub-levels', Object.keys(sublevels), readings.sublevel],
  ['names of signs', secondaryFlagNames, signs.name],
  ['questions of signs', secondaryFlagNames, signs.question],
  ['formulas of signs', secondaryFlagNames, signs.formula],
  ['what signs rest on', secondaryFlagNames, signs.restsOnOf],
  ['parts of signs', Object.values(signParts).flat(), signs.part],
  ['shares of drivers of signs', shareKinds, signs.drivers.said],
  ['steps that would lower signs', signStepCodes, signs.ways.step],
  ['withheld sources', guardedSources, departures.source],
] as const)('%s of the engine have their words, and no word is left over', (_, codes, part) => {
  expect(unsaid(codes, part)).toEqual([])
  expect(idle(codes, part)).toEqual([])
})

test('levels have their words', () => {
  expect(unsaid([...flagLevels, 'insufficient-data'], levels)).toEqual([])
})

test('each measure that a fact may move has its words', () => {
  const { measure } = explanations.drivers
  for (const name of Object.keys(families) as (keyof typeof families)[]) {
    const moved = stagnationMeasures[name](families[name] as never, parameters.stagnation)
    expect([name, Object.keys(moved)]).toEqual([name, Object.keys(measure[name])])
  }
  for (const name of Object.keys(sublevels) as (keyof typeof sublevels)[]) {
    const moved = fundingMeasures[name](sublevels[name] as never)
    expect([name, Object.keys(moved)]).toEqual([name, Object.keys(measure[name])])
  }
})

test('each figure of a sign that a fact may move has its words', () => {
  const moved = Object.values(signMeasures).flatMap((measures) => Object.keys(measures(unread('too-few'))))
  expect(moved).not.toEqual([])
  expect(unsaid(moved, signs.value)).toEqual([])
})

test('every sign leads to something that usually helps, and no remedy is idle', () => {
  expect(Object.keys(signPlaybook)).toEqual([...secondaryFlagNames])
  const used = Object.values(signPlaybook).map((remedies) => remedies.map(({ code }) => code))
  expect(used.every((codes) => codes.length > 0)).toBe(true)
  expect(used.flat().toSorted()).toEqual([...signRemedyCodes].toSorted())
})
