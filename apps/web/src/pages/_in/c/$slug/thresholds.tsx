import { createFileRoute } from '@tanstack/react-router'
import { ThresholdsView } from '../../../../risks/thresholds-view.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { UpLink } from '../../../../ui/up-link.tsx'
import { useWords } from '../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/thresholds')({
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  return (
    <>
      <PageHeader
        title={t('thresholds:title')}
        lead={t('thresholds:lead')}
        parent={
          <UpLink to="/c/$slug/vital-signs" params={{ slug }}>
            {t('thresholds:back')}
          </UpLink>
        }
      />
      <ThresholdsView />
    </>
  )
}
