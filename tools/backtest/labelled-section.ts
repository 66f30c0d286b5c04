import type { DataFolder } from './data-folder.ts'
import { resultsOf } from './detector.ts'
import { labelledCommunities, levelChangesPerYear, tallyCommunity } from './labelled-communities.ts'
import type { Random } from './random.ts'
import { detectorTable, number } from './report.ts'
import type { Section } from './section.ts'

export async function labelledSection(folder: DataFolder, random: Random): Promise<Section> {
  const communities = await labelledCommunities(folder)
  const results = resultsOf(communities.map(tallyCommunity), random)
  const dissolved = communities.filter((one) => one.isDissolved)
  const seen = communities.filter((one) => one.isEndSeen)
  const warning = (of: typeof results) => of.find(({ detector }) => detector === 'engine, warning')?.figures
  const recall = warning(results)?.recall ?? null
  const recallSeen = warning(resultsOf(seen.map(tallyCommunity), random))
  const changes = warning(results)?.changesPerYear ?? null
  return {
    title: `Labelled communities: ${communities.length}, of which ${dissolved.length} dissolved`,
    lines: [
      `Monthly counts, the flag's level machine alone (not the five families). The record stops at month 30: of the dissolved, ${dissolved.filter((one) => !one.isEndSeen).length} go on beyond it, so that a late alarm cannot be seen. Leads are of the ${dissolved.filter((one) => one.isEndSeen).length} whose end is seen. HHI > 0.25 is not asked: nobody's shares are recorded.`,
      '',
      detectorTable(results),
      '',
      `The flag moved by any level ${levelChangesPerYear(communities).toFixed(2)} times a year. Recall of the warning where the end is seen: ${number(recallSeen?.recall ?? null, 2)} (${recallSeen?.found} of ${recallSeen?.events}).`,
    ],
    verdicts: [
      {
        text: `labelled communities: ${number(changes, 2)} state changes a year of the warning, at most 0.25`,
        isMet: changes === null ? null : changes <= 0.25,
      },
      {
        text: `labelled communities: recall of the warning ${number(recall, 2)}, at least 0.60`,
        isMet: recall === null ? null : recall >= 0.6,
      },
    ],
  }
}
