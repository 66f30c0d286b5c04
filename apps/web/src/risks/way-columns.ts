import type { Column } from '../ui/list-table.tsx'
import { sayStep } from './explained-words.ts'
import type { NamedExplanation, NamedSignExplanation } from './risks.queries.ts'
import { sayAgain, saySignStep } from './sign-driver-words.ts'
import { stepThings } from './step-things.ts'
import type { Voice } from './voice.ts'
import '../words/of/explanations.ts'

/** One thing that would happen, on its line of the downloaded file; what is needed together has one number. */
export interface WayRow {
  readonly way: number
  readonly said: string
  /** Names of what it would happen to. */
  readonly things: readonly string[]
  readonly by: string
  readonly score: number
}

/** What would lower a flag, as it stands on screen. */
export function wayRows(v: Voice, { ways, names }: NamedExplanation): WayRow[] {
  return ways.flatMap(({ steps, by, score }, index) =>
    steps.map((step) => ({
      way: index + 1,
      said: sayStep(v, step),
      things: namesOf(stepThings(step).ids, names),
      by,
      score,
    })),
  )
}

/** What would lower a sign, as it stands on screen. */
export function signWayRows(v: Voice, { ways, names }: NamedSignExplanation): WayRow[] {
  return ways.flatMap(({ steps, by, score }, index) =>
    steps.map((step) => ({
      way: index + 1,
      said: [saySignStep(v, step), sayAgain(v, step)].filter((one) => one !== null).join(' '),
      things: namesOf(
        step.things.map(([, id]) => id),
        names,
      ),
      by,
      score,
    })),
  )
}

function namesOf(ids: readonly string[], names: Readonly<Record<string, string>>): string[] {
  return ids.map((id) => names[id] ?? id)
}

/** The columns of the downloaded file, by whether the reading is in points or in levels. */
export function wayColumns({ t }: Voice, mostScore: 10 | 3): Column<WayRow>[] {
  return [
    { name: 'way', header: t('explanations:ways.columns.way'), csv: ({ way }) => way },
    { name: 'said', header: t('explanations:ways.columns.said'), csv: ({ said }) => said },
    { name: 'things', header: t('explanations:ways.columns.things'), csv: ({ things }) => things.join('; ') },
    { name: 'by', header: t('explanations:ways.columns.by'), csv: ({ by }) => by },
    {
      name: 'score',
      header: t(mostScore === 10 ? 'explanations:ways.columns.points' : 'explanations:ways.columns.level'),
      csv: ({ score }) => score,
    },
  ]
}
