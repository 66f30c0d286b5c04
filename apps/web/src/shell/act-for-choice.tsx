import type { MyCommunity } from '@commonweal/contracts/access'
import { NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import { actFor } from '../http/on-behalf.ts'
import { useCommunity } from '../session/community.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/session.ts'

/** Who acts for several organisations says for which one; it is remembered in this tab. */
export function ActForChoice({ organisations }: { organisations: MyCommunity['organisations'] }) {
  const { t } = useWords()
  const { id } = useCommunity()
  const place = `commonweal-act-for-${id}`
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(place) ?? '')
  const isTheirs = organisations.some((one) => one.id === chosen)

  useEffect(() => {
    actFor(id, isTheirs ? chosen : null)
    return () => actFor(id, null)
  }, [id, chosen, isTheirs])

  return (
    <NativeSelect
      size="sm"
      label={t('session:actFor')}
      value={isTheirs ? chosen : ''}
      data={[{ value: '', label: t('session:actForNone') }, ...choicesOf(organisations)]}
      onChange={(event) => {
        sessionStorage.setItem(place, event.currentTarget.value)
        setChosen(event.currentTarget.value)
      }}
    />
  )
}

/** One choice an organisation, also where a person acts for it in both capacities. */
function choicesOf(organisations: MyCommunity['organisations']) {
  return [...new Map(organisations.map(({ id, name }) => [id, { value: id, label: name }])).values()]
}
