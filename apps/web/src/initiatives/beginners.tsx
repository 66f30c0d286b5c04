import { participationRoles, type ParticipationRole } from '@commonweal/domain/initiatives/initiative'
import { Button, CloseButton, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { FormPart } from '../ui/form-layout.tsx'
import type { PickerField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import classes from './beginners.module.css'
import type { Beginner } from './initiative-values.ts'
import '../words/of/initiatives.ts'

interface Props {
  readonly lines: readonly Beginner[]
  readonly onChange: (lines: readonly Beginner[]) => void
  readonly error: string | null
  readonly partnerField: PickerField
}

/** Who begins an initiative: one line for each partner, with its role. */
export function Beginners({ lines, onChange, error, partnerField }: Props) {
  const { t } = useWords()
  const change = (key: string, part: Partial<Beginner>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  return (
    <FormPart title={t('initiatives:partners.title')} isWide>
      <p className={classes.hint}>{t('initiatives:partners.leadHint')}</p>
      {lines.map(({ key, organisation, role }, index) => (
        <div
          key={key}
          role="group"
          aria-label={t('initiatives:partners.number', { number: index + 1 })}
          className={classes.line}
        >
          {partnerField({
            label: t('initiatives:partners.partner'),
            isRequired: index === 0,
            value: organisation,
            onChange: (chosen) => change(key, { organisation: chosen }),
            error: index === 0 ? error : null,
            without: lines.flatMap((line) => (line.key !== key && line.organisation ? [line.organisation.id] : [])),
          })}
          <NativeSelect
            label={t('initiatives:partners.role')}
            value={role}
            data={participationRoles.map((value) => ({ value, label: t(`initiatives:participationRole.${value}`) }))}
            onChange={(event) => change(key, { role: event.currentTarget.value as ParticipationRole })}
          />
          {lines.length > 1 && (
            <CloseButton
              size="lg"
              aria-label={
                organisation
                  ? t('initiatives:partners.remove', { name: organisation.name })
                  : t('initiatives:partners.removeEmpty')
              }
              onClick={() => onChange(lines.filter((line) => line.key !== key))}
            />
          )}
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconPlus aria-hidden="true" size={18} />}
          onClick={() => onChange([...lines, { key: crypto.randomUUID(), organisation: null, role: 'contributor' }])}
        >
          {t('initiatives:partners.another')}
        </Button>
      </div>
    </FormPart>
  )
}
