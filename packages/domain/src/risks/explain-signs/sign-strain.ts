import { progress } from '../explain/strain.ts'
import type { SecondaryParameters } from '../secondary/secondary-parameters.ts'
import type { SignPart } from '../secondary/sign-parts.ts'
import type { Signal } from '../secondary/signal.ts'
import { figure, missingSectors, withoutDeputy } from './sign-figures.ts'

type Strain = (signal: Signal, lines: SecondaryParameters) => number | null

/**
 * How far each part of a sign has come towards its lines: one for each line reached, parts of it before, a little more beyond. Tells
 * facts of equal effect on the level apart; never shown as a figure. Source: docs/adr/0114.
 */
export const signStrain: Readonly<Record<SignPart, Strain>> = {
  largestShare: ({ value }, { sectorFailure }) => risen(value, sectorFailure.largestShare),
  missingCore: (signal) => risen(missingSectors(signal), [1]),
  coordination: (signal, { personalisation }) => {
    const held = heldByFew(signal.value, figure(signal.persons, 'topShare'), personalisation.absenceFactor)
    return held === null ? null : held + (risen(withoutDeputy(signal), [personalisation.withoutDeputy]) ?? 0)
  },
  soleContacts: ({ persons }, { personalisation }) =>
    risen(figure(persons, 'soleContacts'), personalisation.soleContacts),
  elephant: ({ value, reported }, { oneOrganisation }) =>
    heldByFew(value, figure(reported, 'topLeadShare'), oneOrganisation.elephantFactor),
  bridge: ({ reported }, { oneOrganisation }) => risen(figure(reported, 'largestCut'), oneOrganisation.bridgeCutsOff),
  income: ({ reported }, { publicDominance }) => risen(figure(reported, 'incomeShare'), publicDominance.largestShare),
  leads: ({ reported }, { publicDominance }) => risen(figure(reported, 'leadsShare'), publicDominance.largestShare),
  hostedMinutes: ({ reported }, { publicDominance }) =>
    risen(figure(reported, 'hostedMinutesShare'), publicDominance.largestShare),
  physicalShare: ({ value }, { places }) => fallen(value, places.physicalShare),
  noDoor: ({ reported }) => {
    const doors = figure(reported, 'doors')
    return doors === null ? null : progress(1 / (1 + doors))
  },
  direct: ({ interval }, { youth }) => fallen(interval?.high ?? null, youth.upperBound),
  volunteerShare: ({ value, persons }, { volunteering }) => {
    const share = risen(value, [volunteering.volunteerShare])
    return share === null
      ? null
      : share + (risen(figure(persons, 'monthsWithoutPaid'), [volunteering.noPaidMonths]) ?? 0)
  },
}

type Lines = readonly (number | null)[]

function towardsAll(lines: Lines, towards: (line: number) => number): number {
  return lines.reduce<number>((sum, line) => (line === null ? sum : sum + progress(towards(line))), 0)
}

function risen(value: number | null, lines: Lines): number | null {
  return value === null ? null : towardsAll(lines, (line) => value / line)
}

function fallen(value: number | null, lines: Lines): number | null {
  return value === null ? null : towardsAll(lines, (line) => (1 - value) / (1 - line))
}

/** How few hold half moves by whole ones; the share of the largest tells apart what moves it less. */
function heldByFew(holders: number | null, largest: number | null, lines: Lines): number | null {
  return holders === null ? null : towardsAll(lines, (line) => line / holders) + (largest ?? 0)
}
