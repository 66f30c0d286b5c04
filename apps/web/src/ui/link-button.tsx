import { Button, UnstyledButton, useMantineTheme, type MantineTheme } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, CSSProperties, ReactNode, Ref } from 'react'

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly ref?: Ref<HTMLAnchorElement>
  readonly variant?: 'default' | 'light' | 'subtle'
  readonly size?: 'sm' | 'md'
  readonly justify?: 'start'
  readonly leftSection?: ReactNode
}

/** The library's button by its own classes, as plain elements: a page has three of them before its first row. */
function ButtonAnchor({ variant, size = 'md', justify, leftSection, className = '', children, ...anchor }: Props) {
  const look = lookOf(useMantineTheme(), variant, size, justify)
  return (
    <a
      {...anchor}
      className={`${root} ${className}`}
      data-variant={variant}
      data-size={size}
      data-with-left-section={leftSection ? true : undefined}
      style={look}
    >
      <span className={inner}>
        {leftSection && (
          <span className={section} data-position="left">
            {leftSection}
          </span>
        )}
        <span className={label}>{children}</span>
      </span>
    </a>
  )
}

const { inner, section, label } = Button.classes
const root = `mantine-focus-auto mantine-active ${Button.classes.root} ${UnstyledButton.classes.root}`
const looks = new Map<string, CSSProperties>()

function lookOf(
  theme: MantineTheme,
  variant: Props['variant'],
  size: NonNullable<Props['size']>,
  justify: Props['justify'],
): CSSProperties {
  const name = `${variant} ${size} ${justify}`
  const known = looks.get(name)
  if (known) return known
  const look = Button.varsResolver(theme, { size, ...(variant && { variant }), ...(justify && { justify }) }, {})
    .root as CSSProperties
  looks.set(name, look)
  return look
}

/** A link that looks like a button, for what leads to a page. */
export const LinkButton = createLink(ButtonAnchor)
