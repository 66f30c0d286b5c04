import * as contract from '@commonweal/contracts/imports'
import { found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { exportCommunity, startImport, type ImportHouse } from './imports.actions.ts'
import { findImport, findSlug } from './imports.store.ts'

export function importRoutes(house: House): void {
  const imports: ImportHouse = {
    running: { under: new Set(), isClosing: false },
    clock: house.clock,
    log: house.app.log,
    files: house.files,
  }
  // An import broken off here changes nothing and is marked as interrupted, rather than found silent later.
  house.app.addHook('preClose', async () => {
    imports.running.isClosing = true
    await Promise.all(imports.running.under)
  })

  serve(house, contract.startImport, async ({ scope, query, bytes }) =>
    startImport(scope, imports, { bytes, isDryRun: query.isDryRun ?? false, isLenient: query.isLenient ?? false }),
  )
  serve(house, contract.readImport, async ({ scope, params }) => found(await findImport(scope, params.importId)))
  serve(house, contract.exportCommunity, async ({ scope, reply }) => {
    const slug = found(await findSlug(scope))
    const day = scope.now.toISOString().slice(0, 10)
    reply.header('content-disposition', `attachment; filename="${slug}-${day}.zip"`).header('cache-control', 'no-store')
    return exportCommunity(scope, house.files)
  })
}
