import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { partnerChoices } from '../../../../partners/partners.queries.ts'
import { useCommunity, useMay } from '../../../../session/community.tsx'
import { Rows } from '../../../../ui/rows.tsx'
import { Section } from '../../../../ui/section.tsx'
import { useWords } from '../../../../words/words.tsx'
import '../../../../words/of/today.ts'

const steps = [
  { name: 'import', to: '/c/$slug/exchange' },
  { name: 'partner', to: '/c/$slug/partners/new' },
  { name: 'invite', to: '/c/$slug/people/invitations' },
  { name: 'space', to: '/c/$slug/spaces/new' },
  { name: 'initiative', to: '/c/$slug/initiatives/new' },
] as const satisfies readonly { readonly name: string; readonly to: NonNullable<LinkProps['to']> }[]

/** What a steward does first in a community without partners; where there are some already, or somebody else looks, the children. */
export function FirstSteps({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const isSteward = useMay()('imports:run')
  const { data } = useQuery({ ...partnerChoices(id, '', false), enabled: isSteward })
  if (!isSteward || (data && data.length > 0)) return children
  if (!data) return null
  return (
    <Section title={t('today:first.title')}>
      <Rows
        empty=""
        rows={steps.map(({ name, to }) => ({
          key: name,
          title: (
            <Link to={to} params={{ slug }}>
              {t(`today:first.${name}`)}
            </Link>
          ),
          detail: t(`today:first.why.${name}`),
        }))}
      />
    </Section>
  )
}
