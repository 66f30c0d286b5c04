import { expect, test } from 'vitest'
import { askedAgain } from './asked-again.ts'
import { NoAnswerError } from './problem-error.ts'

test('whoever made a change waits for what is asked again, unless the server did not answer', async () => {
  let asked = 0
  const settle = askedAgain(async () => {
    asked += 1
    return 'asked'
  })
  await expect(settle({}, null)).resolves.toBe('asked')
  await expect(settle(undefined, new Error('refused'))).resolves.toBe('asked')
  expect(settle(undefined, new NoAnswerError('refused'))).toBeUndefined()
  expect(asked).toBe(3)
})
