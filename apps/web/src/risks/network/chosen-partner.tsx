import type { Network } from '@commonweal/domain/risks/network/network-at'
import { Button } from '@mantine/core'
import { useCommunity } from '../../session/community.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Rows } from '../../ui/rows.tsx'
import { Own } from '../../ui/shown.tsx'
import { useWords } from '../../words/words.tsx'
import { FactLink } from '../fact-link.tsx'
import { useVoice } from '../voice.ts'
import classes from './chosen-partner.module.css'
import { SectorMark } from './network-legend.tsx'
import { type Organisations, tiesOf } from './shown-network.ts'
import '../../words/of/network.ts'
import '../../words/of/partners.ts'

interface Props {
  readonly network: Network
  readonly organisations: Organisations
  readonly organisationId: string
  readonly onLetGo: () => void
}

/** The partner somebody looks at: its part in the network of the month, and the way to its page. */
export function ChosenPartner({ network, organisations: { nameOf, sectorOf }, organisationId, onLetGo }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const partner = network.partners.find((one) => one.organisationId === organisationId)
  const sector = sectorOf(organisationId)
  return (
    <section className={classes.chosen} aria-label={t('network:chosen.title')}>
      <h3>
        <Own>{nameOf(organisationId)}</Own>
      </h3>
      <p className={classes.sector}>
        <SectorMark sector={sector} /> {t(`partners:sector.${sector}`)}
      </p>
      {partner ? (
        <>
          <p>{t('network:chosen.initiatives', { count: partner.initiatives })}</p>
          <p>
            {partner.cutsOff > 0 ? t('network:chosen.cuts', { count: partner.cutsOff }) : t('network:chosen.noCut')}
          </p>
          <h4>{t('network:chosen.ties')}</h4>
          <Rows
            empty={t('network:chosen.noTies')}
            rows={tiesOf(network, organisationId).map(({ id, tie }) => ({
              key: id,
              title: <FactLink kind="organisation" id={id} name={nameOf(id)} />,
              detail: t('network:chosen.strength', { strength: v.number(tie.strength) }),
              mark: tie.isThin ? t('network:chosen.thin') : undefined,
            }))}
          />
        </>
      ) : (
        <p>{t('network:chosen.gone')}</p>
      )}
      <div className={classes.actions} data-no-print>
        <LinkButton to="/c/$slug/partners/$partnerId" params={{ slug, partnerId: organisationId }} size="sm">
          {t('network:chosen.open')}
        </LinkButton>
        <Button variant="subtle" size="sm" onClick={onLetGo}>
          {t('network:chosen.close')}
        </Button>
      </div>
    </section>
  )
}
