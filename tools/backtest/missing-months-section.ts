import type { DataFolder } from './data-folder.ts'
import { stepsOfUse, monthlyUse } from './monthly-use.ts'
import type { Verdict } from './report.ts'
import type { Section } from './section.ts'

export async function missingMonthsSection(folders: readonly DataFolder[]): Promise<Section> {
  const lines: string[] = []
  const verdicts: Verdict[] = []
  for (const folder of folders) {
    const series = monthlyUse((await folder.rows('monthly.csv')) ?? [])
    const missing = series.flatMap(({ months, use }) => {
      const steps = stepsOfUse(use)
      const zeros = stepsOfUse(use.map((value) => value ?? 0))
      return use.flatMap((value, month) =>
        value === null
          ? [{ month: months[month] ?? '', step: steps[month], before: steps[month - 1], asZero: zeros[month] }]
          : [],
      )
    })
    const isFrozen = missing.every(
      ({ step, before }) =>
        step?.calledLevel === null &&
        step.state.level === (before?.state.level ?? 'none') &&
        step.state.insufficientSince !== null,
    )
    lines.push(
      `${folder.name}: ${series.length} series of ${series[0]?.months.length ?? 0} months, ${missing.length} months missing (${missing.map(({ month }) => month).join(', ')}); read as zero, ${missing.filter(({ asZero }) => asZero?.calledLevel !== null && asZero?.calledLevel !== 'none').length} of them would have called for a level.`,
    )
    verdicts.push({
      text: `${folder.name}: ${missing.length} missing months are insufficient and freeze the level, none is read as zero`,
      isMet: missing.length === 0 ? null : isFrozen,
    })
  }
  return { title: 'Monthly use with missing months', lines, verdicts }
}
