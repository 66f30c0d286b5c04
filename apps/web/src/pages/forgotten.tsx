import { createFileRoute } from '@tanstack/react-router'
import { Forgotten } from '../accounts/forgotten.tsx'

export const Route = createFileRoute('/forgotten')({ component: Forgotten })
