/** What was said of each month when it was assessed. */
export const assessments = {
  title: 'What was said',
  lead: 'What was said of each month when it was assessed, and each time its level turned out to be another one.',
  from: 'From the month of',
  to: 'Until the month of',
  sort: { '-month': 'Latest month first', month: 'Earliest month first' },
  month: 'Month',
  which: 'Assessment',
  first: 'First',
  revision: 'Revision {{position, number}}',
  knownOn: 'Facts known until',
  assessedAt: 'Said on',
  onset: 'Since',
  engine: 'Rules',
  parameters: 'Thresholds',
  empty: {
    title: 'Nothing has been said yet',
    body: 'Each month is assessed when it begins, and what is said is kept here.',
  },
} as const
