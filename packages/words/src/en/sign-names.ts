/** What the signs of the other threats are called, on every page and in mails. */
export const signNames = {
  'sector-failure': 'Across sectors',
  personalisation: 'On few shoulders',
  'one-organisation': 'One organisation carries all',
  'public-dominance': 'Public bodies lead',
  places: 'Places to meet',
  youth: 'Young people',
  volunteering: 'Unpaid coordination',
} as const
