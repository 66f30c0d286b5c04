import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { settingsQuery } from '../../../../session/settings.queries.ts'
import { SettingsForm } from '../../../../communities/settings-form.tsx'
import { Faces } from '../../../../ui/faces.tsx'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useWords } from '../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/settings')({
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { community } = Route.useRouteContext()
  return (
    <>
      <PageHeader
        title={t('communities:settings.title')}
        lead={t('communities:settings.lead')}
        actions={
          <LinkButton to="/c/$slug/thresholds" params={{ slug: community.slug }} variant="default">
            {t('communities:settings.thresholds')}
          </LinkButton>
        }
      />
      <Faces query={useQuery(settingsQuery(community.id))}>
        {(settings) => <SettingsForm key={settings.revision} settings={settings} />}
      </Faces>
    </>
  )
}
