export const shell = {
  nav: {
    today: 'Today',
    whatIf: 'What if they leave?',
    resilience: 'Funding resilience',
    vitalSigns: 'Vital signs',
    network: 'Network',
    partners: 'Partners',
    initiatives: 'Initiatives',
    spaces: 'Spaces',
    calendar: 'What is on',
    pledges: 'Pledges',
    finances: 'Finances',
    people: 'People',
    activity: 'Activity',
    exchange: 'Import & export',
    settings: 'Settings',
  },
} as const
