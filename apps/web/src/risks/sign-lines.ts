import { flagLevels } from '@commonweal/domain/risks/flag-level'
import type { SecondaryFlagName } from '@commonweal/domain/risks/secondary/flag-names'
import type { SecondaryParameters } from '@commonweal/domain/risks/secondary/secondary-parameters'
import { sayLevel } from './reading-words.ts'
import type { Voice } from './voice.ts'
import '../words/of/signs.ts'

type Lines = Readonly<Record<string, unknown>>
type Triple = readonly (number | null)[]

/** The lines a sign was judged by, level by level, as they came with the reading. */
export function signLines(v: Voice, name: SecondaryFlagName, lines: Lines): string[] {
  switch (name) {
    case 'sector-failure': {
      const { largestShare } = lines as Pick<SecondaryParameters['sectorFailure'], 'largestShare'>
      return [
        ...each(v, largestShare, (share) => v.t('signs:lineOf.sector-failure', { share: v.share(share) })),
        at(v, 1, v.t('signs:lineOf.missing')),
      ]
    }
    case 'personalisation': {
      const { absenceFactor, soleContacts, withoutDeputy } = lines as unknown as SecondaryParameters['personalisation']
      return [
        ...each(v, absenceFactor, (most) => v.t('signs:lineOf.personalisation', { most: v.number(most) })),
        ...each(v, soleContacts, (share) => v.t('signs:lineOf.contacts', { share: v.share(share) })),
        at(v, 3, v.t('signs:lineOf.deputies', { share: v.share(withoutDeputy) })),
      ]
    }
    case 'one-organisation': {
      const { elephantFactor, bridgeCutsOff } = lines as unknown as SecondaryParameters['oneOrganisation']
      return [
        ...each(v, elephantFactor, (most) => v.t('signs:lineOf.one-organisation', { most: v.number(most) })),
        ...each(v, bridgeCutsOff, (share) => v.t('signs:lineOf.bridge', { share: v.share(share) })),
      ]
    }
    case 'public-dominance': {
      const { largestShare } = lines as unknown as SecondaryParameters['publicDominance']
      return each(v, largestShare, (share) => v.t('signs:lineOf.public-dominance', { share: v.share(share) }))
    }
    case 'places': {
      const { physicalShare, noDoorMonths } = lines as unknown as SecondaryParameters['places']
      return [
        ...each(v, physicalShare, (share) => v.t('signs:lineOf.places', { share: v.share(share) })),
        at(v, 3, v.t('signs:lineOf.noDoor', { months: v.number(noDoorMonths) })),
      ]
    }
    case 'youth': {
      const { upperBound, leastInitiativesForNone } = lines as unknown as SecondaryParameters['youth']
      return [
        ...each(v, upperBound, (share) => v.t('signs:lineOf.youth', { share: v.share(share) })),
        at(v, 2, v.t('signs:lineOf.none', { n: v.number(leastInitiativesForNone) })),
      ]
    }
    case 'volunteering': {
      const { volunteerShare, noPaidMonths, leastRunning } = lines as unknown as SecondaryParameters['volunteering']
      return [
        at(v, 1, v.t('signs:lineOf.volunteering', { share: v.share(volunteerShare) })),
        at(v, 2, v.t('signs:lineOf.unpaid', { months: v.number(noPaidMonths), n: v.number(leastRunning) })),
      ]
    }
  }
}

function each(v: Voice, lines: Triple, say: (line: number) => string): string[] {
  return lines.flatMap((line, index) => (line === null ? [] : [at(v, index + 1, say(line))]))
}

function at(v: Voice, level: number, line: string): string {
  return v.t('signs:line', { level: sayLevel(v, flagLevels[level] ?? 'none'), line })
}
