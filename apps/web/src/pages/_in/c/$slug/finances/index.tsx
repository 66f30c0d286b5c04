import { createFileRoute } from '@tanstack/react-router'
import { CostsPanel } from '../../../../../finances/costs-panel.tsx'
import { FundingPictureView } from '../../../../../finances/funding-picture.tsx'
import { ReservesPanel } from '../../../../../finances/reserves-panel.tsx'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { Columns } from '../../../../../ui/section.tsx'
import { useWords } from '../../../../../words/words.tsx'
import { LivingInitiativeField } from '../-initiative-field.tsx'

export const Route = createFileRoute('/_in/c/$slug/finances/')({
  staticData: { permission: 'finances:read' },
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  return (
    <>
      <PageHeader title={t('finances:title')} lead={t('finances:lead')} />
      <Columns
        main={
          <FundingPictureView
            emptyAction={
              <LinkButton to="/c/$slug/pledges" params={{ slug }}>
                {t('finances:toPledges')}
              </LinkButton>
            }
          />
        }
        aside={
          <>
            <CostsPanel initiativeField={LivingInitiativeField} />
            <ReservesPanel />
          </>
        }
      />
    </>
  )
}
