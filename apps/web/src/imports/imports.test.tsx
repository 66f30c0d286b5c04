import * as contract from '@commonweal/contracts/imports'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { communityId, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'
import { filesOfInput, packageOf } from './chosen-package.ts'
import { groupIssues, isKnown } from './issue-words.ts'

const page = '/c/lindenmark/exchange'
const [dryId, realId] = ['01900000-0000-7000-8000-0000000000d1', '01900000-0000-7000-8000-0000000000d2']

function importOf(fields: Partial<contract.Import> = {}): contract.Import {
  return {
    id: dryId,
    status: 'done',
    phase: 'finished',
    rowsDone: 30,
    rowsTotal: 30,
    isDryRun: true,
    startedAt: '2026-11-22T10:00:00Z',
    finishedAt: '2026-11-22T10:00:03Z',
    source: 'lindenmark',
    counts: [{ file: 'organisations.csv', rows: 30, added: 20, changed: 4, unchanged: 5, conflicts: 1, absent: 2 }],
    faults: [],
    faultsTotal: 0,
    warnings: [],
    conflicts: [],
    absent: [],
    ...fields,
  }
}

const zip = () => new File([new Uint8Array([80, 75, 3, 4])], 'lindenmark.zip', { type: 'application/zip' })

/** The label of the hidden input is the one of its button. */
async function chooseZip(file = zip()) {
  await screen.findByRole('button', { name: 'Choose a zip' })
  const input = document.querySelector('input[type=file]') as HTMLInputElement
  fireEvent.change(input, { target: { files: [file] } })
  await screen.findByText('lindenmark.zip')
}

test('a package is checked first; importing it is offered only after a clean check', async () => {
  const started: object[] = []
  const steps = [importOf({ status: 'running', phase: 'writing', rowsDone: 12 }), importOf()]
  serve([
    ...signedIn('steward'),
    answer(contract.startImport, ({ query }) => {
      started.push(query)
      const isDryRun = String(query.isDryRun) === 'true'
      return importOf({
        id: isDryRun ? dryId : realId,
        isDryRun,
        status: 'running',
        phase: 'reading',
        rowsTotal: 0,
        finishedAt: null,
      })
    }),
    answer(contract.readImport, ({ params }) =>
      params.importId === dryId ? (steps.shift() ?? importOf()) : importOf({ id: realId, isDryRun: false }),
    ),
  ])
  const { user, router } = renderAt(page)
  await chooseZip()
  expect(screen.queryByRole('button', { name: 'Import now' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Check without changing anything' }))
  expect(await screen.findByRole('progressbar')).toBeTruthy()
  expect(await screen.findByText('The check found no fault.', {}, { timeout: 4000 })).toBeTruthy()
  const row = within(screen.getByRole('row', { name: /organisations\.csv/ }))
  expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['30', '20', '4', '5', '1', '2'])

  await user.click(screen.getByRole('button', { name: 'Import now' }))
  expect(await screen.findByText('Imported: 24 rows added or changed.', {}, { timeout: 4000 })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'See the vital signs' })).toBeTruthy()
  expect(router.state.location.search).toEqual({ import: realId })
  expect(started).toEqual([
    { isDryRun: 'true', isLenient: 'false' },
    { isDryRun: 'false', isLenient: 'false' },
  ])
})

test('faults are gathered by what is wrong, with their lines; nothing is offered to import', async () => {
  const fault = (line: number, value: string) => ({
    file: 'organisations.csv',
    line,
    column: 'sector',
    code: 'not-in-list',
    value,
  })
  serve([
    ...signedIn('steward'),
    answer(contract.startImport, () => importOf({ status: 'running' })),
    answer(contract.readImport, () =>
      importOf({
        status: 'refused',
        faults: [
          fault(4, 'schol'),
          fault(9, 'bnk'),
          { file: 'people.csv', line: null, column: null, code: 'missing-file', value: null },
        ],
        faultsTotal: 3,
      }),
    ),
  ])
  const { user } = renderAt(page)
  await chooseZip()
  await user.click(screen.getByRole('button', { name: 'Check without changing anything' }))
  expect(
    within(await screen.findByRole('alert', {}, { timeout: 4000 })).getByText(
      'The package has 3 faults. Nothing was changed.',
    ),
  ).toBeTruthy()
  const faults = within(screen.getByRole('region', { name: 'Faults' }))
  expect(faults.getByText('This is none of the values the column takes.')).toBeTruthy()
  expect(faults.getByText('2 times')).toBeTruthy()
  expect(faults.getByRole('row', { name: '9 bnk' })).toBeTruthy()
  expect(faults.getByText('This file is missing.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Import now' })).toBeNull()
  expect(screen.getByText('lindenmark.zip')).toBeTruthy()
})

test('a refusal says why, and what was chosen stays chosen', async () => {
  serve([
    ...signedIn('steward'),
    answer(contract.startImport, () => {
      throw new Refusal('import-running')
    }),
  ])
  const { user } = renderAt(page)
  await chooseZip()
  await user.click(screen.getByRole('button', { name: 'Check without changing anything' }))
  expect(await screen.findByText('Another import is running. Wait until it has finished.')).toBeTruthy()
  expect(screen.getByText('lindenmark.zip')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Check without changing anything' })).toBeTruthy()
})

test('after a change of the package or of its reading it has to be checked again', async () => {
  serve([
    ...signedIn('steward'),
    answer(contract.startImport, () => importOf({ status: 'running' })),
    answer(contract.readImport, () => importOf()),
  ])
  const { user } = renderAt(page)
  await chooseZip()
  await user.click(screen.getByRole('button', { name: 'Check without changing anything' }))
  expect(await screen.findByRole('button', { name: 'Import now' }, { timeout: 4000 })).toBeTruthy()
  await user.click(screen.getByRole('checkbox', { name: /Pass over unknown/ }))
  expect(screen.queryByRole('button', { name: 'Import now' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Check again' })).toBeTruthy()
})

test('an address shows the result of its import after a reload', async () => {
  serve([...signedIn('steward'), answer(contract.readImport, () => importOf({ status: 'interrupted' }))])
  renderAt(`${page}?import=${dryId}`)
  expect(await screen.findByText(/broken off before its end/)).toBeTruthy()
})

test('who is no steward is told whom to ask', async () => {
  serve([...signedIn('coordinator')])
  renderAt(page)
  expect(await screen.findByText('This page is for other roles')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Import & export' })).toBeNull()
})

test('the export is fetched with the session and saved under name and day', async () => {
  const saved: string[] = []
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:zip', revokeObjectURL: () => {} }))
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  serve([...signedIn('steward'), answer(contract.exportCommunity, () => null as never)])
  const { user } = renderAt(page)
  await user.click(await screen.findByRole('button', { name: 'Export everything' }))
  await waitFor(() => expect(saved).toEqual([expect.stringMatching(/^lindenmark-\d{4}-\d\d-\d\d\.zip$/)]))
})

test('a folder is zipped below its own name, without what systems leave behind', async () => {
  const file = (at: string, text: string) => {
    const made = new File([text], at.split('/').at(-1) ?? '')
    Object.defineProperty(made, 'webkitRelativePath', { value: at })
    return made
  }
  const files = [file('town/community.json', '{}'), file('town/people.csv', 'id\r\nä\r\n'), file('town/.DS_Store', 'x')]
  const chosen = await packageOf(filesOfInput(files as unknown as FileList))
  expect(chosen).toMatchObject({ name: 'town', files: 2 })
  const unzipped = unzipSync(chosen?.bytes ?? new Uint8Array())
  expect(Object.keys(unzipped)).toEqual(['community.json', 'people.csv'])
  expect(strFromU8(unzipped['people.csv'] as Uint8Array)).toBe('id\r\nä\r\n')
})

test('equal faults are one group, the most frequent first', () => {
  const issue = (code: string, line: number) => ({ file: 'a.csv', line, column: 'x', code, value: null })
  const groups = groupIssues([issue('missing', 1), issue('not-a-day', 2), issue('not-a-day', 3)])
  expect(groups.map(({ code, issues }) => [code, issues.length])).toEqual([
    ['not-a-day', 2],
    ['missing', 1],
  ])
})

test('every code the server writes about a package has its sentence', () => {
  const sources = import.meta.glob<string>(['../../../api/src/imports/*.ts', '!**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  const written =
    /(?:code: |CellFault\(|NotReadable\(\s*|code: [^'\n]*\? |Fault\([^'\n]*'[a-z_]+', )'([a-z][a-z0-9-]*)'/g
  const codes = Object.values(sources).flatMap((text) => [...text.matchAll(written)].map((match) => match[1] ?? ''))
  expect(new Set(codes).size).toBeGreaterThan(40)
  expect([...new Set(codes)].filter((code) => !isKnown(code))).toEqual([])
})

test('the community of an import is the one of the page', async () => {
  const asked: string[] = []
  serve([
    ...signedIn('steward'),
    answer(contract.readImport, ({ params }) => {
      asked.push(params.communityId)
      return importOf()
    }),
  ])
  renderAt(`${page}?import=${dryId}`)
  expect(await screen.findByText('The check found no fault.')).toBeTruthy()
  expect(screen.getByText(/Choose the same package once more/)).toBeTruthy()
  expect(asked[0]).toBe(communityId)
})
