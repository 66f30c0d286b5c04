import { IconChevronLeft } from '@tabler/icons-react'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'

function UpAnchor({ children, ...props }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...props}>
      <IconChevronLeft aria-hidden="true" size={16} className="mantine-rotate-rtl" />
      <bdi>{children}</bdi>
    </a>
  )
}

/** The way up to the list, or to the thing, a page belongs to. */
export const UpLink = createLink(UpAnchor)
