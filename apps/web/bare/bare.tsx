// The floor for the pace of a list: React, one question to the same API, fifty rows of plain text. No router, no styles,
// no words, no links; the session is taken up as any page of this API has to.
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

interface Row {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly state: string
  readonly startedOn: string | null
  readonly plannedEndOn: string | null
  readonly lead: string | null
  readonly partners: number
}

function Bare() {
  const [rows, setRows] = useState<readonly Row[]>([])
  useEffect(() => void read().then(setRows), [])
  return (
    <table>
      <tbody>
        {rows.map(({ id, title, kind, state, startedOn, plannedEndOn, lead, partners }) => (
          <tr key={id}>
            <th>{title}</th>
            <td>{kind}</td>
            <td>{state}</td>
            <td>{startedOn}</td>
            <td>{plannedEndOn}</td>
            <td>{lead}</td>
            <td>{partners}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

async function read(): Promise<readonly Row[]> {
  const session = await fetch('/api/v1/session/refresh', { method: 'POST' })
  const { accessToken } = (await session.json()) as { accessToken: string }
  const communityId = new URLSearchParams(location.search).get('community') ?? ''
  const answer = await fetch(`/api/v1/communities/${communityId}/initiatives`, {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  return ((await answer.json()) as { items: readonly Row[] }).items
}

createRoot(document.querySelector('#root') as HTMLElement).render(<Bare />)
