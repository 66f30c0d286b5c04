import { pledgeStepRoutes, type Pledge } from '@commonweal/contracts/pledges'
import { possiblePledgeVerbs, type PledgeVerb } from '@commonweal/domain/pledges/pledge'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../session/community.tsx'
import { useWords } from '../words/words.tsx'
import { PledgeStepDialog } from './pledge-step-dialog.tsx'
import '../words/of/pledges.ts'

const forward: readonly PledgeVerb[] = ['accept', 'confirm']

/** The steps that are possible now and that I may take: the giver takes back, the receiving side answers. */
export function PledgeSteps({ pledge, receivers }: { pledge: Pledge; receivers: readonly string[] }) {
  const { t } = useWords()
  const may = useMay()
  const [verb, setVerb] = useState<PledgeVerb | null>(null)
  const verbs = possiblePledgeVerbs(pledge.status).filter((one) =>
    may(pledgeStepRoutes[one].access, one === 'withdraw' ? [pledge.organisationId] : receivers),
  )
  return (
    <>
      {verbs.length > 0 && (
        <Group gap="xs" mt="md" data-no-print>
          {verbs.map((one) => (
            <Button
              key={one}
              size="sm"
              variant={forward.includes(one) ? 'light' : 'default'}
              onClick={() => setVerb(one)}
            >
              {t(`pledges:step.${one}`)}
            </Button>
          ))}
        </Group>
      )}
      {verb && <PledgeStepDialog pledge={pledge} verb={verb} onClose={() => setVerb(null)} />}
    </>
  )
}
