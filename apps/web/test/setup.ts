import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// How busy the machine is decides no test: what is waited for may take its time.
configure({ asyncUtilTimeout: 10_000 })

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
if ('HTMLDialogElement' in globalThis)
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
// jsdom lays nothing out and so has nowhere to scroll to.
if ('Element' in globalThis) Object.assign(Element.prototype, { scrollIntoView: () => {} })

afterEach(() => {
  cleanup()
  if ('document' in globalThis) sessionStorage.clear()
})
