import { useState, type ReactNode } from 'react'
import { ChangedMeanwhile, type Conflict } from './changed-meanwhile.tsx'
import { mergeThreeWay } from './three-way.ts'

interface Options<Thing, Values extends Record<string, string>> {
  /** The thing as the form opened it. */
  readonly opened: Thing
  readonly valuesOf: (thing: Thing) => Values
  readonly fetchFresh: () => Promise<Thing>
  readonly form: { readonly getValues: () => Values; readonly setValues: (values: Partial<Values>) => void }
  /** Label of a field; null for one that only goes along with another. */
  readonly sayField: (name: keyof Values & string) => string | null
  readonly sayValue: (name: keyof Values & string, value: string) => string
  /** Fields that change together with the one a person chooses. */
  readonly companions?: Readonly<Partial<Record<keyof Values & string, readonly (keyof Values & string)[]>>>
}

interface Change {
  readonly count: number
  readonly adopted: readonly string[]
  readonly conflicts: readonly Conflict[]
  readonly onChoose: (name: string, side: 'yours' | 'theirs') => void
}

/**
 * The state the next save starts from. When somebody else saved first, theirs becomes the base, what they alone changed
 * is taken over, what both changed is asked, and nothing typed is lost.
 */
export function useMeanwhile<Thing, Values extends Record<string, string>>(options: Options<Thing, Values>) {
  const { opened, valuesOf, fetchFresh, form, sayField, sayValue } = options
  const companions: Readonly<Record<string, readonly string[] | undefined>> = options.companions ?? {}
  const [base, setBase] = useState(opened)
  const [change, setChange] = useState<Change | null>(null)

  async function mergeChange(): Promise<void> {
    const fresh = await fetchFresh()
    const sides = { yours: { ...form.getValues() }, theirs: valuesOf(fresh) }
    const merge = mergeThreeWay(valuesOf(base), sides.yours, sides.theirs)
    form.setValues(merge.values as Partial<Values>)
    setBase(fresh)
    setChange((before) => ({
      count: (before?.count ?? 0) + 1,
      adopted: merge.adopted.map(sayField).filter((label) => label !== null),
      conflicts: merge.conflicts.flatMap((name) => {
        const label = sayField(name)
        return label
          ? [
              {
                name,
                label,
                shown: {
                  yours: sayValue(name, sides.yours[name] ?? ''),
                  theirs: sayValue(name, sides.theirs[name] ?? ''),
                },
              },
            ]
          : []
      }),
      onChoose: (name, side) =>
        form.setValues(
          Object.fromEntries(
            [name, ...(companions[name] ?? [])].map((one) => [one, sides[side][one]]),
          ) as Partial<Values>,
        ),
    }))
  }

  const notice: ReactNode = change && <ChangedMeanwhile key={change.count} {...change} />
  return { base, notice, mergeChange }
}
