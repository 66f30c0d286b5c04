import { useWords } from '../words/words.tsx'
import classes from './skip-link.module.css'
import '../words/of/common.ts'

export function SkipLink() {
  const { t } = useWords()
  return (
    <a
      href="#content"
      className={classes.skip}
      data-no-print
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('content')?.focus()
      }}
    >
      {t('common:skipToContent')}
    </a>
  )
}
