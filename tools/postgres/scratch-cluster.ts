import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serverAccount } from './account.ts'
import type { Lease } from './lease.ts'
import { passing, takeLease } from './lease.ts'
import { placeAt, scratchRoot } from './place.ts'

/** A cluster for one test run: fast, not durable, and gone when the lease ends or its process dies. */
export async function startScratchCluster(): Promise<Lease> {
  const account = serverAccount()
  const home = mkdtempSync(path.join(scratchRoot(tmpdir(), account), 'commonweal-test-'))
  chmodSync(home, 0o755)
  return takeLease(placeAt(home, account), passing)
}
