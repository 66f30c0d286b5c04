import { sectors, type Sector } from '@commonweal/domain/partners/sectors'
import { parameters } from '@commonweal/domain/risks/parameters'
import type { Network, NetworkReader } from '@commonweal/domain/risks/network/network-at'
import type { History } from '@commonweal/domain/risks/history'
import { Button, Checkbox, NativeSelect } from '@mantine/core'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/words.tsx'
import { useChosenMonth } from '../chosen-month.ts'
import { useVoice, type Voice } from '../voice.ts'
import { ChosenPartner } from './chosen-partner.tsx'
import { MonthPlayer } from './month-player.tsx'
import { NetworkLegend } from './network-legend.tsx'
import { NetworkMatrix } from './network-matrix.tsx'
import { canDraw, NetworkPicture } from './network-picture.tsx'
import { type NetworkChange, type NetworkSearch, type NetworkView as View, networkViews } from './network-search.ts'
import { NetworkDownloads, NetworkTable } from './network-table.tsx'
import classes from './network-view.module.css'
import { organisationsOf, shownNetwork, type ShownNetwork } from './shown-network.ts'
import '../../words/of/network.ts'
import '../../words/of/partners.ts'

interface Props {
  readonly history: History
  readonly reader: NetworkReader
  /** At least one. */
  readonly months: readonly string[]
  readonly search: NetworkSearch
  readonly onSearch: (change: NetworkChange) => void
  readonly onOpen: (organisationId: string) => void
}

/** The network of a month, as picture, matrix or table, and the months it can be moved through. */
export function NetworkView({ history, reader, months, search, onSearch, onOpen }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const last = months.at(-1) ?? ''
  const tellMonth = useCallback((month: string) => onSearch({ month }), [onSearch])
  const asked = search.month !== undefined && months.includes(search.month) ? search.month : last
  const { month, choose } = useChosenMonth(asked, tellMonth)
  const position = Math.max(0, months.indexOf(month))
  const organisations = useMemo(() => organisationsOf(history), [history])
  const network = useMemo(() => reader.at(month), [reader, month])
  const { sector, partner } = search
  const hasThin = search.thin === '1'
  const shown = useMemo(
    () => shownNetwork(network, organisations, { sector, hasThin }),
    [network, organisations, sector, hasThin],
  )
  const isNarrow = useMediaQuery('(width < 48em)', false, { getInitialValueInEffect: false })
  const view = search.view ?? (isNarrow ? 'table' : 'picture')
  const summary = sayNetwork(v, network)
  const through = history.dataCompleteThrough

  return (
    <div className={classes.page}>
      <MonthPlayer
        count={months.length}
        position={position}
        label={v.month(month)}
        valueText={t('network:sliderValue', { month: v.month(month), summary })}
        onMove={(to) => choose(months[to] ?? last)}
      />
      <p className={classes.summary}>{summary}</p>
      <div className={classes.controls} data-no-print>
        <ViewChoice view={view} onView={(next) => onSearch({ view: next })} />
        <NativeSelect
          label={t('network:filter.sector')}
          value={sector ?? ''}
          data={[
            { value: '', label: t('network:filter.allSectors') },
            ...sectors.map((value) => ({ value, label: t(`partners:sector.${value}`) })),
          ]}
          onChange={(event) => onSearch({ sector: sectors.find((one) => one === event.currentTarget.value) })}
        />
        <Checkbox
          label={t('network:filter.thin')}
          description={t('network:thinHint', { most: parameters.stagnation.novelty.mostPartnersForPairs ?? 0 })}
          checked={hasThin}
          onChange={(event) => onSearch({ thin: event.currentTarget.checked ? '1' : undefined })}
        />
      </div>
      <Section
        title={t(`network:view.${view}`)}
        actions={<NetworkDownloads shown={shown} organisations={organisations} />}
      >
        {shown.partners.length === 0 && (
          <p className={classes.nothing}>
            {t(network.partners.length === 0 ? 'network:nothing' : 'network:nothingOfSector', {
              month: v.month(month),
            })}
          </p>
        )}
        {view === 'picture' && (
          <PictureView
            history={history}
            network={network}
            shown={shown}
            chosen={partner}
            label={t('network:picture.label', { month: v.month(month), summary })}
            sort={search.sort}
            onSearch={onSearch}
            onOpen={onOpen}
          />
        )}
        {shown.partners.length > 0 && view === 'matrix' && (
          <NetworkMatrix shown={shown} organisations={organisations} />
        )}
        {shown.partners.length > 0 && view === 'table' && (
          <NetworkTable shown={shown} sort={search.sort} onSort={(sort) => onSearch({ sort })} />
        )}
      </Section>
      {through !== null && month === last && (
        <p className={classes.note}>{t('network:known', { day: v.day(through) })}</p>
      )}
    </div>
  )
}

interface PictureProps {
  readonly history: History
  readonly network: Network
  readonly shown: ShownNetwork
  readonly chosen: string | undefined
  readonly label: string
  readonly sort: string | undefined
  readonly onSearch: (change: NetworkChange) => void
  readonly onOpen: (organisationId: string) => void
}

/** The picture with its legend and the chosen partner beside it; where it cannot be drawn, the table in its place. */
function PictureView({ history, network, shown, chosen, label, sort, onSearch, onOpen }: PictureProps) {
  const { t, locale } = useWords()
  const [isDrawable] = useState(canDraw)
  const organisations = useMemo(() => organisationsOf(history), [history])
  const onChoose = useCallback((partner: string | undefined) => onSearch({ partner }), [onSearch])
  const present = useMemo(() => new Set<Sector>(shown.partners.map(({ sector }) => sector)), [shown])
  if (!isDrawable) {
    return (
      <>
        <p className={classes.note}>{t('network:picture.noWebGl')}</p>
        <NetworkTable shown={shown} sort={sort} onSort={(next) => onSearch({ sort: next })} />
      </>
    )
  }
  const { compare } = new Intl.Collator(locale)
  const known = shown.partners.toSorted((a, b) => compare(a.name, b.name))
  return (
    <div className={classes.picture}>
      <NetworkPicture
        history={history}
        shown={shown}
        chosen={chosen}
        label={label}
        onChoose={onChoose}
        onOpen={onOpen}
      />
      <div className={classes.aside}>
        <NativeSelect
          label={t('network:choose.label')}
          value={known.some(({ organisationId }) => organisationId === chosen) ? chosen : ''}
          data={[
            { value: '', label: t('network:choose.none') },
            ...known.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
          ]}
          onChange={(event) => onChoose(event.currentTarget.value || undefined)}
          data-no-print
        />
        {chosen !== undefined && (
          <ChosenPartner
            network={network}
            organisations={organisations}
            organisationId={chosen}
            onLetGo={() => onChoose(undefined)}
          />
        )}
        <NetworkLegend present={present} />
      </div>
    </div>
  )
}

function ViewChoice({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useWords()
  return (
    <fieldset className={classes.views}>
      <legend>{t('network:view.label')}</legend>
      <div>
        {networkViews.map((one) => (
          <Button
            key={one}
            variant={one === view ? 'filled' : 'default'}
            aria-pressed={one === view}
            onClick={() => onView(one)}
          >
            {t(`network:view.${one}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

/** The figures of a network in one line. */
function sayNetwork({ t }: Voice, network: Network): string {
  const bridges = network.partners.filter(({ cutsOff }) => cutsOff > 0).length
  return [
    t('network:count.partners', { count: network.partners.length }),
    t('network:count.initiatives', { count: network.initiatives }),
    t('network:count.ties', { count: network.ties.filter(({ isThin }) => !isThin).length }),
    ...(network.partners.length === 0
      ? []
      : [
          t('network:count.parts', { count: network.parts.length }),
          bridges === 0 ? t('network:count.noBridges') : t('network:count.bridges', { count: bridges }),
          t('network:count.core', { count: network.maxCore ?? 0 }),
        ]),
  ].join(' · ')
}
