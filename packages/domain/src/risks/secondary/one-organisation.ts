import { concentration } from '../funding/concentration.ts'
import { compareRatio } from '../statistics/threshold.ts'
import type { GraphFigures } from './network-measures.ts'
import type { SecondaryParameters } from './secondary-parameters.ts'
import { levelOf, type Signal, worst } from './signal.ts'

export interface OneOrganisationInputs {
  /** Lead and co-lead roles of the window by organisation. */
  readonly leads: ReadonlyMap<string, number>
  /** Participations of the window by organisation. */
  readonly participations: ReadonlyMap<string, number>
  readonly running: number
  /** Partners of running initiatives, tied or not. */
  readonly partners: number
  readonly figures: Pick<GraphFigures, 'bridges' | 'degreeCentralisation' | 'maxCore'>
}

const SHOWN_BRIDGES = 10

/**
 * One organisation carries all: the least number of organisations that hold half of the lead roles of 12 months, read from eight
 * running initiatives on, and bridge partners: those whose leaving cuts others off. value: that number of organisations. n: lead
 * roles. Source: CHAOSS elephant factor; Tarjan 1972; docs/indicators.md §6; docs/adr/0071.
 */
export function readOneOrganisation(
  inputs: OneOrganisationInputs,
  lines: SecondaryParameters['oneOrganisation'],
): Signal {
  const counts = [...inputs.leads].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const measures = concentration(counts.map(([, count]) => count))
  const factor = inputs.running >= lines.leastRunning ? measures.absenceFactor : null
  const cutsOff = inputs.figures.bridges[0]?.cutsOff ?? 0
  const parts = {
    elephant: factor === null ? null : levelOf(lines.elephantFactor, (line) => factor <= line),
    bridge:
      inputs.partners === 0
        ? null
        : levelOf(lines.bridgeCutsOff, (line) => compareRatio(cutsOff, inputs.partners, line) >= 0),
  }
  const score = worst(parts)
  return {
    score,
    ...(score === null ? { reason: 'too-few' as const } : {}),
    value: factor,
    interval: null,
    n: counts.reduce((sum, [, count]) => sum + count, 0),
    parts,
    contributors: {
      topLeads: counts.slice(0, 3).map(([organisationId, leads]) => ({ organisationId, leads })),
      bridges: inputs.figures.bridges
        .slice(0, SHOWN_BRIDGES)
        .map(({ name, cutsOff: cut }) => ({ organisationId: name, cutsOff: cut })),
    },
    // Asked for where it is shown, which is not every month that is read.
    get reported() {
      return {
        largestCut: inputs.partners === 0 ? null : cutsOff / inputs.partners,
        partnersRunning: inputs.partners,
        bridgePartners: inputs.figures.bridges.length,
        running: inputs.running,
        topLeadShare: measures.reliance,
        degreeCentralisation: inputs.figures.degreeCentralisation,
        participationHhi: concentration([...inputs.participations.values()]).hhi,
        maxCore: inputs.figures.maxCore,
      }
    },
    persons: null,
  }
}
