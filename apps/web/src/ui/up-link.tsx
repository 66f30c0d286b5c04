import { IconChevronLeft } from '@tabler/icons-react'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'

// The router calls a list current while a thing of it is shown; the way up never leads to where one is.
function UpAnchor({ children, ...props }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...props} aria-current={undefined}>
      <IconChevronLeft aria-hidden="true" size={16} className="mantine-rotate-rtl" />
      <bdi>{children}</bdi>
    </a>
  )
}

/** The way up to the list, or to the thing, a page belongs to. */
export const UpLink = createLink(UpAnchor)
