import { existsSync } from 'node:fs'
import type { Manner } from './lease.ts'
import { endLease } from './lease.ts'
import type { Place } from './place.ts'

// Started by takeLease. The pipe on stdin closes when the process that holds the lease ends, however it ends; a lease
// that is still there then was not given back.
const { place, file, manner } = JSON.parse(process.argv[2] ?? '') as { place: Place; file: string; manner: Manner }
for await (const _ of process.stdin);
if (existsSync(file)) await endLease(place, file, manner)
