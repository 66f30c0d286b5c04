/** Search parameters as plain text, `?sector=health&q=lib`: readable, and typed by hand if one likes. */
export function readSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function writeSearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      if (value !== '') parameters.set(name, String(value))
    }
  }
  return parameters.size ? `?${parameters}` : ''
}
