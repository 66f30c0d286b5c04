import { Stack } from '@mantine/core'
import { createFileRoute } from '@tanstack/react-router'
import { ExportPanel } from '../../../../imports/export-panel.tsx'
import { ImportFlow } from '../../../../imports/import-flow.tsx'
import { useMay } from '../../../../session/community.tsx'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Section } from '../../../../ui/section.tsx'
import { useWords } from '../../../../words/words.tsx'

/** The import whose progress or result is shown: a reload finds it again. */
const readSearch = ({ import: id }: Record<string, unknown>): { import?: string } =>
  typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { import: id } : {}

export const Route = createFileRoute('/_in/c/$slug/exchange')({
  staticData: { permission: 'imports:run' },
  validateSearch: readSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const may = useMay()
  return (
    <>
      <PageHeader title={t('imports:title')} lead={t('imports:lead')} />
      <Stack gap="lg">
        <Section title={t('imports:bringIn.title')}>
          <ImportFlow
            importId={search.import}
            onImport={(id) => void navigate({ search: id ? { import: id } : {}, replace: true, resetScroll: false })}
            links={
              <>
                <LinkButton to="/c/$slug/vital-signs" params={{ slug }} variant="default">
                  {t('imports:result.vitalSigns')}
                </LinkButton>
                <LinkButton to="/c/$slug/partners" params={{ slug }} variant="default">
                  {t('imports:result.partners')}
                </LinkButton>
              </>
            }
          />
        </Section>
        {may('exports:run') && (
          <Section title={t('imports:takeOut.title')}>
            <ExportPanel />
          </Section>
        )}
      </Stack>
    </>
  )
}
