import { secondaryFlagNames, type SecondaryFlagName } from '@commonweal/domain/risks/secondary/flag-names'
import { secondaryParameters } from '@commonweal/domain/risks/secondary/secondary-parameters'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCommunity, useMay } from '../session/community.tsx'
import { CsvOfRows } from '../ui/csv-button.tsx'
import { Faces } from '../ui/faces.tsx'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import { useKnownOn } from './known-on.tsx'
import { NetworkMeasuresTable } from './network-measures-table.tsx'
import classes from './other-signs.module.css'
import { personSignsQuery, signsQuery, type NamedSigns, type PersonSigns } from './risks.queries.ts'
import { signColumns } from './sign-columns.ts'
import { SignItem, signCell } from './sign-item.tsx'
import type { SignVoice } from './sign-words.ts'
import { useVoice } from './voice.ts'
import '../words/of/risks.ts'
import '../words/of/signs.ts'

interface Props {
  /** The months the page shows, and the one somebody looks at. */
  readonly months: readonly string[]
  readonly month: string
}

/** Signs of the other threats as small multiples, and the measures that are only shown. Asked for after the two flags. */
export function OtherSigns({ months, month }: Props) {
  const { id } = useCommunity()
  const may = useMay()
  const knownOn = useKnownOn()
  const query = useQuery(signsQuery(id, knownOn))
  const persons = useQuery({ ...personSignsQuery(id, knownOn), enabled: may('risks:read-persons') })
  return (
    <Faces query={query}>
      {(signs) => <Signs signs={joined(signs, persons.data)} months={months} month={month} />}
    </Faces>
  )
}

function Signs({ signs, months, month }: Props & { readonly signs: NamedSigns }) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const shown = useMemo(() => {
    const asked = new Set(months)
    return signs.months.filter((one) => asked.has(one.month))
  }, [signs, months])
  const cells = useMemo(
    () =>
      Object.fromEntries(
        secondaryFlagNames.map((name) => [name, shown.map(({ flags }) => signCell(flags[name]))]),
      ) as Record<SecondaryFlagName, ReturnType<typeof signCell>[]>,
    [shown],
  )
  const voice: SignVoice = {
    ...v,
    name: (one) => signs.names[one] ?? t('risks:facts.unnamed'),
  }
  const position = Math.max(
    0,
    shown.findIndex((one) => one.month === month),
  )
  const reading = shown[position]
  if (!reading) return null

  return (
    <>
      <Section
        title={t('signs:title')}
        actions={
          <CsvOfRows columns={signColumns(voice)} rows={shown} fileName={`${slug}-other-signs`} of={t('signs:title')} />
        }
      >
        <p className={classes.lead}>
          {t('signs:lead')} {t('signs:month', { month: v.month(reading.month) })}
        </p>
        <ul className={classes.items}>
          {secondaryFlagNames.map((name) => (
            <SignItem
              key={name}
              name={name}
              flag={reading.flags[name]}
              month={reading.month}
              voice={voice}
              cells={cells[name]}
              position={position}
            />
          ))}
        </ul>
        <p className={classes.lead}>
          {t('signs:needs', {
            initiatives: v.number(secondaryParameters.least.initiatives),
            partners: v.number(secondaryParameters.least.partners),
          })}
        </p>
      </Section>
      <NetworkMeasuresTable measures={reading.measures} months={shown} voice={voice} />
    </>
  )
}

/** The signs with what tells of persons in its place, where the person may see it. */
function joined(signs: NamedSigns, persons: PersonSigns | undefined): NamedSigns {
  if (!persons) return signs
  const byMonth = new Map(persons.months.map(({ month, flags }) => [month, flags]))
  return {
    ...signs,
    months: signs.months.map((one) => ({ ...one, flags: { ...one.flags, ...byMonth.get(one.month) } })),
    names: { ...signs.names, ...persons.names },
  }
}
