export const shell = {
  nav: {
    vitalSigns: 'Vital signs',
    partners: 'Partners',
    initiatives: 'Initiatives',
    spaces: 'Spaces',
    pledges: 'Pledges',
    finances: 'Finances',
    people: 'People',
    activity: 'Activity',
    exchange: 'Import & export',
  },
} as const
