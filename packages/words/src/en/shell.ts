export const shell = {
  nav: {
    vitalSigns: 'Vital signs',
    partners: 'Partners',
    initiatives: 'Initiatives',
    spaces: 'Spaces',
    calendar: 'What is on',
    pledges: 'Pledges',
    finances: 'Finances',
    people: 'People',
    activity: 'Activity',
    exchange: 'Import & export',
  },
} as const
