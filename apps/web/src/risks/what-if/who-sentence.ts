import type { Voice } from '../voice.ts'
import type { Names } from './names.ts'
import '../../words/of/departures.ts'
import '../../words/of/partners.ts'

const NAMED = 3

/** One entry of the question by its name. */
export function sayEntry({ t }: Voice, names: Names, entry: string): string {
  if (entry === 'council') return t('departures:who.theLocalGovernment')
  const [kind, name = ''] = entry.split('_')
  if (kind === 'sector')
    return t('departures:who.allOf', { sector: t(`partners:sector.${name as 'ngo'}`) }).toLocaleLowerCase()
  if (kind === 'space') return names.space(name) ?? t('departures:who.unnamedSpace')
  return names.organisation(name) ?? name
}

/** Those who leave, by name as far as a sentence bears it. */
export function sayWho(v: Voice, names: Names, entries: readonly string[]): string {
  const said = entries.slice(0, NAMED).map((entry) => sayEntry(v, names, entry))
  const others = entries.length - said.length
  return v.list(others > 0 ? [...said, v.t('departures:who.others', { count: others })] : said)
}
