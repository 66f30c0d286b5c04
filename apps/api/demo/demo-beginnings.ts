/** What somebody set out to do: who leads, when it begins (months after the beginning of the story) and how long it is planned. */
export interface Idea {
  readonly offset: number
  readonly day: number
  readonly months: number
  readonly lead: string
  readonly theme: string
  readonly title: string
  readonly kind?: 'micro' | 'experiment' | 'infrastructure'
  readonly summary?: string
  readonly outcome?: string
  readonly lesson?: string
  readonly end?: 'sunset' | 'abandoned'
  /** Months after which it is looked at together. */
  readonly review?: number
  /** Past its planned end and nobody has said how it went. */
  readonly isLeftOpen?: true
  /** Partners beside the lead; drawn from those who are there when left out. */
  readonly with?: readonly string[]
  readonly without?: readonly string[]
}

/** A healthy start: many leads, many mixes. */
export const beginnings: readonly Idea[] = [
  {
    offset: 0,
    day: 14,
    months: 9,
    lead: 'evening',
    theme: 'Network',
    title: 'Round table on the first Thursday',
    kind: 'infrastructure',
    summary: 'Everybody who does something for Lindenmark at one table, with soup.',
  },
  {
    offset: 0,
    day: 25,
    months: 8,
    lead: 'library',
    theme: 'Learning',
    title: 'Homework help at the library',
    outcome: 'Sixty pupils, three afternoons a week, none without a chair.',
    lesson: 'Pupils explain better than we do. Next time they lead.',
    summary: 'Pupils of the upper forms sit with younger ones, three afternoons a week.',
  },
  { offset: 1, day: 9, months: 10, lead: 'open-door', theme: 'Arrival', title: 'First words: language café' },
  { offset: 1, day: 22, months: 7, lead: 'sports', theme: 'Health', title: 'Walking football for over-fifties' },
  { offset: 2, day: 11, months: 9, lead: 'care', theme: 'Ageing', title: 'Neighbour on call' },
  { offset: 2, day: 27, months: 6, lead: 'secondary', theme: 'Work', title: 'A day in somebody’s job' },
  {
    offset: 3,
    day: 8,
    months: 12,
    lead: 'repair',
    theme: 'Sharing',
    title: 'Repair café',
    summary: 'Bring it broken, mend it together, have a coffee.',
  },
  { offset: 4, day: 6, months: 8, lead: 'primary', theme: 'Learning', title: 'Reading grandparents' },
  { offset: 4, day: 19, months: 6, lead: 'bakery', theme: 'Sharing', title: 'Bread of yesterday', kind: 'micro' },
  { offset: 5, day: 3, months: 9, lead: 'parish', theme: 'Ageing', title: 'Thursday kitchen' },
  { offset: 5, day: 24, months: 8, lead: 'council', theme: 'Place', title: 'Benches where people want them' },
  {
    offset: 6,
    day: 15,
    months: 10,
    lead: 'traders',
    theme: 'Place',
    title: 'Empty windows, full of drawings',
    kind: 'experiment',
  },
  { offset: 7, day: 20, months: 9, lead: 'health', theme: 'Health', title: 'Blood pressure and a chat' },
  {
    offset: 8,
    day: 7,
    months: 10,
    lead: 'youth-council',
    theme: 'Youth',
    title: 'Room to be loud',
    summary: 'A rehearsal room with a key for the young.',
  },
  { offset: 8, day: 21, months: 8, lead: 'bank', theme: 'Work', title: 'Money talk without shame' },
  { offset: 9, day: 12, months: 9, lead: 'choir', theme: 'Culture', title: 'Songs from nine kitchens' },
  { offset: 10, day: 10, months: 9, lead: 'neighbours', theme: 'Place', title: 'Station Quarter map of wishes' },
  { offset: 10, day: 25, months: 7, lead: 'open-door', theme: 'Arrival', title: 'Bicycle first, then the licence' },
  { offset: 11, day: 16, months: 10, lead: 'museum', theme: 'Culture', title: 'Weaving for beginners of all ages' },
  { offset: 12, day: 13, months: 9, lead: 'evening', theme: 'Learning', title: 'Phone clinic: bring yours' },
  { offset: 13, day: 5, months: 10, lead: 'seed-garden', theme: 'Environment', title: 'Seedling exchange' },
  { offset: 13, day: 23, months: 8, lead: 'carpentry', theme: 'Sharing', title: 'Workbench for everybody' },
  { offset: 14, day: 9, months: 9, lead: 'sports', theme: 'Arrival', title: 'Sport finds you: open training' },
  { offset: 15, day: 4, months: 8, lead: 'library', theme: 'Culture', title: 'Living books: borrow a neighbour' },
  { offset: 15, day: 26, months: 10, lead: 'secondary', theme: 'Environment', title: 'Measuring our brook' },
  { offset: 16, day: 17, months: 9, lead: 'care', theme: 'Ageing', title: 'An evening off for those who care' },
  { offset: 17, day: 8, months: 8, lead: 'youth-council', theme: 'Youth', title: 'Radio from the attic' },
  { offset: 18, day: 14, months: 9, lead: 'health', theme: 'Health', title: 'Fathers on the playground' },
  { offset: 19, day: 6, months: 8, lead: 'repair', theme: 'Sharing', title: 'Library of things' },
  { offset: 20, day: 11, months: 9, lead: 'neighbours', theme: 'Place', title: 'A tree for every staircase' },
  { offset: 20, day: 28, months: 7, lead: 'traders', theme: 'Work', title: 'Taster weeks on Mill Lane' },
  { offset: 21, day: 15, months: 9, lead: 'primary', theme: 'Learning', title: 'Two languages, one story' },
  { offset: 22, day: 9, months: 8, lead: 'parish', theme: 'Health', title: 'Warm rooms, open doors' },
  { offset: 23, day: 20, months: 8, lead: 'bakery', theme: 'Work', title: 'Night shift: apprentices show their trade' },
  { offset: 24, day: 12, months: 8, lead: 'evening', theme: 'Learning', title: 'Citizens teach citizens' },
  { offset: 25, day: 7, months: 7, lead: 'museum', theme: 'Culture', title: 'The town in a hundred objects' },
  { offset: 26, day: 16, months: 7, lead: 'open-door', theme: 'Arrival', title: 'Cooking for two hundred' },
]
