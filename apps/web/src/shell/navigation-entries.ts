import type { Permission } from '@commonweal/domain/access/permissions'
import type { english } from '@commonweal/words/english'
import { IconBuildingCommunity, IconHeartbeat, IconTransfer } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { ComponentType } from 'react'

interface Entry {
  readonly to: NonNullable<LinkProps['to']>
  readonly label: keyof typeof english.shell.nav
  readonly Sign: ComponentType<{ size?: number | string; stroke?: number | string }>
  readonly permission: Permission
}

/** The nouns of a community, in the order a person meets them; what the role may not read is left out. */
export const navigation = [
  { to: '/c/$slug/vital-signs', label: 'vitalSigns', Sign: IconHeartbeat, permission: 'risks:read' },
  { to: '/c/$slug/partners', label: 'partners', Sign: IconBuildingCommunity, permission: 'partners:read' },
  { to: '/c/$slug/exchange', label: 'exchange', Sign: IconTransfer, permission: 'imports:run' },
] as const satisfies readonly Entry[]
