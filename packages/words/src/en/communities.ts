export const communities = {
  mine: {
    title: 'My communities',
    lead: 'Choose where you want to work.',
    empty: 'You are not in a community yet',
    emptyBody: 'Ask the steward of your partnership to invite you with the e-mail address you signed in with.',
    open: 'Open {{name}}',
  },
  switch: 'Change community',
  all: 'All my communities',
  dataThrough: 'Data complete through',
  notFound: 'This community does not exist, or you are not part of it.',
} as const
