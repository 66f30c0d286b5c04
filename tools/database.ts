import { ensureDatabase, takeLease } from './postgres/lease.ts'
import { placeFor } from './postgres/place.ts'
import type { Settings } from './settings.ts'

export interface OpenDatabase {
  databaseUrl: string
  isEmbedded: boolean
  /** For people: where the data live. */
  description: string
  close(): Promise<void>
}

/** The server that DATABASE_URL names, or the embedded one, kept running until `close`. */
export async function openDatabase({ databaseUrl, dataDir }: Settings): Promise<OpenDatabase> {
  if (databaseUrl !== null) {
    return {
      databaseUrl,
      isEmbedded: false,
      description: 'the server that DATABASE_URL names',
      close: async () => undefined,
    }
  }
  const place = placeFor(dataDir)
  const lease = await takeLease(place)
  try {
    await ensureDatabase(lease.server, 'commonweal')
  } catch (error) {
    await lease.release()
    throw error
  }
  return {
    databaseUrl: lease.server.urlOf('commonweal'),
    isEmbedded: true,
    description: `PostgreSQL ${place.binaries.version.split('-')[0]} in ${place.home}`,
    close: () => lease.release(),
  }
}
