import { sectors, type Sector } from '@commonweal/domain/partners/sectors'
import type { History } from '@commonweal/domain/risks/history'
import type { Network, NetworkPartner, NetworkTie } from '@commonweal/domain/risks/network/network-at'

/** A partner of the network as it is shown: with its name and sector. */
export interface ShownPartner extends NetworkPartner {
  readonly name: string
  readonly sector: Sector
  /** Stands here only because it is tied to the sector that is chosen. */
  readonly isOutside: boolean
}

export interface ShownNetwork {
  readonly month: string
  readonly partners: readonly ShownPartner[]
  readonly ties: readonly NetworkTie[]
}

export interface Organisations {
  readonly nameOf: (id: string) => string
  readonly sectorOf: (id: string) => Sector
}

/** Names and sectors by id. An organisation the history does not know stands under its id. */
export function organisationsOf(history: History): Organisations {
  const known = new Map(history.organisations.map((one) => [one.id, one]))
  return {
    nameOf: (id) => known.get(id)?.name ?? id,
    sectorOf: (id) => sectors.find((sector) => sector === known.get(id)?.sector) ?? 'other',
  }
}

/**
 * What all three views show: with a sector its partners, their ties and whom these lead to; without thin ties unless they are asked
 * for. Figures of a partner stay those of the whole network.
 */
export function shownNetwork(
  network: Network,
  { nameOf, sectorOf }: Organisations,
  { sector, hasThin }: { sector: Sector | undefined; hasThin: boolean },
): ShownNetwork {
  const isOfSector = (id: string) => sector === undefined || sectorOf(id) === sector
  const ties = network.ties.filter(
    ({ organisationIds, isThin }) => (hasThin || !isThin) && organisationIds.some(isOfSector),
  )
  const ends = new Set(ties.flatMap(({ organisationIds }) => organisationIds))
  return {
    month: network.month,
    ties,
    partners: network.partners
      .filter(({ organisationId }) => isOfSector(organisationId) || ends.has(organisationId))
      .map((partner) => ({
        ...partner,
        name: nameOf(partner.organisationId),
        sector: sectorOf(partner.organisationId),
        isOutside: !isOfSector(partner.organisationId),
      })),
  }
}

/** Ties of one partner, the strongest first. */
export function tiesOf(network: Network, organisationId: string): { id: string; tie: NetworkTie }[] {
  return network.ties
    .filter(({ organisationIds }) => organisationIds.includes(organisationId))
    .map((tie) => ({ id: tie.organisationIds.find((id) => id !== organisationId) ?? organisationId, tie }))
    .sort((a, b) => b.tie.strength - a.tie.strength || (a.id < b.id ? -1 : 1))
}
