import { hash, verify } from '@node-rs/argon2'

const ARGON2ID = 2

/** OWASP's first choice for argon2id where memory is shared: 19 MiB, two passes, one lane. */
const parameters = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), parameters)
}

let stranger: Promise<string> | undefined

/** Whether the password fits. Without a hash the same work is done, so that known and unknown accounts take equally long. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  stranger ??= hashPassword('nobody signs in with this')
  const fits = await verify(passwordHash ?? (await stranger), password.normalize('NFC'))
  return fits && passwordHash !== null
}
