/**
 * Three circles that share a middle, as in `public/icon.svg`. Drawn here and not as an image: for an image of this kind a browser sets
 * up a document of its own, which on a slow device takes as long as ten rows of a table.
 */
export function Mark({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#185a50" />
      <path
        d={`${circle(12, 12.5)}${circle(20, 12.5)}${circle(16, 19.5)}`}
        fill="none"
        stroke="#fbf8f3"
        strokeWidth="2.4"
      />
    </svg>
  )
}

const circle = (x: number, y: number) => `M${x - 5.6} ${y}a5.6 5.6 0 1 0 11.2 0a5.6 5.6 0 1 0 -11.2 0`
