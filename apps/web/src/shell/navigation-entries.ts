import '../words/of/shell.ts'
import type { Permission } from '@commonweal/domain/access/permissions'
import type { english } from '@commonweal/words/english'
import {
  IconAffiliate,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconCoins,
  IconDoor,
  IconDoorExit,
  IconHeartHandshake,
  IconHeartbeat,
  IconHistory,
  IconScale,
  IconSeedling,
  IconSettings,
  IconSunrise,
  IconTransfer,
  IconUsers,
} from '@tabler/icons-react'
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
  { to: '/c/$slug/today', label: 'today', Sign: IconSunrise, permission: 'communities:read' },
  { to: '/c/$slug/vital-signs', label: 'vitalSigns', Sign: IconHeartbeat, permission: 'risks:read' },
  { to: '/c/$slug/network', label: 'network', Sign: IconAffiliate, permission: 'risks:read' },
  { to: '/c/$slug/funding-resilience', label: 'resilience', Sign: IconScale, permission: 'risks:read' },
  { to: '/c/$slug/what-if', label: 'whatIf', Sign: IconDoorExit, permission: 'risks:read' },
  { to: '/c/$slug/partners', label: 'partners', Sign: IconBuildingCommunity, permission: 'partners:read' },
  { to: '/c/$slug/initiatives', label: 'initiatives', Sign: IconSeedling, permission: 'initiatives:read' },
  { to: '/c/$slug/spaces', label: 'spaces', Sign: IconDoor, permission: 'spaces:read' },
  { to: '/c/$slug/calendar', label: 'calendar', Sign: IconCalendarEvent, permission: 'bookings:read' },
  { to: '/c/$slug/pledges', label: 'pledges', Sign: IconHeartHandshake, permission: 'pledges:read' },
  { to: '/c/$slug/finances', label: 'finances', Sign: IconCoins, permission: 'finances:read' },
  { to: '/c/$slug/people', label: 'people', Sign: IconUsers, permission: 'people:read' },
  { to: '/c/$slug/activity', label: 'activity', Sign: IconHistory, permission: 'activity:read' },
  { to: '/c/$slug/exchange', label: 'exchange', Sign: IconTransfer, permission: 'imports:run' },
  { to: '/c/$slug/settings', label: 'settings', Sign: IconSettings, permission: 'communities:edit' },
] as const satisfies readonly Entry[]
