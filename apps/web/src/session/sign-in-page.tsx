import { Link } from '@tanstack/react-router'
import { PageHeader } from '../ui/page-header.tsx'
import { Mark } from '../ui/mark.tsx'
import { useWords } from '../words/words.tsx'
import { DemoSignIns } from './demo-sign-ins.tsx'
import { SignInForm } from './sign-in-form.tsx'
import classes from './sign-in.module.css'
import '../words/of/common.ts'
import '../words/of/session.ts'

interface Props {
  /** Where somebody was going; a new password leads there too. */
  readonly back: string | undefined
  readonly onDone: () => void
}

export function SignInPage({ back = '', onDone }: Props) {
  const { t } = useWords()
  return (
    <main className={classes.page}>
      <div>
        <div className={classes.brand}>
          <Mark size={40} />
          <p>{t('common:product')}</p>
        </div>
      </div>
      <div className={classes.columns}>
        <div>
          <PageHeader title={t('session:title')} lead={t('session:lead')} />
          <SignInForm onDone={onDone} />
          <p className={classes.ways}>
            <Link to="/sign-up">{t('session:openAccount')}</Link>
            <Link to="/forgotten" hash={back}>
              {t('session:forgotten')}
            </Link>
          </p>
        </div>
        <DemoSignIns onDone={onDone} />
      </div>
    </main>
  )
}
