import { useLocation } from '@tanstack/react-router'
import { useCommunity, useMay } from '../session/community.tsx'
import { useLinksInside } from '../ui/use-links-inside.ts'
import { useWords } from '../words/words.tsx'
import { navigation } from './navigation-entries.ts'
import classes from './navigation.module.css'
import '../words/of/common.ts'
import '../words/of/shell.ts'

export function Navigation() {
  const { t } = useWords()
  const { slug } = useCommunity()
  const may = useMay()
  const links = useLinksInside()
  const path = useLocation({ select: ({ pathname }) => pathname })
  return (
    <nav aria-label={t('common:navigation.label')}>
      <ul className={classes.list} {...links}>
        {navigation
          .filter(({ permission }) => may(permission))
          .map(({ to, label, Sign }) => {
            const address = to.replace('$slug', slug)
            const isHere = `${path}/`.startsWith(`${address}/`)
            return (
              <li key={label}>
                <a
                  href={address}
                  className={isHere ? `${classes.entry} ${classes.here}` : classes.entry}
                  aria-current={isHere ? 'page' : undefined}
                >
                  <Sign aria-hidden="true" size={20} stroke={1.75} />
                  {t(`shell:nav.${label}`)}
                </a>
              </li>
            )
          })}
      </ul>
    </nav>
  )
}
