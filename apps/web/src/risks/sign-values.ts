import type { SecondaryFlagName } from '@commonweal/domain/risks/secondary/flag-names'
import type { SeenFlag } from '@commonweal/domain/risks/secondary/person-signs'
import type { english } from '@commonweal/words/english'
import { known } from './reading-words.ts'
import { type Bridge, list, type NextMandate, num, saySector, type SignVoice } from './sign-words.ts'
import '../words/of/signs.ts'

interface Shown {
  readonly label: string
  readonly value: string | null
}

/** The figures a sign was read from and those shown beside it; null is not known. */
export function signValues(v: SignVoice, name: SecondaryFlagName, flag: SeenFlag): Shown[] {
  return flag.isWithheld ? [] : values[name](v, flag)
}

type Label = keyof (typeof english)['signs']['value']

const values: Record<SecondaryFlagName, (v: SignVoice, flag: SeenFlag) => Shown[]> = {
  'sector-failure': (v, { value, contributors, reported }) => [
    share(v, 'largestShare', value),
    said(
      v,
      'missing',
      contributors['missingCoreSectors']
        ? names(
            v,
            (list(contributors, 'missingCoreSectors') as readonly string[]).map((one) => saySector(v, one)),
          )
        : null,
    ),
    share(v, 'withTwoSectors', num(reported, 'withTwoSectors')),
    share(v, 'withThreeSectors', num(reported, 'withThreeSectors')),
    number(v, 'blauNormalised', num(reported, 'blauNormalised')),
    number(v, 'effectiveSectors', num(reported, 'effectiveSectors')),
    number(v, 'assortativity', num(reported, 'assortativity')),
    number(v, 'eiIndex', num(reported, 'eiIndex')),
  ],
  personalisation: (v, { value, persons }) => [
    number(v, 'holders', value),
    share(v, 'topShare', num(persons, 'topShare')),
    ...(persons && 'topPersonIds' in persons
      ? [said(v, 'topPersons', names(v, (list(persons, 'topPersonIds') as readonly string[]).map(v.name)))]
      : []),
    share(v, 'soleContacts', num(persons, 'soleContacts')),
    said(v, 'withoutDeputy', partOf(v, num(persons, 'withoutDeputy'), num(persons, 'runningCoordinated'))),
    number(v, 'lost', num(persons, 'lostWithTopPerson')),
  ],
  'one-organisation': (v, { value, contributors, reported }) => [
    number(v, 'leaders', value),
    said(
      v,
      'topLeads',
      names(
        v,
        (list(contributors, 'topLeads') as readonly { organisationId: string; leads: number }[]).map(
          ({ organisationId, leads }) =>
            v.t('signs:leadsOf', { name: v.name(organisationId), number: v.number(leads) }),
        ),
      ),
    ),
    said(
      v,
      'bridges',
      names(
        v,
        (list(contributors, 'bridges') as readonly Bridge[]).map(({ organisationId, cutsOff }) =>
          v.t('signs:bridgeOf', { name: v.name(organisationId), number: v.number(cutsOff) }),
        ),
      ),
    ),
    number(v, 'degreeCentralisation', num(reported, 'degreeCentralisation')),
    number(v, 'participationHhi', num(reported, 'participationHhi')),
    number(v, 'maxCore', num(reported, 'maxCore')),
  ],
  'public-dominance': (v, { reported }) => [
    share(v, 'income', num(reported, 'incomeShare')),
    share(v, 'incomeLocal', num(reported, 'incomeLocalShare')),
    share(v, 'leads', num(reported, 'leadsShare')),
    share(v, 'hosted', num(reported, 'hostedMinutesShare')),
    share(v, 'seats', num(reported, 'steeringSeats')),
    said(v, 'mandate', mandateOf(v, reported['nextMandate'] as NextMandate | null | undefined)),
  ],
  places: (v, { value, contributors, reported }) => [
    share(v, 'physical', value),
    number(v, 'doors', num(reported, 'doors')),
    number(v, 'hosts', num(reported, 'hosts')),
    number(v, 'hostsAbsence', num(reported, 'hostsAbsenceFactor')),
    said(
      v,
      'topHosts',
      names(
        v,
        (list(contributors, 'hosts') as readonly { organisationId: string; hours: number }[]).map(
          ({ organisationId, hours }) => v.t('signs:hoursOf', { name: v.name(organisationId), hours: v.number(hours) }),
        ),
      ),
    ),
    share(v, 'lostShare', num(reported, 'lostShare')),
  ],
  youth: (v, { value, reported }) => [
    share(v, 'direct', value),
    share(v, 'early', num(reported, 'earlyShare')),
    number(v, 'proxy', num(reported, 'proxyOnly')),
  ],
  volunteering: (v, { value, persons, reported }) => [
    share(v, 'volunteers', value),
    number(v, 'paidPerRunning', num(reported, 'paidHoursPerRunning')),
    number(v, 'unknownHours', num(reported, 'hoursOfUnknownEngagement')),
    number(v, 'monthsWithoutPaid', num(persons, 'monthsWithoutPaid')),
    number(v, 'volunteersAbsence', num(persons, 'volunteersAbsenceFactor')),
    share(v, 'volunteersKept', num(persons, 'retention')),
  ],
}

function said(v: SignVoice, label: Label, value: string | null): Shown {
  return { label: v.t(`signs:value.${label}`), value }
}

function share(v: SignVoice, label: Label, value: number | null): Shown {
  return said(v, label, known(value, v.share))
}

function number(v: SignVoice, label: Label, value: number | null): Shown {
  return said(v, label, known(value, v.fine))
}

function names(v: SignVoice, items: readonly string[]): string {
  return items.length === 0 ? v.t('signs:nobody') : v.list(items)
}

function partOf(v: SignVoice, part: number | null, whole: number | null): string | null {
  if (part === null || whole === null) return null
  return v.t('signs:partsOf', { part: v.number(part), whole: v.number(whole) })
}

function mandateOf(v: SignVoice, mandate: NextMandate | null | undefined): string {
  if (!mandate) return v.t('signs:noDay')
  return v.t('signs:mandateOf', { name: v.name(mandate.organisationId), day: v.day(mandate.endsOn) })
}
