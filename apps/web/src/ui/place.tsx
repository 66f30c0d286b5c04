import { createContext, use, type ReactNode } from 'react'

const Context = createContext<string | null>(null)

/** Names the place that document titles end with. */
export function Place({ name, children }: { name: string; children: ReactNode }) {
  return <Context value={name}>{children}</Context>
}

export function usePlace(): string | null {
  return use(Context)
}
