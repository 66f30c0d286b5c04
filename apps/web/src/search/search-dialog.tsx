import { searchKinds, type SearchHit } from '@commonweal/contracts/search'
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { useCommunity, useMay } from '../session/community.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Own } from '../ui/shown.tsx'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords, type Say } from '../words/words.tsx'
import { initiatives as initiativesWords } from '@commonweal/words/en/initiatives'
import { partners as partnersWords } from '@commonweal/words/en/partners'
import { pledges as pledgesWords } from '@commonweal/words/en/pledges'
import classes from './search-dialog.module.css'
import { searchQuery } from './search.queries.ts'
import '../words/of/common.ts'
import '../words/of/initiatives.ts'
import '../words/of/partners.ts'
import '../words/of/people.ts'
import '../words/of/pledges.ts'
import '../words/of/search.ts'

export type OpenHit = (hit: SearchHit) => void

/** Finds things by a few letters; arrow keys choose, Enter opens. */
export function SearchDialog({ onClose, onOpenHit }: { onClose: () => void; onOpenHit: OpenHit }) {
  const { t } = useWords()
  const { id } = useCommunity()
  const canManage = useMay()('people:manage')
  const list = useId()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const [chosen, setChosen] = useState(0)
  const { data, error } = useQuery(searchQuery(id, q))
  const found = q ? (data?.items ?? []) : []
  // People have a page for stewards only; others find them on the list.
  const hits = searchKinds.flatMap((kind) =>
    found.filter((hit) => hit.kind === kind && (kind !== 'person' || canManage)),
  )
  const optionId = (index: number) => `${list}-${index}`

  useEffect(() => setChosen(0), [q])
  useEffect(() => {
    document.getElementById(`${list}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, list])

  const steer = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const hit = hits[chosen]
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % Math.max(hits.length, 1))
    else if (event.key === 'ArrowUp') setChosen((chosen - 1 + hits.length) % Math.max(hits.length, 1))
    else if (event.key === 'Enter' && hit) onOpenHit(hit)
    else return
    event.preventDefault()
  }

  return (
    <Dialog title={t('search:title')} onClose={onClose} isAtTop>
      <TextInput
        data-autofocus
        type="search"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? optionId(chosen) : undefined}
        autoComplete="off"
        maxLength={100}
        label={t('search:label')}
        description={t('search:hint')}
        leftSection={<IconSearch aria-hidden="true" size={18} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={steer}
      />
      <p role="status" className={classes.status}>
        {error ? sayProblem(t, error) : sayStatus(t, q, data ? hits.length : null)}
      </p>
      <div id={list} role="listbox" aria-label={t('search:results')} className={classes.list}>
        {searchKinds.map((kind) => {
          const own = hits.filter((hit) => hit.kind === kind)
          if (own.length === 0) return null
          return (
            <div key={kind} role="group" aria-label={t(`search:kind.${kind}`)}>
              <div aria-hidden="true" className={classes.kind}>
                {t(`search:kind.${kind}`)}
              </div>
              {own.map((hit) => {
                const index = hits.indexOf(hit)
                return (
                  // The keyboard steers from the field above, by aria-activedescendant.
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                  <div
                    key={optionId(index)}
                    id={optionId(index)}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === chosen}
                    className={classes.hit}
                    onClick={() => onOpenHit(hit)}
                    onMouseMove={() => setChosen(index)}
                  >
                    <Own>{hit.title}</Own>
                    {hit.detail && (
                      <span className={classes.detail}>
                        <Own>{sayDetail(t, hit.kind, hit.detail)}</Own>
                      </span>
                    )}
                  </div>
                )
              })}
            </div>
          )
        })}
      </div>
    </Dialog>
  )
}

function sayStatus(t: Say, q: string, count: number | null): string {
  if (!q) return t('search:start')
  if (count === null) return t('common:loading')
  return count === 0 ? t('search:nothing', { q }) : t('search:found', { count })
}

/** Sectors and states come as codes; the rest is people's own text. */
function sayDetail(t: Say, kind: SearchHit['kind'], detail: string): string {
  if (kind === 'partner' && isKeyOf(partnersWords.sector, detail)) return t(`partners:sector.${detail}`)
  if (kind === 'initiative' && isKeyOf(initiativesWords.state, detail)) return t(`initiatives:state.${detail}`)
  if (kind === 'pledge' && isKeyOf(pledgesWords.route, detail)) return t(`pledges:route.${detail}`)
  return detail
}

function isKeyOf<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key)
}
