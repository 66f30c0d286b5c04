import { IconWifiOff } from '@tabler/icons-react'
import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './offline-notice.module.css'
import '../words/of/common.ts'

export function OfflineNotice() {
  const { t } = useWords()
  const isOnline = useSyncExternalStore(
    (onChange) => onlineManager.subscribe(onChange),
    () => onlineManager.isOnline(),
  )
  return (
    <div role="status" data-no-print>
      {!isOnline && (
        <p className={classes.notice}>
          <IconWifiOff aria-hidden="true" size={18} />
          {t('common:offline')}
        </p>
      )}
    </div>
  )
}
