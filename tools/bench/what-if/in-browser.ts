import { measureGenerated } from './measure.ts'

Object.assign(globalThis, { measureGenerated })
