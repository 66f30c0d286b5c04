import { serverAccount } from './account.ts'
import { lasting, takeLease } from './lease.ts'
import { placeAt } from './place.ts'

// For the tests of the launcher: a process that takes a lease on the place named in its argument, says so, gives it back
// on TERM, and can be killed.
const lease = await takeLease(placeAt(process.argv[2] ?? '', serverAccount()), lasting)
const staysAlive = setInterval(() => undefined, 60_000)
process.once('SIGTERM', () => void lease.release().then(() => clearInterval(staysAlive)))
process.stdout.write(`${lease.server.pid}\n`)
