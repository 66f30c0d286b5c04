import type { Driver, Drivers } from '@commonweal/domain/risks/explain/driver'
import type { Explanation } from '@commonweal/domain/risks/explain/explain'
import type { Value } from '@commonweal/domain/risks/explain/value'
import { decimalOf } from '../money/money.ts'
import type { Column } from '../ui/list-table.tsx'
import type { DriverWords } from './driver-list.tsx'
import type { Voice } from './voice.ts'
import '../words/of/explanations.ts'

/** A driving fact on its line of the downloaded file. */
export interface DriverRow<Said extends string> {
  readonly driver: Driver<Said>
  readonly isRaising: boolean
}

/** Facts that raise a flag or a sign, then those that hold it down, as they stand on screen. */
export function driverRows<Said extends string>({ raising, holding }: Drivers<Said>): DriverRow<Said>[] {
  return [
    ...raising.map((driver) => ({ driver, isRaising: true })),
    ...holding.map((driver) => ({ driver, isRaising: false })),
  ]
}

interface Told extends Pick<Explanation, 'mostScore'> {
  readonly names: Readonly<Record<string, string>>
}

/** The columns of the downloaded file: what the list says, its figures as numbers. */
export function driverColumns<Said extends string>(
  v: Voice,
  currency: string,
  say: DriverWords<Said>,
  { names, mostScore }: Told,
): Column<DriverRow<Said>>[] {
  const { t } = v
  const plain = (value: Value | undefined) =>
    value === undefined ? null : value.type === 'money' ? decimalOf(value.value, currency) : value.value
  const column = (
    name: string,
    header: string,
    csv: (driver: Driver<Said>, row: DriverRow<Said>) => string | number | null,
  ): Column<DriverRow<Said>> => ({ name, header, csv: (row) => csv(row.driver, row) })
  return [
    column('does', t('explanations:drivers.columns.does'), (_, { isRaising }) =>
      t(isRaising ? 'explanations:drivers.columns.raises' : 'explanations:drivers.columns.holds'),
    ),
    column('kind', t('explanations:drivers.columns.kind'), ({ kind }) => t(`explanations:drivers.kind.${kind}`)),
    column('name', t('explanations:drivers.columns.name'), ({ id }) => names[id] ?? id),
    column('said', t('explanations:drivers.columns.said'), say.fact),
    column(
      'effect',
      t(mostScore === 10 ? 'explanations:drivers.columns.points' : 'explanations:drivers.columns.levels'),
      ({ effect }) => effect,
    ),
    column('scoreWithout', t('explanations:drivers.columns.scoreWithout'), ({ scoreWithout }) => scoreWithout),
    column('measure', t('explanations:drivers.columns.measure'), ({ moves }) => moves && say.measure(moves)),
    column('with', t('explanations:drivers.columns.with'), ({ moves }) => plain(moves?.with)),
    column('without', t('explanations:drivers.columns.without'), ({ moves }) => plain(moves?.without)),
    column('unreadable', t('explanations:drivers.columns.unreadable'), ({ unreadableWithout }) =>
      unreadableWithout.map(say.reading).join('; '),
    ),
  ]
}
