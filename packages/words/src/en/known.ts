/** Readings as they were known on a day. */
export const known = {
  title: 'Read as it was known on a day',
  hint: 'Facts that were recorded, put right or taken out later are left aside, so that you see what could be seen then.',
  day: 'Known until the end of',
  show: 'Show',
  ahead: 'Nobody knows what will be known on a day to come.',
  reads: 'You read what was known on {{day}}.',
  differs: 'What is known now may say otherwise.',
  assumed_one: 'Of {{count, number}} imported fact it is only supposed that it was known on its own day.',
  assumed_other: 'Of {{count, number}} imported facts it is only supposed that they were known on their own day.',
  back: 'Read what is known now',
} as const
