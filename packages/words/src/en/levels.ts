/** Levels of flags and signs, where one stands alone. */
export const levels = {
  none: 'Clear',
  watch: 'Watch',
  warning: 'Warning',
  critical: 'Critical',
  'insufficient-data': 'Not enough data',
} as const
