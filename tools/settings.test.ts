import path from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, repository, withoutSettings } from './settings.ts'

test('without settings the product is at home: loopback, embedded database, data in the repository', () => {
  expect(readSettings({})).toEqual({
    host: '127.0.0.1',
    port: 4310,
    databaseUrl: null,
    dataDir: path.join(repository, '.data'),
    publicUrl: null,
  })
})

test('a relative data folder means where the caller stands', () => {
  expect(readSettings({ COMMONWEAL_DATA_DIR: 'here', INIT_CWD: '/srv' }).dataDir).toBe('/srv/here')
  expect(readSettings({ COMMONWEAL_DATA_DIR: '/data', INIT_CWD: '/srv' }).dataDir).toBe('/data')
})

test.each(['abc', '-1', '65536', '80.5', '0x50', ' 80'])('the port "%s" is refused', (port) => {
  expect(() => readSettings({ PORT: port })).toThrow('a port is a number')
})

test('a public address needs its scheme and loses its last slash', () => {
  expect(readSettings({ COMMONWEAL_PUBLIC_URL: 'https://commons.example.org/' }).publicUrl).toBe(
    'https://commons.example.org',
  )
  expect(() => readSettings({ COMMONWEAL_PUBLIC_URL: 'commons.example.org' })).toThrow('must be an address')
})

test('tests do not see the settings of an installation', () => {
  const env = {
    PATH: '/bin',
    DATABASE_URL: 'x',
    PORT: '1',
    HOST: 'y',
    PGHOST: 'z',
    COMMONWEAL_DEMO: '1',
    HOSTNAME: 'kept',
  }
  expect(withoutSettings(env)).toEqual({ PATH: '/bin', HOSTNAME: 'kept' })
})
