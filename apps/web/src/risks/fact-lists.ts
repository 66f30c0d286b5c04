import type { FundingFacts } from '@commonweal/domain/risks/funding/funding-facts'
import type { StagnationFacts } from '@commonweal/domain/risks/facts-behind'
import type { FactKind } from './fact-link.tsx'
import type { ReadingName } from './reading-words.ts'
import type { NamedFacts } from './risks.queries.ts'
import type { Voice } from './voice.ts'
import '../words/of/risks.ts'

/** One thing, or a pair of them, with what else is to be said of it. */
export interface ShownFact {
  readonly key: string
  readonly things: readonly { readonly kind: FactKind; readonly id: string; readonly name: string | undefined }[]
  readonly detail?: string
}

export interface FactList {
  readonly title: string
  readonly facts: readonly ShownFact[]
}

/** The facts behind one reading, in lists under a title; empty lists are left out. */
export function factListsOf(v: Voice, name: ReadingName, facts: NamedFacts): FactList[] {
  const lists = isStagnation(facts, name)
    ? stagnationLists(v, name, facts)
    : fundingLists(v, name as keyof FundingFacts, facts)
  return lists.filter((list) => list.facts.length > 0)
}

function isStagnation({ stagnation }: NamedFacts, name: ReadingName): name is keyof StagnationFacts {
  return name in stagnation
}

function stagnationLists(
  { t, day }: Voice,
  name: keyof StagnationFacts,
  { stagnation, names }: NamedFacts,
): FactList[] {
  const initiatives = (ids: readonly string[]) => simple('initiative', ids, names)
  const organisations = (ids: readonly string[]) => simple('organisation', ids, names)
  switch (name) {
    case 'renewal':
      return [
        { title: t('risks:facts.starts'), facts: initiatives(stagnation.renewal.initiativeIds) },
        { title: t('risks:facts.startsBefore'), facts: initiatives(stagnation.renewal.baseInitiativeIds) },
      ]
    case 'gap': {
      const { initiativeIds, lastStartOn } = stagnation.gap
      return lastStartOn === null
        ? []
        : [{ title: t('risks:facts.lastStart', { day: day(lastStartOn) }), facts: initiatives(initiativeIds) }]
    }
    case 'novelty':
      return [
        { title: t('risks:facts.newcomers'), facts: organisations(stagnation.novelty.newOrganisationIds) },
        { title: t('risks:facts.newPairs'), facts: pairs(stagnation.novelty.newPairs, names) },
        { title: t('risks:facts.repeatedPairs'), facts: pairs(stagnation.novelty.repeatedPairs, names) },
        { title: t('risks:facts.joint'), facts: initiatives(stagnation.novelty.initiativeIds) },
      ]
    case 'participation':
      return [
        { title: t('risks:facts.active'), facts: organisations(stagnation.participation.organisationIds) },
        { title: t('risks:facts.running'), facts: initiatives(stagnation.participation.initiativeIds) },
      ]
    case 'pipeline':
      return [
        { title: t('risks:facts.ends'), facts: initiatives(stagnation.pipeline.endingInitiativeIds) },
        { title: t('risks:facts.goesOn'), facts: initiatives(stagnation.pipeline.initiativeIds) },
      ]
    case 'dormancy':
      return [{ title: t('risks:facts.dormant'), facts: organisations(stagnation.dormancy.organisationIds) }]
  }
}

function fundingLists(v: Voice, name: keyof FundingFacts, { funding, names }: NamedFacts): FactList[] {
  const { t, day } = v
  const organisations = (ids: readonly string[]) => simple('organisation', ids, names)
  const pledges = (ids: readonly string[]) => ids.map((id) => pledge(v, id, funding, names))
  switch (name) {
    case 'concentration':
      return [
        {
          title: t('risks:facts.funders'),
          facts: funding.concentration.funders.map(({ organisationId, amountMinor, lastPledgedOn }) => ({
            ...thing('organisation', organisationId, names),
            detail:
              lastPledgedOn === null
                ? t('risks:facts.funderOpen', { amount: v.money(amountMinor) })
                : t('risks:facts.funderUntil', { amount: v.money(amountMinor), day: day(lastPledgedOn) }),
          })),
        },
      ]
    case 'incomeFall':
      return [
        { title: t('risks:facts.gone'), facts: organisations(funding.incomeFall.goneOrganisationIds) },
        { title: t('risks:facts.paying'), facts: organisations(funding.incomeFall.organisationIds) },
      ]
    case 'runway':
      return [{ title: t('risks:facts.stillPaying'), facts: pledges(funding.runway.pledgeIds) }]
    case 'cliff':
      return [
        {
          title: t('risks:facts.ending'),
          facts: funding.cliff.pledges.map(({ pledgeId, endsOn }) => ({
            ...pledge(v, pledgeId, funding, names),
            detail: t('risks:facts.endsOn', { day: day(endsOn) }),
          })),
        },
      ]
    case 'fulfilment':
      return [
        { title: t('risks:facts.overdue'), facts: pledges(funding.fulfilment.overduePledgeIds) },
        { title: t('risks:facts.due'), facts: pledges(funding.fulfilment.pledgeIds) },
      ]
    case 'retention':
      return [
        { title: t('risks:facts.lost'), facts: organisations(funding.retention.lostOrganisationIds) },
        { title: t('risks:facts.kept'), facts: organisations(funding.retention.keptOrganisationIds) },
      ]
    case 'publicShare':
      return [
        { title: t('risks:facts.public'), facts: organisations(funding.publicShare.organisationIds) },
        { title: t('risks:facts.local'), facts: organisations(funding.publicShare.localOrganisationIds) },
      ]
  }
}

type Names = NamedFacts['names']

function simple(kind: FactKind, ids: readonly string[], names: Names): ShownFact[] {
  return ids
    .map((id) => thing(kind, id, names))
    .toSorted((a, b) => (a.things[0]?.name ?? '\uffff').localeCompare(b.things[0]?.name ?? '\uffff'))
}

function thing(kind: FactKind, id: string, names: Names): ShownFact {
  return { key: id, things: [{ kind, id, name: names[id] }] }
}

function pairs(ids: readonly (readonly [string, string])[], names: Names): ShownFact[] {
  return ids.map((pair) => ({
    key: pair.join(' '),
    things: pair.map((id) => ({ kind: 'organisation' as const, id, name: names[id] })),
  }))
}

/** A pledge has no name of its own: it is said by its funder where the facts tell who that is. */
function pledge({ t }: Voice, id: string, funding: FundingFacts, names: Names): ShownFact {
  const funder = funding.concentration.funders.find(({ pledgeIds }) => pledgeIds.includes(id))?.organisationId
  const name = names[id] ?? (funder && names[funder])
  return { key: id, things: [{ kind: 'pledge', id, name: name && t('risks:facts.pledgeOf', { name }) }] }
}
