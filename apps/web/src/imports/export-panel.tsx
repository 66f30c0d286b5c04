import { Button } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useWords } from '../words/words.tsx'
import classes from './export-panel.module.css'
import { useExportCommunity } from './imports.queries.ts'
import { saySize } from '../ui/sizes.ts'
import '../words/of/imports.ts'

/** Everything out, in one file. */
export function ExportPanel() {
  const { t, locale } = useWords()
  const { id, slug } = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const { mutate, isPending, error } = useExportCommunity(id)

  function run() {
    mutate(undefined, {
      onSuccess: (zip) => {
        const name = `${slug}-${today}.zip`
        saveFile(name, zip)
        announce(t('imports:takeOut.done', { name, size: saySize(zip.size, locale) }))
      },
    })
  }

  return (
    <div className={classes.panel}>
      <p>{t('imports:takeOut.lead')}</p>
      <p className={classes.hint}>{t('imports:takeOut.privacy')}</p>
      <FormProblem error={error} />
      <Button
        className={classes.action}
        variant="default"
        loading={isPending}
        leftSection={<IconPackageExport aria-hidden="true" size={18} />}
        onClick={run}
      >
        {t(isPending ? 'imports:takeOut.working' : 'imports:takeOut.action')}
      </Button>
    </div>
  )
}
