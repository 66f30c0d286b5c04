import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type Props = Omit<ButtonProps, 'component'> & AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }

function ButtonAnchor({ ref, ...props }: Props) {
  return <Button component="a" ref={ref ?? null} {...props} />
}

/** A link that looks like a button, for what leads to a page. */
export const LinkButton = createLink(ButtonAnchor)
