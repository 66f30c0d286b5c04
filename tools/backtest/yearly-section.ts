import type { DataFolder } from './data-folder.ts'
import { number, range, type Verdict } from './report.ts'
import type { Section } from './section.ts'
import { DAYS_OF_YEAR, historyOfNetworks, historyOfTies, noveltyOf, noveltyOfYears } from './yearly-networks.ts'

const SATURATED_YEARS = { from: '1976-01', to: '1994-12' }

export async function yearlySection(networks: readonly DataFolder[], ties: readonly DataFolder[]): Promise<Section> {
  const lines: string[] = []
  const verdicts: Verdict[] = []
  for (const folder of networks) {
    const rows = [(await folder.rows('networks.csv')) ?? [], (await folder.rows('memberships.csv')) ?? []] as const
    const years = noveltyOfYears(historyOfNetworks(...rows, '07-01')).filter(({ novelty }) => novelty.points !== null)
    const rates = years.flatMap(({ novelty }) => novelty.newTieRate ?? [])
    const partners = years.flatMap(({ novelty }) => novelty.newPartnerRate ?? [])
    lines.push(
      `${folder.name}: ${rows[0].length} networks that renewed themselves; ${years.length} readable years, new-tie rate ${range(rates, 2)}, new-partner rate ${range(partners, 2)}, novelty points ${range(
        years.map(({ novelty }) => novelty.points ?? 0),
        0,
      )}.`,
    )
  }
  for (const folder of ties) {
    const rows = (await folder.rows('ties.csv')) ?? []
    const points = DAYS_OF_YEAR.flatMap((day) =>
      noveltyOf(historyOfTies(rows, day)).filter(
        ({ month }) => month >= SATURATED_YEARS.from && month <= SATURATED_YEARS.to,
      ),
    )
    const read = points.flatMap(({ novelty }) => novelty.points ?? [])
    const most = read.length === 0 ? null : Math.max(...read)
    lines.push(
      `${folder.name}: ties by year, each placed on ${DAYS_OF_YEAR.join(' and on ')}; ${read.length} of ${points.length} months read, ${points.filter(({ novelty }) => novelty.isSaturated === true).length} saturated.`,
    )
    verdicts.push({
      text: `${folder.name}: at most ${number(most, 0)} novelty point in the saturated years ${SATURATED_YEARS.from} to ${SATURATED_YEARS.to}, at most 1 allowed`,
      isMet: most === null ? null : most <= 1,
    })
  }
  return { title: 'Networks known by years', lines, verdicts }
}
