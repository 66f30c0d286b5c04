import { Button } from '@mantine/core'
import { IconTableDown } from '@tabler/icons-react'
import { useCommunity } from '../../session/community.tsx'
import { useAnnounce } from '../../ui/announcements.tsx'
import { csvOf } from '../../ui/csv.ts'
import { type Column, ListTable } from '../../ui/list-table.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useWords } from '../../words/words.tsx'
import { FactLink } from '../fact-link.tsx'
import { useVoice, type Voice } from '../voice.ts'
import { SectorMark } from './network-legend.tsx'
import classes from './network-table.module.css'
import type { Organisations, ShownNetwork, ShownPartner } from './shown-network.ts'
import '../../words/of/common.ts'
import '../../words/of/network.ts'
import '../../words/of/partners.ts'

interface Props {
  readonly shown: ShownNetwork
  readonly sort: string | undefined
  readonly onSort: (sort: string) => void
}

const standardSort = '-strength'

/** The partners of the network with everything the picture says of them. */
export function NetworkTable({ shown, sort = standardSort, onSort }: Props) {
  const { t, locale } = useWords()
  const v = useVoice()
  const columns = partnerColumns(v)
  return (
    <>
      <ListTable
        label={t('network:table.label', { month: v.month(shown.month) })}
        rows={sorted(shown.partners, sort, v, locale)}
        rowKey={({ organisationId }) => organisationId}
        columns={columns}
        sort={sort}
        onSort={onSort}
      />
      <p className={classes.hint}>{t('network:table.hint')}</p>
    </>
  )
}

/** Downloads what is shown: the partners, and the ties between them. */
export function NetworkDownloads({ shown, organisations }: { shown: ShownNetwork; organisations: Organisations }) {
  const { t, locale } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const announce = useAnnounce()
  const save = (name: string, csv: string, count: number) => {
    saveFile(`${slug}-${name}-${shown.month}.csv`, new Blob([csv], { type: 'text/csv;charset=utf-8' }))
    announce(t('common:list.csvDone', { count }))
  }
  const partners = () => sorted(shown.partners, standardSort, v, locale)
  return (
    <>
      <Download
        label={t('network:table.csv')}
        onPress={() => save('network-partners', csvOf(partnerColumns(v), partners()), shown.partners.length)}
      />
      <Download
        label={t('network:ties.csv')}
        onPress={() => save('network-ties', csvOf(tieColumns(v, organisations), shown.ties), shown.ties.length)}
      />
    </>
  )
}

function Download({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <Button
      variant="subtle"
      size="sm"
      leftSection={<IconTableDown aria-hidden="true" size={18} />}
      onClick={onPress}
      data-no-print
    >
      {label}
    </Button>
  )
}

function partnerColumns({ t, number }: Voice): Column<ShownPartner>[] {
  const sectorOf = ({ sector }: ShownPartner) => t(`partners:sector.${sector}`)
  return [
    {
      name: 'partner',
      header: t('network:table.partner'),
      sort: 'name',
      cell: ({ organisationId, name }) => <FactLink kind="organisation" id={organisationId} name={name} />,
      csv: ({ name }) => name,
    },
    {
      name: 'sector',
      header: t('network:table.sector'),
      sort: 'sector',
      isPlain: true,
      cell: (row) => (
        <span className={classes.sector}>
          <SectorMark sector={row.sector} /> {sectorOf(row)}
        </span>
      ),
      csv: sectorOf,
    },
    ...(['initiatives', 'ties'] as const).map((name) => ({
      name,
      header: t(`network:table.${name}`),
      sort: name,
      count: (row: ShownPartner) => row[name],
    })),
    {
      name: 'strength',
      header: t('network:table.strength'),
      sort: 'strength',
      isNumeric: true,
      cell: ({ strength }) => <data value={strength}>{number(strength)}</data>,
      csv: ({ strength }) => strength,
    },
    {
      name: 'part',
      header: t('network:table.part'),
      sort: 'part',
      count: ({ part }) => part + 1,
    },
    {
      name: 'cutsOff',
      header: t('network:table.cutsOff'),
      sort: 'cutsOff',
      cell: ({ cutsOff }) =>
        cutsOff === 0 ? t('network:table.noBridge') : t('network:table.bridge', { count: cutsOff }),
      csv: ({ cutsOff }) => cutsOff,
    },
  ]
}

function tieColumns({ t }: Voice, { nameOf, sectorOf }: Organisations): Column<ShownNetwork['ties'][number]>[] {
  const column = (name: string, header: string, csv: Column<ShownNetwork['ties'][number]>['csv']) => ({
    name,
    header,
    cell: () => null,
    ...(csv ? { csv } : {}),
  })
  const sector = (id: string) => t(`partners:sector.${sectorOf(id)}`)
  return [
    column('one', t('network:ties.one'), ({ organisationIds: [one] }) => nameOf(one)),
    column('oneSector', t('network:ties.oneSector'), ({ organisationIds: [one] }) => sector(one)),
    column('other', t('network:ties.other'), ({ organisationIds: [, other] }) => nameOf(other)),
    column('otherSector', t('network:ties.otherSector'), ({ organisationIds: [, other] }) => sector(other)),
    column('strength', t('network:ties.strength'), ({ strength }) => strength),
    column('initiatives', t('network:ties.initiatives'), ({ initiativeIds }) => initiativeIds.length),
    column('thin', t('network:ties.thin'), ({ isThin }) => t(isThin ? 'network:ties.isThin' : 'network:ties.isWhole')),
  ]
}

/** By the order the address asks for; equals by name. An order nobody knows is the standard one. */
function sorted(rows: readonly ShownPartner[], sort: string, { t }: Voice, locale: string): ShownPartner[] {
  const collator = new Intl.Collator(locale, { numeric: true })
  const by = sort.replace(/^-/, '')
  const sign = sort.startsWith('-') ? -1 : 1
  const compared = (a: ShownPartner, b: ShownPartner): number => {
    switch (by) {
      case 'name':
        return collator.compare(a.name, b.name)
      case 'sector':
        return collator.compare(t(`partners:sector.${a.sector}`), t(`partners:sector.${b.sector}`))
      case 'initiatives':
      case 'ties':
      case 'part':
      case 'cutsOff':
        return a[by] - b[by]
      default:
        return a.strength - b.strength
    }
  }
  return rows.toSorted((a, b) => sign * compared(a, b) || collator.compare(a.name, b.name))
}
