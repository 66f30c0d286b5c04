import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { Rows } from '../ui/rows.tsx'
import { useWords } from '../words/words.tsx'
import { useKnownOn } from './known-on.tsx'
import { FactLink } from './fact-link.tsx'
import { factListsOf } from './fact-lists.ts'
import classes from './facts-of-reading.module.css'
import type { ReadingName } from './reading-words.ts'
import { factsQuery } from './risks.queries.ts'
import { useVoice } from './voice.ts'
import '../words/of/risks.ts'

/** Which initiatives, organisations and pledges raised a reading, each leading to its page. */
export function FactsOfReading({ name, month }: { name: ReadingName; month: string }) {
  const { t } = useWords()
  const v = useVoice()
  const { id } = useCommunity()
  const query = useQuery(factsQuery(id, month, useKnownOn()))
  return (
    <Faces query={query} loading={<Loading lines={3} />}>
      {(facts) => {
        const lists = factListsOf(v, name, facts)
        if (lists.length === 0) return <p>{t('risks:facts.nothing')}</p>
        return (
          <div className={classes.lists}>
            {lists.map(({ title, facts }) => (
              <div key={title}>
                <h5 className={classes.title}>
                  {title} <span className={classes.count}>{v.number(facts.length)}</span>
                </h5>
                <Rows
                  empty={t('risks:facts.nothing')}
                  rows={facts.map(({ key, things, detail }) => ({
                    key,
                    detail,
                    title: things.map(({ kind, id, name }, index) => (
                      <Fragment key={id}>
                        {index > 0 && ' + '}
                        <FactLink kind={kind} id={id} name={name} />
                      </Fragment>
                    )),
                  }))}
                />
              </div>
            ))}
          </div>
        )
      }}
    </Faces>
  )
}
