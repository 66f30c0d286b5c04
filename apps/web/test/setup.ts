import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// What jsdom lacks and pages ask for.
globalThis.matchMedia ??= (query: string) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener() {},
    removeListener() {},
  }) as MediaQueryList
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.scrollTo = () => {}
if ('Element' in globalThis) Element.prototype.scrollIntoView ??= () => {}

afterEach(() => {
  cleanup()
  if ('document' in globalThis) sessionStorage.clear()
})
