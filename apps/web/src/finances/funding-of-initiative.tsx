import { useQuery } from '@tanstack/react-query'
import { useCommunity } from '../session/community.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { useWords } from '../words/words.tsx'
import { Figures } from './figures.tsx'
import { fundingPictureQuery } from './finances.queries.ts'
import { lineTitle, shownFigures } from './funding-lines.ts'
import classes from './funding-of-initiative.module.css'
import '../words/of/finances.ts'
import '../words/of/pledges.ts'

/** What is promised to one initiative, what arrived, and what is late. */
export function FundingOfInitiative({ initiativeId }: { readonly initiativeId: string }) {
  const { t } = useWords()
  const { id } = useCommunity()
  return (
    <Faces query={useQuery(fundingPictureQuery(id, initiativeId))} loading={<Loading lines={2} />}>
      {({ lines }) => (
        <div className={classes.lines}>
          {lines.map((line) => (
            <section key={lineTitle(t, line)} aria-label={lineTitle(t, line)}>
              <h3 className={classes.title}>{lineTitle(t, line)}</h3>
              <Figures figures={shownFigures(line)} />
            </section>
          ))}
        </div>
      )}
    </Faces>
  )
}
