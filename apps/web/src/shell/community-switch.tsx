import type { MyCommunity } from '@commonweal/contracts/access'
import { UnstyledButton } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Mark } from '../ui/mark.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './community-switch.module.css'
import '../words/of/communities.ts'

/** Where I am; with more than one community, the way to the others. */
export function CommunitySwitch({ communities }: { communities: readonly MyCommunity[] }) {
  const { t } = useWords()
  const { id, name } = useCommunity()
  const list = useId()
  const [isOpen, setOpen] = useState(false)
  const path = useLocation({ select: ({ pathname }) => pathname })
  const others = communities.filter((one) => one.id !== id)

  useEffect(() => setOpen(false), [path])

  const here = (
    <>
      <Mark size={32} />
      <span className={classes.name}>
        <Own>{name}</Own>
      </span>
    </>
  )
  if (others.length === 0) return <div className={classes.here}>{here}</div>
  return (
    <div>
      <UnstyledButton
        className={classes.here}
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setOpen(!isOpen)}
        title={t('communities:switch')}
      >
        {here}
        <IconSelector aria-hidden="true" size={18} />
      </UnstyledButton>
      <ul id={list} hidden={!isOpen} className={classes.others}>
        {others.map((other) => (
          <li key={other.id}>
            <Link to="/c/$slug" params={{ slug: other.slug }}>
              <Own>{other.name}</Own>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/" search={{ all: '1' }}>
            {t('communities:all')}
          </Link>
        </li>
      </ul>
    </div>
  )
}
