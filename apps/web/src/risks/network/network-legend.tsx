import { sectors, type Sector } from '@commonweal/domain/partners/sectors'
import { useComputedColorScheme } from '@mantine/core'
import type { CSSProperties } from 'react'
import { useWords } from '../../words/words.tsx'
import classes from './network-legend.module.css'
import { onSector, sectorColours } from './sector-colours.ts'
import '../../words/of/network.ts'
import '../../words/of/partners.ts'

interface Props {
  /** Sectors that stand in what is shown; only these are explained. */
  readonly present: ReadonlySet<Sector>
}

/** What colours, letters, sizes, lines and rings mean. */
export function NetworkLegend({ present }: Props) {
  const { t } = useWords()
  return (
    <section className={classes.legend} aria-label={t('network:legend.title')}>
      <p>{t('network:legend.sector')}</p>
      <ul className={classes.sectors}>
        {sectors
          .filter((sector) => present.has(sector))
          .map((sector) => (
            <li key={sector}>
              <SectorMark sector={sector} />
              {t(`partners:sector.${sector}`)}
            </li>
          ))}
      </ul>
      <ul className={classes.signs}>
        <li>
          <span className={classes.sizes} aria-hidden="true" />
          {t('network:legend.size')}
        </li>
        <li>
          <span className={classes.line} aria-hidden="true" />
          {t('network:legend.tie')}
        </li>
        <li>
          <span className={classes.ring} aria-hidden="true" />
          {t('network:legend.bridge')}
        </li>
      </ul>
    </section>
  )
}

/** The letters of a sector on its colour; the sector's name stands beside it. */
export function SectorMark({ sector }: { sector: Sector }) {
  const { t } = useWords()
  const appearance = useComputedColorScheme('light')
  const colours = { '--sector': sectorColours[appearance][sector], '--on-sector': onSector[appearance] }
  return (
    <span className={classes.mark} style={colours as CSSProperties} aria-hidden="true">
      {t(`network:sign.${sector}`)}
    </span>
  )
}
