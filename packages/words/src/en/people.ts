export const people = {
  title: 'People',
  role: {
    viewer: 'Viewer',
    member: 'Member',
    coordinator: 'Coordinator',
    steward: 'Steward',
    none: 'No sign-in',
  },
  capacity: { partner: 'as a partner', statutory: 'by statutory duty' },
} as const
