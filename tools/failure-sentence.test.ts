import { expect, test } from 'vitest'
import { failureSentence } from './failure-sentence.ts'
import { Refusal } from './refusal.ts'

test.each([
  [new Refusal('Choose another port.'), 'Choose another port.'],
  [Object.assign(new Error('no'), { code: 'EACCES', path: '/srv/data' }), 'This account may not use /srv/data.'],
  [Object.assign(new Error('full'), { code: 'ENOSPC' }), 'The disk is full.'],
  [
    Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    'The database server does not answer (connect',
  ],
  [Object.assign(new Error('no role'), { code: '28P01' }), 'refuses the sign-in (no role)'],
])('%s becomes a sentence', (error, sentence) => {
  expect(failureSentence(error)).toContain(sentence)
  expect(failureSentence(error)).not.toContain('    at ')
})

test('what we do not know is shown with its origin', () => {
  expect(failureSentence(new TypeError('x is not a function'))).toContain('failure-sentence.test.ts')
})
