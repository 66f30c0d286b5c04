import { describe, expect, it } from 'vitest'
import { judgePassword } from './password.ts'

const person = { email: 'astrid.holm@lindenmark.example', displayName: 'Astrid Holm' }
const isCommon = (password: string) => ['correcthorsebatterystaple', 'password1234'].includes(password)
const problemOf = (password: string) => {
  const ruling = judgePassword(password, person, isCommon)
  return ruling.allowed ? null : ruling.problem
}

describe('judgePassword', () => {
  it.each([
    ['a long sentence of my own', null],
    ['löjrom och rädisor', null],
    ['🌱🌿🍀🌳🌲🌴🌵🌾🍂🍁🍃🌻🌼🌷🌹', null],
    ['fourteen chars', 'password-too-short'],
    ['🌱🌿🍀🌳🌲', 'password-too-short'],
    ['aaaaaaaaaaaaaaaaaaaa', 'password-too-common'],
    ['abababababababababab', 'password-too-common'],
    ['CorrectHorseBatteryStaple', 'password-too-common'],
    ['password1234password1234', 'password-too-common'],
    ['astrid.holm1234', 'password-names-you'],
    ['astrid.holm@lindenmark.example', 'password-names-you'],
    ['Astrid Holm likes boats in the harbour', null],
  ])('%s: %s', (password, problem) => {
    expect(problemOf(password)).toBe(problem)
  })
})
