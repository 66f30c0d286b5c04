import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCommunity } from '../session/community.tsx'
import { keptQuery } from './kept.queries.ts'
import { marksOf, revisionsOf } from './marks.ts'
import type { SeenTimeline } from './risks.queries.ts'

/** What is to be marked on the lines of months: revisions, other thresholds, countermeasures. */
export function useMarks({ months, thresholds, withheld, known }: SeenTimeline) {
  const { id } = useCommunity()
  const kept = useQuery(keptQuery(id)).data
  const isWithheld = (withheld ?? []).length > 0
  const isThen = known !== undefined
  const revisions = useMemo(
    // What was said of funding rested on all there was; it is no revision that less is seen here.
    () => (isThen ? [] : revisionsOf(kept?.said ?? [], months).filter(({ flag }) => !isWithheld || flag !== 'funding')),
    [kept, months, isWithheld, isThen],
  )
  const marks = useMemo(() => marksOf(revisions, thresholds, kept?.measures ?? []), [revisions, thresholds, kept])
  return { revisions, marks }
}
