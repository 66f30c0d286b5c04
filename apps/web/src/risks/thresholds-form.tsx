import type { ThresholdDraft } from '@commonweal/contracts/thresholds'
import type { ThresholdValues } from '@commonweal/domain/risks/thresholds'
import { secondaryFlagNames, type SecondaryFlagName } from '@commonweal/domain/risks/secondary/flag-names'
import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import { useForm } from '@mantine/form'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { ProblemError } from '../http/problem-error.ts'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { MonthField } from '../ui/month-field.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { useSetThresholds } from './kept.queries.ts'
import {
  fieldsOf,
  isShareGroup,
  groupNames,
  readWritten,
  type ThresholdField,
  usual,
  valueAt,
  valuesFrom,
  writtenOf,
} from './threshold-fields.ts'
import classes from './thresholds-view.module.css'
import { thresholds as words } from '@commonweal/words/en/thresholds'
import '../words/of/common.ts'
import '../words/of/problems.ts'
import '../words/of/signs.ts'
import '../words/of/thresholds.ts'

const fieldOfProblem = { 'thresholds-in-past': 'from' } as const

interface Props {
  readonly values: ThresholdValues
  /** The present month: the first that can be judged otherwise. */
  readonly month: string
  readonly onClose: () => void
}

const allFields = groupNames.flatMap(fieldsOf)
const written = (values: ThresholdValues) =>
  Object.fromEntries(allFields.map((field) => [field.path, writtenOf(valueAt(values, field.path) ?? 0, field)]))

/** Names of form fields have no dots, which the form library reads as paths. */
const nameOf = (path: string) => path.replaceAll('.', ' ')

/** Every line at once, so that each can be judged beside the others; only what differs from the usual lines is sent. */
export function ThresholdsForm({ values, month, onClose }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const announce = useAnnounce()
  const set = useSetThresholds(id)
  const [off, setOff] = useState<readonly SecondaryFlagName[]>(values.switchedOff ?? [])
  const lead = useRef<HTMLParagraphElement>(null)
  // The button that opened it is gone: who goes on by keyboard begins here.
  useEffect(() => lead.current?.focus(), [])
  const form = useForm<Record<string, string>>({
    initialValues: {
      from: month,
      reason: '',
      ...Object.fromEntries(Object.entries(written(values)).map(([path, text]) => [nameOf(path), text])),
    },
    validate: (typed) => ({
      ...(typed['reason']?.trim() ? {} : { reason: t('problems:reason-missing') }),
      ...Object.fromEntries(
        allFields
          .filter((field) => readWritten(typed[nameOf(field.path)] ?? '', field) === null)
          .map(({ path }) => [nameOf(path), t('thresholds:number')]),
      ),
    }),
  })
  // What the form does not show stays as it is.
  const rest = {
    ...(values.incomeFloorMinor ? { incomeFloorMinor: values.incomeFloorMinor } : {}),
    ...(off.length ? { switchedOff: [...off] } : {}),
  }
  const send = form.onSubmit(
    (typed) => {
      const texts = Object.fromEntries(allFields.map(({ path }) => [path, typed[nameOf(path)] ?? '']))
      set.mutate(
        {
          from: typed['from'] ?? month,
          reason: (typed['reason'] ?? '').trim(),
          values: { ...valuesFrom(texts), ...rest } as ThresholdDraft['values'],
        },
        {
          onSuccess: () => {
            announce(t('thresholds:done'))
            onClose()
          },
          onError: (error) => form.setErrors(errorsOf(t, error)),
        },
      )
    },
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
  )
  return (
    <form noValidate onSubmit={(event: FormEvent<HTMLFormElement>) => send(event)}>
      <Stack>
        <p className={classes.hint} ref={lead} tabIndex={-1}>
          {t('thresholds:changeLead')}
        </p>
        <FormProblem error={set.error} atFields={fieldOfProblem} />
        {groupNames.map((group) => (
          <fieldset key={group} className={classes.fieldset}>
            <legend>
              {isShareGroup(group)
                ? t('thresholds:inPercent', { group: t(`thresholds:group.${group}`) })
                : t(`thresholds:group.${group}`)}
              <span className={classes.hint}>{t(`thresholds:hint.${group}`)}</span>
            </legend>
            <div className={classes.inputs}>
              {fieldsOf(group).map((field) => (
                <TextInput
                  key={field.path}
                  inputMode="decimal"
                  label={labelOf(t, field)}
                  description={t('thresholds:usual', { value: writtenOf(valueAt(usual, field.path) ?? 0, field) })}
                  {...form.getInputProps(nameOf(field.path))}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <Checkbox.Group
          size="md"
          label={t('thresholds:signs')}
          description={t('thresholds:signsHint')}
          value={secondaryFlagNames.filter((name) => !off.includes(name))}
          onChange={(shown) => setOff(secondaryFlagNames.filter((name) => !shown.includes(name)))}
        >
          <div className={classes.signs}>
            {secondaryFlagNames.map((name) => (
              <Checkbox key={name} value={name} label={t(`signs:name.${name}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <MonthField isRequired min={month} label={t('thresholds:from')} {...form.getInputProps('from')} />
        <Textarea
          required
          rows={3}
          maxLength={1000}
          label={t('thresholds:reason')}
          description={t('thresholds:reasonHint')}
          {...form.getInputProps('reason')}
        />
        <Group justify="end">
          <Button
            variant="subtle"
            onClick={() => {
              setOff([])
              form.setValues(
                Object.fromEntries(Object.entries(written(usual)).map(([path, text]) => [nameOf(path), text])),
              )
            }}
          >
            {t('thresholds:asUsual')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={set.isPending}>
            {t('thresholds:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function labelOf(t: Say, { level, edge }: ThresholdField): string {
  const named = t(`thresholds:level.${level}`)
  return edge ? `${named} (${t(`thresholds:${edge}`)})` : named
}

type Fault = keyof typeof words.fault

/** What the server found wrong, at the field it points to. */
function errorsOf(t: Say, error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {}
  const ours = error.errors
    .filter(({ pointer, code }) => pointer.startsWith('/values/') && Object.hasOwn(words.fault, code))
    .map(({ pointer, code }): [string, string] => [
      pointer.slice('/values/'.length).replaceAll('/', ' '),
      t(`thresholds:fault.${code as Fault}`),
    ])
  return { ...errorsByField(t, error, fieldOfProblem), ...Object.fromEntries(ours) }
}
