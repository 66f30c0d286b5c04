import type { english } from './english.ts'

/** A key that no catalogue has does not compile. Import this file once where `t` is used. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof english
  }
}
