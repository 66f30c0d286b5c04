import { describe, expect, test } from 'vitest'
import { decimalOf, minorOf, sayMoney } from './money.ts'

describe('money', () => {
  test.each([
    ['1234.5', 'EUR', 123450],
    ['1234,50', 'EUR', 123450],
    ['1.234,50', 'EUR', 123450],
    ['1,234.50', 'EUR', 123450],
    ['1 234', 'EUR', 123400],
    ['1.234', 'EUR', 123400],
    ['1.234.567', 'EUR', 123456700],
    ['0.05', 'EUR', 5],
    ['12', 'JPY', 12],
    ['1,234', 'JPY', 1234],
    ['1.234', 'TND', 1234],
    ['90071992547409.91', 'EUR', 9007199254740991],
    ['90071992547409.92', 'EUR', null],
    ['1.234.56', 'EUR', null],
    ['12.345,678', 'EUR', null],
    ['abc', 'EUR', null],
    ['', 'EUR', null],
    ['-5', 'EUR', null],
  ] as const)('%s of %s is %s minor units', (typed, currency, minor) => {
    expect(minorOf(typed, currency)).toBe(minor)
  })

  test('an amount is shown to its last digit, without a float', () => {
    expect(decimalOf(9007199254740991, 'EUR')).toBe('90071992547409.91')
    expect(decimalOf(5, 'EUR')).toBe('0.05')
    expect(decimalOf(-1234, 'JPY')).toBe('-1234')
    expect(sayMoney(9007199254740991, 'EUR', 'en-GB')).toBe('€90,071,992,547,409.91')
  })
})
