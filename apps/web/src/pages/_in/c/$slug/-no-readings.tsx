import { Group } from '@mantine/core'
import { useCommunity, useMay } from '../../../../session/community.tsx'
import { Empty } from '../../../../ui/faces.tsx'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { useWords } from '../../../../words/words.tsx'
import '../../../../words/of/risks.ts'

/** Nothing can be read yet: when it begins, and the two ways there. */
export function NoReadings() {
  const { t } = useWords()
  const { slug } = useCommunity()
  const may = useMay()
  return (
    <Empty
      title={t('risks:empty.title')}
      body={t('risks:empty.body')}
      action={
        <Group gap="sm" justify="center">
          <LinkButton to="/c/$slug/initiatives" params={{ slug }}>
            {t('risks:empty.initiatives')}
          </LinkButton>
          {may('imports:run') && (
            <LinkButton to="/c/$slug/exchange" params={{ slug }} variant="default">
              {t('risks:empty.import')}
            </LinkButton>
          )}
        </Group>
      }
    />
  )
}
