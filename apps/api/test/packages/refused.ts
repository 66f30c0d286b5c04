import { least } from './package-work.ts'

export const community = (change: object) =>
  JSON.stringify({ ...(JSON.parse(least['community.json'] ?? '') as object), ...change })
const organisations = (...rows: string[]) =>
  `id,name,sector,parent_id,joined_on,left_on,leave_reason\n${rows.join('\n')}\n`
const initiatives = (...rows: string[]) =>
  `id,title,kind,started_on,planned_end_on,ended_on,end_state,state\n${rows.join('\n')}\n`
const spaces = 'id,name,kind\ns1,Hall,physical\n'
const bookings = (...rows: string[]) => `id,space_id,organisation_id,starts_at,ends_at,status\n${rows.join('\n')}\n`
const pledges = (...rows: string[]) =>
  `id,organisation_id,kind,route,amount_minor,currency,quantity,status\n${rows.join('\n')}\n`
export const costs = (...rows: string[]) => `due_on,amount_minor,currency,label\n${rows.join('\n')}\n`

type Case = [rule: string, files: Readonly<Record<string, string | Buffer>>, faults: string[]]

/** Each check once: a package of the least kind with these files instead, and what is said of it. */
export const refused: Case[] = [
  ['an unknown file', { 'extra.csv': 'id\n1\n' }, ['extra.csv:- - unknown-file']],
  [
    'an unknown column',
    { 'organisations.csv': 'id,name,sector,mood\no1,A,sport,good\n' },
    ['organisations.csv:1 mood unknown-column'],
  ],
  [
    'a column twice',
    { 'organisations.csv': 'id,name,name,sector\no1,A,B,sport\n' },
    ['organisations.csv:1 name column-twice'],
  ],
  ['a missing column', { 'organisations.csv': 'id,name\no1,A\n' }, ['organisations.csv:1 sector missing-column']],
  ['a file without a header', { 'organisations.csv': '' }, ['organisations.csv:1 - missing-header']],
  [
    'a row with too few cells',
    { 'organisations.csv': 'id,name,sector\no1,A\n' },
    ['organisations.csv:2 - wrong-number-of-cells'],
  ],
  [
    'an empty required cell',
    { 'organisations.csv': 'id,name,sector\no1,,sport\n' },
    ['organisations.csv:2 name missing'],
  ],
  ['an empty id', { 'organisations.csv': 'id,name,sector\n,A,sport\n' }, ['organisations.csv:2 id missing']],
  [
    'a quote that never closes',
    { 'organisations.csv': 'id,name,sector\no1,"A,sport\n' },
    ['organisations.csv:2 - csv-not-readable'],
  ],
  [
    'bytes that are not UTF-8, by line',
    { 'organisations.csv': Buffer.from('id,name,sector\no1,B\xf8rn,sport\n', 'latin1') },
    ['organisations.csv:2 - not-utf-8'],
  ],
  [
    'half a character',
    {
      'organisations.csv': Buffer.concat([
        Buffer.from('id,name,sector\no1,'),
        Buffer.from([0xed, 0xa0, 0x80]),
        Buffer.from(',sport\n'),
      ]),
    },
    ['organisations.csv:2 - not-utf-8'],
  ],
  [
    'NUL',
    { 'organisations.csv': 'id,name,sector\no1,A\u0000B,sport\n' },
    ['organisations.csv:2 name control-character'],
  ],
  [
    'a line break in a name',
    { 'organisations.csv': 'id,name,sector\no1,"A\nB",sport\n' },
    ['organisations.csv:2 name control-character'],
  ],
  [
    'a value that is not in its list',
    { 'organisations.csv': 'id,name,sector\no1,A,sports\n' },
    ['organisations.csv:2 sector not-in-list'],
  ],
  [
    'a day that does not exist',
    { 'initiatives.csv': initiatives('i1,A,joint,2023-02-29,,,,') },
    ['initiatives.csv:2 started_on not-a-day'],
  ],
  [
    'an instant without its offset',
    { 'spaces.csv': spaces, 'bookings.csv': bookings('b1,s1,o1,2025-01-01T10:00:00,2025-01-01T11:00:00Z,confirmed') },
    ['bookings.csv:2 starts_at instant-without-offset'],
  ],
  [
    'an instant that does not exist',
    { 'spaces.csv': spaces, 'bookings.csv': bookings('b1,s1,o1,2025-02-30T10:00:00Z,2025-03-01T25:00:00Z,confirmed') },
    ['bookings.csv:2 starts_at not-an-instant', 'bookings.csv:2 ends_at not-an-instant'],
  ],
  [
    'money that is not whole',
    { 'costs.csv': costs('2025-01-01,12.50,EUR,Tea') },
    ['costs.csv:2 amount_minor not-an-integer'],
  ],
  [
    'money beyond 2^53 − 1',
    { 'costs.csv': costs('2025-01-01,9007199254740993,EUR,Tea') },
    ['costs.csv:2 amount_minor out-of-range'],
  ],
  ['a currency that is none', { 'costs.csv': costs('2025-01-01,1,XQX,Tea') }, ['costs.csv:2 currency not-a-currency']],
  [
    'an id twice, also as a UUID in another case',
    {
      'organisations.csv': organisations(
        'o1,A,sport,,,,',
        'o1,B,sport,,,,',
        '018f4a4e-0000-7000-8000-00000000000a,C,sport,,,,',
        '018F4A4E-0000-7000-8000-00000000000A,D,sport,,,,',
      ),
    },
    ['organisations.csv:3 id id-twice', 'organisations.csv:5 id id-twice'],
  ],
  [
    'references to rows nobody has',
    { 'participations.csv': 'initiative_id,organisation_id,role\ni9,o9,lead\n' },
    [
      'participations.csv:2 initiative_id initiatives-unknown',
      'participations.csv:2 organisation_id organisations-unknown',
    ],
  ],
  [
    'an organisation above itself',
    { 'organisations.csv': organisations('o1,A,sport,o1,,,') },
    ['organisations.csv:2 parent_id parent-cycle'],
  ],
  [
    'organisations above each other, not those below them',
    { 'organisations.csv': organisations('o1,A,sport,o2,,,', 'o2,B,sport,o1,,,', 'o3,C,sport,o1,,,') },
    ['organisations.csv:2 parent_id parent-cycle', 'organisations.csv:3 parent_id parent-cycle'],
  ],
  [
    'leaving before joining',
    { 'organisations.csv': organisations('o1,A,sport,,2020-01-02,2020-01-01,') },
    ['organisations.csv:2 left_on dates-in-wrong-order'],
  ],
  [
    'a reason without leaving',
    { 'organisations.csv': organisations('o1,A,sport,,2020-01-02,,moved') },
    ['organisations.csv:2 leave_reason reason-without-leaving'],
  ],
  [
    'a membership said in both ways',
    { 'memberships.csv': 'organisation_id,state,from\no1,active,2020-01-01\n' },
    ['organisations.csv:2 joined_on membership-twice'],
  ],
  [
    'memberships that overlap',
    {
      'organisations.csv': 'id,name,sector\no1,A,sport\n',
      'memberships.csv': 'organisation_id,state,from,to\no1,active,2020-01-01,2021-01-02\no1,paused,2021-01-01,\n',
    },
    ['memberships.csv:3 - memberships-overlap'],
  ],
  [
    'participations of one role that overlap',
    {
      'participations.csv':
        'initiative_id,organisation_id,role,from,to\ni1,o1,lead,2021-01-01,\ni1,o1,lead,,2021-01-02\ni1,o1,supporter,,\n',
    },
    ['participations.csv:2 - participations-overlap'],
  ],
  [
    'an end before the start',
    { 'initiatives.csv': initiatives('i1,A,joint,2021-01-02,2021-01-01,,,') },
    ['initiatives.csv:2 planned_end_on dates-in-wrong-order'],
  ],
  [
    'an end state without a day',
    { 'initiatives.csv': initiatives('i1,A,joint,2021-01-02,,,sunset,') },
    ['initiatives.csv:2 ended_on end-without-day'],
  ],
  [
    'a day of ending while active',
    { 'initiatives.csv': initiatives('i1,A,joint,2021-01-02,,2022-01-01,,active') },
    ['initiatives.csv:2 state ended-but-open'],
  ],
  [
    'two states that differ',
    { 'initiatives.csv': initiatives('i1,A,joint,2021-01-02,,2022-01-01,sunset,completed') },
    ['initiatives.csv:2 end_state states-differ'],
  ],
  [
    'a pledge of nothing, and one of both',
    { 'pledges.csv': pledges('g1,o1,cash,donation,,,,offered', 'g2,o1,cash,donation,1,EUR,1,offered') },
    ['pledges.csv:2 amount_minor amount-or-quantity-missing', 'pledges.csv:3 amount_minor amount-and-quantity'],
  ],
  [
    'a currency without an amount',
    { 'pledges.csv': pledges('g1,o1,in-kind,donation,,EUR,2,offered') },
    ['pledges.csv:2 currency currency-without-amount'],
  ],
  [
    'a quantity finer than hundredths',
    { 'pledges.csv': pledges('g1,o1,in-kind,donation,,,2.125,offered') },
    ['pledges.csv:2 quantity too-precise'],
  ],
  [
    'bookings of one space that overlap, not those that touch, wait or were declined',
    {
      'spaces.csv': spaces,
      'bookings.csv': bookings(
        'b1,s1,o1,2025-01-01T10:00:00Z,2025-01-01T11:00:00Z,confirmed',
        'b2,s1,o1,2025-01-01T12:30:00+01:00,2025-01-01T13:00:00+01:00,attended',
        'b3,s1,o1,2025-01-01T12:00:00+01:00,2025-01-01T12:45:00+01:00,confirmed',
        'b4,s1,o1,2025-01-01T10:00:00Z,2025-01-01T13:00:00Z,requested',
        'b5,s1,o1,2025-01-01T10:00:00Z,2025-01-01T13:00:00Z,declined',
      ),
    },
    ['bookings.csv:3 - bookings-overlap'],
  ],
  [
    'a booking that ends as it begins',
    {
      'spaces.csv': spaces,
      'bookings.csv': bookings('b1,s1,o1,2025-01-01T10:00:00Z,2025-01-01T11:00:00+01:00,confirmed'),
    },
    ['bookings.csv:2 ends_at dates-in-wrong-order'],
  ],
  [
    'a shared hall of stone',
    { 'spaces.csv': 'id,name,kind,is_shared\ns1,Hall,physical,true\n' },
    ['spaces.csv:2 is_shared shared-space-not-digital'],
  ],
  [
    'opening hours nobody can read',
    { 'spaces.csv': 'id,name,kind,opening_hours\ns1,Hall,physical,mornings\n' },
    ['spaces.csv:2 opening_hours not-opening-hours'],
  ],
  [
    'a zone of a space that is no place',
    { 'spaces.csv': 'id,name,kind,timezone\ns1,Hall,physical,+01:00\n' },
    ['spaces.csv:2 timezone not-a-timezone'],
  ],
  [
    'two open roles of one person',
    { 'people.csv': 'id,display_name\np1,Ada\n', 'roles.csv': 'person_id,role\np1,viewer\np1,steward\n' },
    ['roles.csv:3 - roles-both-open'],
  ],
  [
    'one id for two persons',
    { 'people.csv': 'id,display_name,organisation_id,capacity\np1,Ada,o1,partner\np1,Bo,o1,statutory\n' },
    ['people.csv:3 id id-twice'],
  ],
  [
    'history of a file nobody knows',
    {
      'history.csv':
        'file,row_id,recorded_from,recorded_to,image\nmoods,018f4a4e-0000-7000-8000-00000000000a,2020-01-01T00:00:00Z,2020-01-02T00:00:00Z,{}\n',
    },
    ['history.csv:2 file unknown-file'],
  ],
  [
    'facts that are no JSON object',
    {
      'activity.csv':
        'id,at,verb,object_kind,object_id,facts\na1,2020-01-01T00:00:00Z,x,y,018f4a4e-0000-7000-8000-00000000000a,[]\n',
    },
    ['activity.csv:2 facts not-a-json-object'],
  ],
  [
    'a milestone both reached and dropped, or dropped without a reason',
    {
      'milestones.csv':
        'initiative_id,title,reached_on,dropped_on,note\ni1,A boat,2021-05-01,2021-05-01,why\ni1,A pier,,2021-05-01,\n',
    },
    ['milestones.csv:2 dropped_on reached-and-dropped', 'milestones.csv:3 note dropped-without-reason'],
  ],
  ['a slug that is none', { 'community.json': community({ slug: 'Least!' }) }, ['community.json:- slug not-a-slug']],
  [
    'a zone that is none',
    { 'community.json': community({ timezone: 'Europe/Atlantis' }) },
    ['community.json:- timezone not-a-timezone'],
  ],
  [
    'another format or version',
    { 'community.json': community({ format: 'other', version: 2 }) },
    ['community.json:- format unknown-format', 'community.json:- version unknown-version'],
  ],
  ['an unknown field', { 'community.json': community({ mood: 'good' }) }, ['community.json:- mood unknown-field']],
  ['a community that is not JSON', { 'community.json': '{' }, ['community.json:- - not-a-json-object']],
]
