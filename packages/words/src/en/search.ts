export const search = {
  open: 'Search',
  title: 'Search',
  label: 'What are you looking for?',
  hint: 'Partners, initiatives, spaces, people, pledges',
  results: 'Found',
  kind: { partner: 'Partners', initiative: 'Initiatives', space: 'Spaces', person: 'People', pledge: 'Pledges' },
  nothing: 'Nothing found for "{{q}}". Try fewer letters.',
  start: 'Type a few letters. Arrow keys choose, Enter opens.',
  found_one: '{{count, number}} found',
  found_other: '{{count, number}} found',
} as const
