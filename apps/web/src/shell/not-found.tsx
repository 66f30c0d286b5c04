import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useWords } from '../words/words.tsx'
import classes from './plain-page.module.css'
import '../words/of/common.ts'

export function NotFound() {
  const { t } = useWords()
  return (
    <div className={classes.page}>
      <PageHeader title={t('common:notFound.title')} lead={t('common:notFound.body')} />
      <LinkButton to="/">{t('common:notFound.home')}</LinkButton>
    </div>
  )
}
