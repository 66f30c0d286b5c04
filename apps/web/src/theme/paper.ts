const name = 'data-mantine-color-scheme'

/** Paper is white: while a page is printed it has the light appearance, whatever the screen has. */
export function printOnWhite(root: HTMLElement): void {
  let onScreen: string | null = null
  addEventListener('beforeprint', () => {
    onScreen = root.getAttribute(name)
    root.setAttribute(name, 'light')
  })
  addEventListener('afterprint', () => {
    if (onScreen !== null) root.setAttribute(name, onScreen)
  })
}
