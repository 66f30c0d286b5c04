import { expect, test } from 'vitest'
import { printOnWhite } from './paper.ts'

test('a dark page is printed in its light appearance, and is dark again afterwards', () => {
  const root = document.createElement('div')
  root.dataset['mantineColorScheme'] = 'dark'
  printOnWhite(root)
  dispatchEvent(new Event('beforeprint'))
  expect(root.dataset['mantineColorScheme']).toBe('light')
  dispatchEvent(new Event('afterprint'))
  expect(root.dataset['mantineColorScheme']).toBe('dark')
})
