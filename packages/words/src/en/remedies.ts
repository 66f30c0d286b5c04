/** What usually helps against the threats that the other signs tell of. */
export const remedies = {
  title: 'What usually helps',
  how: 'How it is worked out, and what helps',
  code: {
    'missing-sector': {
      title: 'Ask the sector that is missing',
      text: 'Go to one organisation of it with one concrete thing to do together, and say what it would gain itself.',
    },
    'mixed-task': {
      title: 'A task that needs several sectors',
      text: 'A small initiative that a school, a firm and a club can only do together mends more than a meeting of all.',
    },
    deputy: {
      title: 'Name a deputy',
      text: 'A second coordinator for every running initiative, and once a quarter a month in which the deputy does it alone.',
    },
    'second-contact': {
      title: 'A second person for every partner',
      text: 'Ask each organisation for one more person who may act for it, before the only one changes jobs.',
    },
    'shared-lead': {
      title: 'Share the lead',
      text: 'Let a second partner lead along, and give the next initiative to one that has not led before.',
    },
    'around-the-bridge': {
      title: 'A way around the bridge',
      text: 'Bring two partners together who know each other only through one. One small thing of their own is enough.',
    },
    'two-hats': {
      title: 'Two hats, told apart',
      text: 'Whoever acts for a public body says when they act by statutory duty and when as a partner among partners.',
    },
    'other-hosts': {
      title: 'Rooms of other hosts',
      text: 'Move some meetings into rooms of partners that are no public body, so that nobody can close all doors at once.',
    },
    'before-the-election': {
      title: 'Ask what if, before the election',
      text: 'Read what would be lost if the local government left, and settle the two worst things while everybody is still there.',
    },
    'room-of-a-partner': {
      title: 'A room, promised by the hour',
      text: 'Many partners have rooms that stand empty in the evening. A few hours a week are a pledge like money.',
    },
    'a-place-on-a-fixed-day': {
      title: 'One place, one fixed day',
      text: 'An open hour at the same place every week brings in people who come to no meeting.',
    },
    'young-from-the-start': {
      title: 'Young people from the first day',
      text: 'Ask a youth group to found the next initiative with you, with a budget of its own, before the plan is made.',
    },
    'youth-as-partner': {
      title: 'A youth group as a partner',
      text: 'Schools and services speak for young people. A youth group speaks for itself: invite one as a partner.',
    },
    'staff-time': {
      title: 'Hours of paid staff',
      text: 'Ask the larger partners for a few hours a week of somebody’s working time, with a day to look at it again.',
    },
    'paid-coordination': {
      title: 'Pay for what holds it together',
      text: 'Volunteers carry what they love. Put the hours of calling, booking and writing into the budget.',
    },
  },
} as const
