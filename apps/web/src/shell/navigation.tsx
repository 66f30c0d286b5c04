import { Link } from '@tanstack/react-router'
import { useCommunity, useMay } from '../session/community.tsx'
import { useWords } from '../words/words.tsx'
import { navigation } from './navigation-entries.ts'
import classes from './navigation.module.css'
import '../words/of/common.ts'
import '../words/of/shell.ts'

export function Navigation() {
  const { t } = useWords()
  const { slug } = useCommunity()
  const may = useMay()
  return (
    <nav aria-label={t('common:navigation.label')}>
      <ul className={classes.list}>
        {navigation
          .filter(({ permission }) => may(permission))
          .map(({ to, label, Sign }) => (
            <li key={label}>
              <Link to={to} params={{ slug }} className={classes.entry} activeProps={{ className: classes.here }}>
                <Sign aria-hidden="true" size={20} stroke={1.75} />
                {t(`shell:nav.${label}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
