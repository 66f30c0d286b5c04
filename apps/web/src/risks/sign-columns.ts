import { secondaryFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import { incomeGroupings } from '@commonweal/domain/risks/secondary/income-groups'
import type { Column } from '../ui/list-table.tsx'
import { shownMeasures } from './network-measure-words.ts'
import { sayLevel } from './reading-words.ts'
import type { MonthSigns } from './risks.queries.ts'
import type { Voice } from './voice.ts'
import '../words/of/signs.ts'

type Row = MonthSigns

/** The columns of the downloaded file: each sign with level, level held, value and what it rests on; then the measures. */
export function signColumns(v: Voice): Column<Row>[] {
  const { t } = v
  const column = (name: string, header: string, csv: (row: Row) => string | number | null): Column<Row> => ({
    name,
    header,
    cell: () => null,
    csv,
  })
  const level = (one: Parameters<typeof sayLevel>[1] | undefined) =>
    one === undefined ? t('signs:offLevel') : sayLevel(v, one)
  return [
    column('month', t('signs:columns.month'), ({ month }) => month),
    ...secondaryFlagNames.flatMap((name) => {
      const header = (part: 'level' | 'held' | 'value' | 'n') =>
        t('signs:column', { sign: t(`signs:name.${name}`), column: t(`signs:columns.${part}`) })
      return [
        column(`${name} level`, header('level'), ({ flags }) => level(flags[name]?.level)),
        column(`${name} held`, header('held'), ({ flags }) => level(flags[name]?.heldLevel)),
        column(`${name} value`, header('value'), ({ flags }) => flags[name]?.value ?? null),
        column(`${name} n`, header('n'), ({ flags }) => (flags[name]?.isWithheld ? null : (flags[name]?.n ?? null))),
      ]
    }),
    ...shownMeasures.map((name) =>
      column(name, t(`signs:measures.name.${name}`), ({ measures }) =>
        measures === null ? null : measures[name === 'oneInitiative' ? 'oneInitiativeShare' : name],
      ),
    ),
    ...incomeGroupings.flatMap((grouping) => [
      column(
        `${grouping} n`,
        `${t(`signs:measures.grouping.${grouping}`)}: ${t('signs:measures.columns.n')}`,
        (row) => row.measures?.income[grouping]?.n ?? null,
      ),
      column(
        `${grouping} hhi`,
        `${t(`signs:measures.grouping.${grouping}`)}: ${t('signs:measures.columns.hhi')}`,
        (row) => row.measures?.income[grouping]?.hhi ?? null,
      ),
    ]),
  ]
}
