import { sayNumber } from '@commonweal/words/say-number'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCommunity } from '../session/community.tsx'
import { useWords } from '../words/words.tsx'
import classes from './notice-bell.module.css'
import { unreadCount } from './notices.queries.ts'
import '../words/of/notices.ts'

/** The way to my notices, with how many are unread. */
export function NoticeBell() {
  const { t, locale } = useWords()
  const { id, slug } = useCommunity()
  const { data: count = 0 } = useQuery(unreadCount(id))
  const label = count > 0 ? t('notices:bellUnread', { count }) : t('notices:bell')
  return (
    <Link to="/c/$slug/notices" params={{ slug }} aria-label={label} title={label} className={classes.bell}>
      <IconBell aria-hidden="true" size={20} stroke={1.75} />
      {count > 0 && (
        <span aria-hidden="true" className={classes.count}>
          {sayNumber(count, locale)}
        </span>
      )}
    </Link>
  )
}
