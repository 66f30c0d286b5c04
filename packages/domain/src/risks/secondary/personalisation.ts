import { concentration } from '../funding/concentration.ts'
import { compareRatio } from '../statistics/threshold.ts'
import type { SecondaryParameters } from './secondary-parameters.ts'
import { levelOf, share, type Signal, type SignalLevel, unread, worst } from './signal.ts'

export interface PersonalisationInputs {
  /** Initiatives each person coordinated in the window. Null where coordination is not kept. */
  readonly byPerson: ReadonlyMap<string, number> | null
  /** Initiatives of the window with any coordination. */
  readonly coordinated: number
  /** Running initiatives with a coordinator now, and those of them with exactly one. */
  readonly running: number
  readonly withoutDeputy: number
  /** Running initiatives each person alone coordinates now. */
  readonly aloneBy: ReadonlyMap<string, number>
  /** Partners of the window with a person known to act for them now, and those of them with exactly one. Null where not kept. */
  readonly contacts: { readonly partners: number; readonly sole: number } | null
}

const CRITICAL = 3

/**
 * Personalisation: the least number of persons who hold half of the coordination (person × initiative) of 12 months, and the share of
 * partners with exactly one person. One person holding half while half of what runs has no deputy is critical. value: that number of
 * persons. n: initiatives coordinated. Source: CHAOSS contributor absence factor; docs/indicators.md §6; docs/adr/0071.
 */
export function readPersonalisation(
  inputs: PersonalisationInputs,
  lines: SecondaryParameters['personalisation'],
): Signal {
  if (inputs.byPerson === null && inputs.contacts === null) return unread('unknown-source')
  const measures = concentration([...(inputs.byPerson ?? [])].map(([, count]) => count))
  const isReadable = inputs.byPerson !== null && inputs.coordinated >= lines.leastInitiatives
  const factor = isReadable ? measures.absenceFactor : null
  const { contacts } = inputs
  const parts = {
    coordination: factor === null ? null : coordinationLevel(factor, inputs, lines),
    soleContacts:
      contacts === null || contacts.partners === 0
        ? null
        : levelOf(lines.soleContacts, (line) => compareRatio(contacts.sole, contacts.partners, line) >= 0),
  }
  const score = worst(parts)
  const top = topPersons(inputs.byPerson)
  return {
    score,
    ...(score === null ? { reason: 'too-few' as const } : {}),
    value: factor,
    interval: null,
    n: inputs.coordinated,
    parts,
    contributors: {},
    reported: {},
    persons: {
      topShare: inputs.byPerson === null ? null : measures.reliance,
      topPersonIds: top,
      soleContacts: contacts === null ? null : share(contacts.sole, contacts.partners),
      partnersWithContact: contacts?.partners ?? null,
      withoutDeputy: inputs.withoutDeputy,
      runningCoordinated: inputs.running,
      lostWithTopPerson: top === null ? null : Math.max(0, ...top.map((personId) => inputs.aloneBy.get(personId) ?? 0)),
      persons: inputs.byPerson?.size ?? null,
    },
  }
}

function coordinationLevel(
  factor: number,
  inputs: PersonalisationInputs,
  lines: SecondaryParameters['personalisation'],
): SignalLevel {
  const hasFewDeputies =
    inputs.running > 0 && compareRatio(inputs.withoutDeputy, inputs.running, lines.withoutDeputy) >= 0
  if (factor <= lines.absenceFactor[1] && hasFewDeputies) return CRITICAL
  return levelOf(lines.absenceFactor, (line) => factor <= line)
}

/** Those who coordinated most, all of them where several did equally much. */
function topPersons(byPerson: ReadonlyMap<string, number> | null): string[] | null {
  if (byPerson === null || byPerson.size === 0) return null
  const most = Math.max(...byPerson.values())
  return [...byPerson].flatMap(([personId, count]) => (count === most ? [personId] : [])).sort()
}
