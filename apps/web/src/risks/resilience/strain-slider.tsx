import { useId } from 'react'

interface Props {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly said: string
  readonly onChange: (value: number) => void
}

/** One strain; the page follows while it is dragged. */
export function StrainSlider({ label, value, least, most, said, onChange }: Props) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>
        <span>{label}</span>
        <output htmlFor={id}>{said}</output>
      </label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        value={value}
        aria-valuetext={said}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  )
}
