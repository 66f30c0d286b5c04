import { sectors, type Sector } from '@commonweal/domain/partners/sectors'
import type { NetworkTie } from '@commonweal/domain/risks/network/network-at'
import { VisuallyHidden } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import { Own } from '../../ui/shown.tsx'
import { useWords } from '../../words/words.tsx'
import { FactLink } from '../fact-link.tsx'
import { useVoice } from '../voice.ts'
import { SectorMark } from './network-legend.tsx'
import classes from './network-matrix.module.css'
import type { Organisations, ShownNetwork } from './shown-network.ts'
import '../../words/of/network.ts'
import '../../words/of/partners.ts'

/** Partners a matrix of them may hold to be read at all. */
const mostPartners = 40

interface Props {
  readonly shown: ShownNetwork
  readonly organisations: Organisations
}

/** The ties as two tables: sector by sector, and, while it can be read, partner by partner. */
export function NetworkMatrix({ shown, organisations }: Props) {
  const { t } = useWords()
  return (
    <div className={classes.matrices}>
      <section aria-labelledby="network-sectors">
        <h3 id="network-sectors">{t('network:matrix.sectors')}</h3>
        <p className={classes.hint}>{t('network:matrix.sectorsHint')}</p>
        <SectorMatrix shown={shown} organisations={organisations} />
      </section>
      <section aria-labelledby="network-partners">
        <h3 id="network-partners">{t('network:matrix.partners')}</h3>
        {shown.partners.length > mostPartners ? (
          <p className={classes.hint}>
            {t('network:matrix.tooMany', { count: shown.partners.length, most: mostPartners })}
          </p>
        ) : (
          <>
            <p className={classes.hint}>{t('network:matrix.partnersHint')}</p>
            <PartnerMatrix shown={shown} />
          </>
        )}
      </section>
    </div>
  )
}

function SectorMatrix({ shown, organisations: { sectorOf } }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const counts = new Map<string, number>()
  const add = (a: Sector, b: Sector) => counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1)
  for (const { organisationIds } of shown.ties) {
    const [a, b] = organisationIds.map(sectorOf) as [Sector, Sector]
    add(a, b)
    if (a !== b) add(b, a)
  }
  const present = sectors.filter((sector) => shown.partners.some((partner) => partner.sector === sector))
  const most = Math.max(1, ...counts.values())
  const name = (sector: Sector) => t(`partners:sector.${sector}`)
  return (
    <Scroll label={t('network:matrix.sectorsScroll')}>
      <thead>
        <tr>
          <th scope="col">{t('network:table.sector')}</th>
          {present.map((sector) => (
            <th key={sector} scope="col" title={name(sector)}>
              <SectorMark sector={sector} />
              <VisuallyHidden>{name(sector)}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {present.map((row) => (
          <tr key={row}>
            <th scope="row">
              <span className={classes.name}>
                <SectorMark sector={row} /> {name(row)}
              </span>
            </th>
            {present.map((column) => {
              const count = counts.get(`${row} ${column}`) ?? 0
              return (
                <Cell key={column} share={count / most}>
                  {count === 0 ? null : <data value={count}>{v.number(count)}</data>}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </Scroll>
  )
}

function PartnerMatrix({ shown }: { shown: ShownNetwork }) {
  const { t, locale } = useWords()
  const v = useVoice()
  const { compare } = new Intl.Collator(locale)
  const partners = shown.partners.toSorted(
    (a, b) => sectors.indexOf(a.sector) - sectors.indexOf(b.sector) || compare(a.name, b.name),
  )
  const ties = new Map<string, NetworkTie>(
    shown.ties.flatMap((tie) => {
      const [a, b] = tie.organisationIds
      return [[`${a} ${b}`, tie] as const, [`${b} ${a}`, tie] as const]
    }),
  )
  const most = Math.max(1, ...shown.ties.map(({ strength }) => strength))
  return (
    <Scroll label={t('network:matrix.partnersScroll')}>
      <thead>
        <tr>
          <th scope="col">{t('network:table.partner')}</th>
          {partners.map(({ organisationId, name }, index) => (
            <th key={organisationId} scope="col" title={name}>
              <span aria-hidden="true">{v.number(index + 1)}</span>
              <VisuallyHidden>
                <Own>{name}</Own>
              </VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {partners.map(({ organisationId: row, name, sector }, index) => (
          <tr key={row}>
            <th scope="row">
              <span className={classes.name}>
                <span className={classes.number} aria-hidden="true">
                  {v.number(index + 1)}
                </span>
                <SectorMark sector={sector} />
                <FactLink kind="organisation" id={row} name={name} />
              </span>
            </th>
            {partners.map(({ organisationId: column }) => {
              const tie = ties.get(`${row} ${column}`)
              return (
                <Cell
                  key={column}
                  share={(tie?.strength ?? 0) / most}
                  isThin={tie?.isThin ?? false}
                  isSelf={row === column}
                >
                  {tie && <data value={tie.strength}>{v.number(tie.strength)}</data>}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </Scroll>
  )
}

interface CellProps {
  /** Part of the largest value, 0..1: how dark the ground is. The value stands in the cell. */
  readonly share: number
  readonly isThin?: boolean
  readonly isSelf?: boolean
  readonly children: ReactNode
}

function Cell({ share, isThin = false, isSelf = false, children }: CellProps) {
  const style = { '--share': `${Math.round(share * 70)}%` } as CSSProperties
  return (
    <td
      style={style}
      data-filled={share > 0 || undefined}
      data-thin={isThin || undefined}
      data-self={isSelf || undefined}
    >
      {children}
    </td>
  )
}

function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // A region that scrolls has to be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.matrix}>{children}</table>
    </div>
  )
}
