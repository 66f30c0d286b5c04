import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { describeFiles } from './describe-format.ts'

it('the description of the format says what the table of files says', async () => {
  const description = await readFile(new URL('../../../../docs/package-format.md', import.meta.url), 'utf8')
  expect(description).toContain(describeFiles())
})
