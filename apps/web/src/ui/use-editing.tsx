import { useQueryClient, type FetchQueryOptions } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { isProblem } from '../http/problem-error.ts'
import { useWords } from '../words/words.tsx'
import { ChangedMeanwhile, type Conflict } from './changed-meanwhile.tsx'
import { errorsByField, type FieldOfProblem } from './form-errors.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { mergeThreeWay } from './three-way.ts'

interface Options<Thing, Values extends Record<string, string>, Body> {
  /** The thing as the form opened it. */
  readonly opened: Thing
  readonly query: FetchQueryOptions<Thing, Error, Thing, string[]>
  readonly valuesOf: (thing: Thing) => Values
  readonly bodyOf: (values: Values) => Body
  readonly form: {
    readonly getValues: () => Values
    readonly setValues: (values: Partial<Values>) => void
    readonly setErrors: (errors: Record<string, string>) => void
    readonly isDirty: () => boolean
  }
  readonly edit: {
    readonly mutate: (
      change: { body: Body; revision: number },
      then: { onSuccess: (saved: Thing) => void; onError: (error: unknown) => void },
    ) => void
    readonly error: unknown
    readonly isPending: boolean
  }
  readonly fieldOfProblem: FieldOfProblem
  readonly onSaved: (saved: Thing) => void
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
 * A form that changes what is there. A save starts from the revision it was opened with; when somebody else saved first, theirs becomes
 * the base, what they alone changed is taken over, what both changed is asked, and nothing typed is lost. Leaving it unsaved is asked about.
 */
export function useEditing<Thing extends { readonly revision: number }, Values extends Record<string, string>, Body>(
  options: Options<Thing, Values, Body>,
) {
  const { opened, query, valuesOf, bodyOf, form, edit, fieldOfProblem, onSaved, sayField, sayValue } = options
  const companions: Readonly<Record<string, readonly string[] | undefined>> = options.companions ?? {}
  const { t } = useWords()
  const queries = useQueryClient()
  const [base, setBase] = useState(opened)
  const [change, setChange] = useState<Change | null>(null)
  const [isTheirsMissing, setTheirsMissing] = useState(false)
  const isSaved = useRef(false)

  async function mergeChange(): Promise<void> {
    const fresh = await queries.fetchQuery({ ...query, staleTime: 0 })
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

  const onSubmit = (values: Values): void => {
    setTheirsMissing(false)
    edit.mutate(
      { body: bodyOf(values), revision: base.revision },
      {
        onSuccess: (saved) => {
          isSaved.current = true
          onSaved(saved)
        },
        onError: (error) => {
          if (isProblem(error, 'changed-meanwhile')) mergeChange().catch(() => setTheirsMissing(true))
          else form.setErrors(errorsByField(t, error, fieldOfProblem))
        },
      },
    )
  }

  const isMerged = isProblem(edit.error, 'changed-meanwhile') && !isTheirsMissing
  const notice: ReactNode = change && <ChangedMeanwhile key={change.count} {...change} />
  return {
    /** Moves on where a change of somebody else was merged. */
    revision: base.revision,
    guard: <LeaveGuard isUnsaved={() => form.isDirty() && !isSaved.current} />,
    /** For the form: what became of the last save, and how to save. */
    sending: { isSending: edit.isPending, error: isMerged ? null : edit.error, notice, onSubmit },
  }
}
