import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { safeFileName } from './file-name.ts'
import { claimedType, isImageType, MAX_FILE_NAME, mediaTypes, signatureOf, zippedType } from './media-types.ts'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('signatureOf', () => {
  it.each([
    ['application/pdf', '%PDF-1.7'],
    ['image/png', '\x89PNG\r\n\x1a\n'],
    ['image/jpeg', '\xff\xd8\xff\xe0'],
    ['image/webp', 'RIFF\x10\x00\x00\x00WEBP'],
    ['zip', 'PK\x03\x04'],
    [null, 'GIF89a'],
    [null, 'MZ\x90\x00'],
    [null, '<svg xmlns'],
    [null, 'RIFF\x10\x00\x00\x00WAVE'],
    [null, '%PD'],
    [null, ''],
  ])('%s: %j', (type, head) => {
    expect(signatureOf(bytes(head))).toBe(type)
  })
})

describe('zippedType', () => {
  const types = '[Content_Types].xml'
  it.each([
    ['word', [types, 'word/document.xml'], null],
    ['spreadsheetml', [types, 'xl/workbook.xml'], null],
    ['opendocument.text', ['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.text\n'],
    ['opendocument.spreadsheet', ['mimetype'], 'application/vnd.oasis.opendocument.spreadsheet'],
  ])('knows %s', (part, names, mimetype) => {
    expect(zippedType(names, mimetype)).toContain(part)
  })

  it.each([
    ['any other zip', ['a.txt'], null],
    ['macros of Word', [types, 'word/document.xml', 'word/vbaProject.bin'], null],
    ['macros of OpenDocument', ['mimetype', 'Basic/Standard/x.xml'], 'application/vnd.oasis.opendocument.text'],
    ['a presentation', ['mimetype'], 'application/vnd.oasis.opendocument.presentation'],
    ['a zip that calls itself a picture', ['mimetype'], 'image/png'],
  ])('refuses %s', (_, names, mimetype) => {
    expect(zippedType(names, mimetype)).toBeNull()
  })
})

describe('safeFileName', () => {
  it.each([
    ['photo.JPG', 'image/jpeg', 'photo.jpg'],
    ['photo.png', 'image/jpeg', 'photo.png.jpg'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\Users\\ada\\plan.pdf', 'application/pdf', 'plan.pdf'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['re\u202egnp.pdf', 'application/pdf', 'regnp.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'application/pdf', 'aSet-Cookie- x.pdf'],
    ['  ', 'image/png', 'file.png'],
    ['', 'text/csv', 'file.csv'],
    ['Bericht Mai „ä".pdf', 'application/pdf', 'Bericht Mai „ä-.pdf'],
    ['مدرسة.png', 'image/png', 'مدرسة.png'],
    ['a..pdf', 'application/pdf', 'a.pdf'],
  ] as const)('%j of %s becomes %j', (name, type, safe) => {
    expect(safeFileName(name, type)).toBe(safe)
  })

  it('is always one short line that says what it is, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...mediaTypes), (name, type) => {
        const safe = safeFileName(name, type)
        expect([...safe].length).toBeLessThanOrEqual(MAX_FILE_NAME)
        expect(safe).toMatch(/^[^\p{Cc}\p{Cs}"*/:<>?\\|.][^\p{Cc}\p{Cs}"*/:<>?\\|]*$/u)
        expect(claimedType(safe)).toBe(type)
        expect(safeFileName(safe, type)).toBe(safe)
      }),
    )
  })
})

it('only pictures are pictures', () => {
  expect(mediaTypes.filter(isImageType)).toEqual(['image/png', 'image/jpeg', 'image/webp'])
  expect(claimedType('a.exe')).toBeNull()
})
