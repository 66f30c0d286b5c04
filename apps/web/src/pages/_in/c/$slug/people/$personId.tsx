import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { History } from '../../../../../activity/history.tsx'
import { PartnerPicker } from '../../../../../partners/partner-picker.tsx'
import { OnlyStewardHint } from '../../../../../people/only-steward-hint.tsx'
import { personQuery } from '../../../../../people/people.queries.ts'
import { PersonView } from '../../../../../people/person-view.tsx'
import { Faces } from '../../../../../ui/faces.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { Section } from '../../../../../ui/section.tsx'
import { Own } from '../../../../../ui/shown.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/people/$personId')({
  staticData: { permission: 'people:manage' },
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug, personId } = Route.useParams()
  const { community } = Route.useRouteContext()
  const up = (
    <UpLink to="/c/$slug/people" params={{ slug }}>
      {t('people:title')}
    </UpLink>
  )
  return (
    <Faces query={useQuery(personQuery(community.id, personId))} up={up}>
      {(person) => (
        <>
          <PageHeader
            title={person.displayName}
            heading={<Own>{person.displayName}</Own>}
            lead={t(`common:role.${person.role ?? 'none'}`)}
            parent={up}
          />
          {person.stewards === 1 && <OnlyStewardHint />}
          <PersonView
            person={person}
            organisationField={(props) => <PartnerPicker {...props} />}
            history={
              <Section title={t('people:history')}>
                <History objectId={personId} />
              </Section>
            }
          />
        </>
      )}
    </Faces>
  )
}
