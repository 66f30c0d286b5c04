export const initiatives = {
  title: 'Initiatives',
  participationRole: {
    lead: 'Lead',
    'co-lead': 'Co-lead',
    contributor: 'Contributor',
    supporter: 'Supporter',
    beneficiary: 'Beneficiary',
  },
  running: 'Running',
  ended: 'Ended',
} as const
