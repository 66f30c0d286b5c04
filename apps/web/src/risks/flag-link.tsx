import { Link } from '@tanstack/react-router'
import type { FlagCode } from '@commonweal/domain/risks/explain/flag-code'
import { useCommunity } from '../session/community.tsx'
import { useWords } from '../words/words.tsx'
import { useKnownOn } from './known-on.tsx'
import type { FlagName } from './flag-words.ts'
import '../words/of/explanations.ts'
import '../words/of/risks.ts'

export const codeOf: Readonly<Record<FlagName, FlagCode>> = {
  stagnation: 'network-stagnation',
  funding: 'funding-dependency',
}

/** Leads to the page of a flag; the name of the flag is said to whom only hears the link. */
export function FlagLink({ flag, month }: { readonly flag: FlagName; readonly month?: string }) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const knownOn = useKnownOn()
  return (
    <Link
      to="/c/$slug/vital-signs/$flag"
      params={{ slug, flag: codeOf[flag] }}
      search={{ ...(month === undefined ? {} : { month }), ...(knownOn === null ? {} : { knownOn }) }}
      aria-label={t('explanations:page.readOf', { flag: t(`risks:flag.${flag}`) })}
    >
      {t('explanations:page.read')}
    </Link>
  )
}
