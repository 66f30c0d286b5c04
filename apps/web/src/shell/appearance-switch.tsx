import { useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useId } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './appearance-switch.module.css'
import '../words/of/common.ts'

const choices = [
  { value: 'light', Sign: IconSun },
  { value: 'dark', Sign: IconMoon },
  { value: 'auto', Sign: IconDeviceDesktop },
] as const

/** Light, dark, or what the device says. */
export function AppearanceSwitch() {
  const { t } = useWords()
  const name = useId()
  // Mantine would switch transitions off by writing a style element, which the page's policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  return (
    <fieldset className={classes.switch}>
      <legend className={classes.legend}>{t('common:scheme.label')}</legend>
      {choices.map(({ value, Sign }) => (
        <label key={value} className={classes.choice} title={t(`common:scheme.${value}`)}>
          <input type="radio" name={name} checked={colorScheme === value} onChange={() => setColorScheme(value)} />
          <Sign aria-hidden="true" size={18} stroke={1.75} />
          <span className={classes.word}>{t(`common:scheme.${value}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
