import type { MonthReading } from '@commonweal/domain/risks/timeline'
import type { FlagName } from './flag-words.ts'
import { sublevelNames } from './funding-words.ts'
import { levelOfGrade, sayLevel } from './reading-words.ts'
import { familyNames } from './stagnation-words.ts'
import type { Voice } from './voice.ts'
import '../words/of/readings.ts'
import '../words/of/risks.ts'

interface TableColumn {
  readonly name: string
  readonly header: string
  readonly value: (month: MonthReading) => string | number | null
}

/** The columns of the table and of the downloaded file, flag by flag. A sub-level is said by its word, points by their number. */
export function tableColumns(
  v: Voice,
): readonly { readonly flag: FlagName; readonly columns: readonly TableColumn[] }[] {
  const { t } = v
  const shared = (flag: FlagName): TableColumn[] => [
    { name: 'level', header: t('risks:table.level'), value: (month) => sayLevel(v, month[flag].level) },
    { name: 'held', header: t('risks:table.held'), value: (month) => sayLevel(v, month[flag].heldLevel) },
    { name: 'score', header: t('risks:table.score'), value: (month) => month[flag].score },
  ]
  return [
    {
      flag: 'stagnation',
      columns: [
        ...shared('stagnation'),
        ...familyNames.map((name) => ({
          name,
          header: t(`readings:family.${name}.title`),
          value: ({ stagnation }: MonthReading) => stagnation.families[name].points,
        })),
      ],
    },
    {
      flag: 'funding',
      columns: [
        ...shared('funding'),
        ...sublevelNames.map((name) => ({
          name,
          header: t(`readings:sublevel.${name}.title`),
          value: ({ funding }: MonthReading) => {
            const { level } = funding.sublevels[name]
            return level === null ? null : sayLevel(v, levelOfGrade(level))
          },
        })),
      ],
    },
  ]
}
