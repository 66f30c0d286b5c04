import type { PlanDraft, Pledge } from '@commonweal/contracts/pledges'
import { planFreely, planRegularly, planRhythms, type PlanRhythm } from '@commonweal/domain/pledges/instalment-plan'
import { Button, CloseButton, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { Amount, sayAmount } from '../money/amount.tsx'
import { decimalOf } from '../money/money.ts'
import { useCommunity, useToday } from '../session/community.tsx'
import { FormGrid, FormPart } from '../ui/form-layout.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { Rows } from '../ui/rows.tsx'
import { Day } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { readAmount, readQuantity } from './measure-text.ts'
import { usePlanPledge } from './pledges.queries.ts'
import '../words/of/pledges.ts'
import '../words/of/problems.ts'

interface Part {
  readonly dueOn: string
  readonly isMoney: boolean
  readonly much: string
}

interface Props {
  readonly pledge: Pledge
  readonly onSaved: () => void
  readonly cancel: ReactNode
}

/** Says when a pledge falls due: in equal parts with a preview, or one by one; the rules judge while one types. */
export function PlanForm({ pledge, onSaved, cancel }: Props) {
  const { t, locale } = useWords()
  const { id } = useCommunity()
  const today = useToday()
  const plan = usePlanPledge(id, pledge.id)
  const [isEqual, setEqual] = useState(pledge.instalments.length === 0)
  const [regular, setRegular] = useState({ count: '4', firstDueOn: pledge.from ?? today, every: 'quarter' })
  const [parts, setParts] = useState<readonly Part[]>(() => partsOf(pledge))
  const { currency, unit } = pledge

  const count = /^\d{1,3}$/.test(regular.count) ? Number(regular.count) : 0
  const isCount = count >= 1 && count <= 240 && regular.firstDueOn !== ''
  const every = regular.every as PlanRhythm
  const read = parts.map(({ dueOn, isMoney, much }) => ({
    dueOn,
    amountMinor: isMoney ? readAmount(much, currency ?? 'EUR') : null,
    quantity: isMoney ? null : readQuantity(much),
  }))
  const isRead = read.every(({ dueOn, amountMinor, quantity }) => dueOn && (amountMinor ?? quantity))
  const ruling = isEqual
    ? isCount && planRegularly(pledge, { count, firstDueOn: regular.firstDueOn, every })
    : isRead && planFreely(pledge, read)
  const problem = ruling
    ? ruling.allowed
      ? null
      : ruling.problem === 'plan-not-possible' && isEqual
        ? t('pledges:plan.tooMany')
        : t(`problems:${ruling.problem}`)
    : t(isEqual ? 'pledges:plan.tooMany' : 'problems:plan-not-possible')

  const save = (body: PlanDraft) => plan.mutate({ body, revision: pledge.revision }, { onSuccess: onSaved })
  const set = (at: number, change: Partial<Part>) =>
    setParts(parts.map((one, index) => (index === at ? { ...one, ...change } : one)))

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (problem) return
        save(isEqual ? { regular: { count, firstDueOn: regular.firstDueOn, every } } : { instalments: read })
      }}
    >
      <FormGrid>
        <FormProblem error={plan.error} />
        <FormPart title={sayAmount(pledge, locale)} isWide>
          <NativeSelect
            label={t('pledges:instalments')}
            value={isEqual ? 'equal' : 'own'}
            data={(['equal', 'own'] as const).map((value) => ({ value, label: t(`pledges:plan.${value}`) }))}
            onChange={(event) => setEqual(event.currentTarget.value === 'equal')}
          />
          {isEqual ? (
            <Group grow align="start">
              <TextInput
                inputMode="numeric"
                label={t('pledges:plan.count')}
                value={regular.count}
                onChange={(event) => setRegular({ ...regular, count: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                label={t('pledges:plan.first')}
                value={regular.firstDueOn}
                onChange={(event) => setRegular({ ...regular, firstDueOn: event.currentTarget.value })}
              />
              <NativeSelect
                label={t('pledges:plan.every')}
                value={regular.every}
                data={planRhythms.map((value) => ({ value, label: t(`pledges:plan.rhythm.${value}`) }))}
                onChange={(event) => setRegular({ ...regular, every: event.currentTarget.value })}
              />
            </Group>
          ) : (
            <Stack>
              {parts.map((part, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- an instalment is its place in the list
                <Group key={index} align="end" role="group" aria-label={t('pledges:plan.row', { number: index + 1 })}>
                  <TextInput
                    type="date"
                    label={t('pledges:field.dueOn')}
                    value={part.dueOn}
                    onChange={(event) => set(index, { dueOn: event.currentTarget.value })}
                  />
                  <TextInput
                    inputMode="decimal"
                    label={part.isMoney ? (currency ?? '') : (unit ?? '')}
                    value={part.much}
                    onChange={(event) => set(index, { much: event.currentTarget.value })}
                  />
                  <CloseButton
                    size={44}
                    iconSize={20}
                    aria-label={t('pledges:plan.remove', { number: index + 1 })}
                    onClick={() => setParts(parts.filter((_, at) => at !== index))}
                  />
                </Group>
              ))}
              <Group>
                {pledge.amountMinor !== null && (
                  <Button variant="light" onClick={() => setParts([...parts, { dueOn: '', isMoney: true, much: '' }])}>
                    {t('pledges:plan.add')} ({currency})
                  </Button>
                )}
                {pledge.quantity !== null && (
                  <Button variant="light" onClick={() => setParts([...parts, { dueOn: '', isMoney: false, much: '' }])}>
                    {t('pledges:plan.add')} ({unit})
                  </Button>
                )}
              </Group>
            </Stack>
          )}
        </FormPart>
        <FormPart title={t('pledges:plan.preview')} isWide>
          <p role="status">{problem ?? t(isEqual ? 'pledges:plan.remainder' : 'pledges:plan.exact')}</p>
          {ruling && ruling.allowed && (
            <Rows
              empty={t('pledges:noInstalments')}
              rows={ruling.value.map((one, index) => ({
                key: String(index),
                title: <Amount of={{ ...one, currency, unit }} />,
                detail: <Day day={one.dueOn} />,
              }))}
            />
          )}
        </FormPart>
        <Group>
          <Button type="submit" loading={plan.isPending} disabled={problem !== null}>
            {t('pledges:plan.submit')}
          </Button>
          {pledge.instalments.length > 0 && (
            <Button variant="default" onClick={() => save({ instalments: [] })}>
              {t('pledges:plan.clear')}
            </Button>
          )}
          {cancel}
        </Group>
      </FormGrid>
    </form>
  )
}

function partsOf({ instalments, currency }: Pledge): Part[] {
  return instalments.map(({ dueOn, amountMinor, quantity }) => ({
    dueOn,
    isMoney: amountMinor !== null,
    much: amountMinor !== null && currency ? decimalOf(amountMinor, currency) : String(quantity ?? ''),
  }))
}
