import { drivers } from './explained-drivers.ts'

/** Why a flag stands where it does: exposure and never blame; nobody is named in a sentence, facts are linked beside it. */
export const explanations = {
  exposure: {
    'silent-and-emptier':
      'No initiative has begun since {{day}}, and {{now}} partners are in running ones where it used to be {{median}}.',
    silent: 'No initiative has begun since {{day}}: {{days}} days of silence, longer than the earlier rhythm explains.',
    slower_one:
      '{{count, number}} initiative began in the last twelve months; at the earlier pace it would have been {{usual}}.',
    slower_other:
      '{{count, number}} initiatives began in the last twelve months; at the earlier pace it would have been {{usual}}.',
    emptier: '{{now}} partners are in running initiatives; it used to be {{median}}.',
    'running-out_one':
      'Of {{running}} running initiatives, {{count, number}} is planned to go on for {{horizon}} more months; the others end before.',
    'running-out_other':
      'Of {{running}} running initiatives, {{count, number}} are planned to go on for {{horizon}} more months; the others end before.',
    'same-circle':
      'The same partners keep working together: {{rate}} of the pairs of the last twelve months are new, where chance would bring {{expected}}.',
    'no-newcomer': 'Everybody has worked with nearly everybody, and no new partner joined in the last twelve months.',
    renewing_one:
      'Joint work keeps renewing itself: {{count, number}} initiative began in the last twelve months, and {{partners}} partners are in running ones.',
    renewing_other:
      'Joint work keeps renewing itself: {{count, number}} initiatives began in the last twelve months, and {{partners}} partners are in running ones.',
    'largest-funder-until':
      '{{part}} of the last twelve months’ money comes from one funder, whose pledge ends on {{day}}.',
    'largest-funder-ended':
      '{{part}} of the last twelve months’ money comes from one funder, whose last pledge ended on {{day}}.',
    'largest-funder-open':
      '{{part}} of the last twelve months’ money comes from one funder, without a pledge that says until when.',
    'few-funders':
      'The money of {{funders}} funders is spread so unevenly that it weighs like that of {{effective}} equal ones.',
    runway: 'Reserves of {{reserves}} and the money promised cover the cost for {{months}} more months.',
    cliff_one:
      'In {{month}}, {{count, number}} month from this reading, promised money falls from {{before}} to {{after}} a half-year.',
    cliff_other:
      'In {{month}}, {{count, number}} months from this reading, promised money falls from {{before}} to {{after}} a half-year.',
    'cliff-here': 'Promised money is falling now: from {{before}} in the half-year before to {{after}} in the next.',
    'income-fall':
      'Income fell to {{ratio}} of the year before: {{income}} came in within twelve months, after {{before}}.',
    'late-payments': 'Of {{due}} that fell due, {{paid}} has arrived: {{share}}.',
    'funders-lost':
      'Funders who gave {{share}} of the earlier income have paid again: {{kept}} of {{funders}}. The rest has to be found anew.',
    'public-money':
      '{{part}} of the last twelve months’ money comes from public bodies, {{local}} of all from local government.',
    spread_one: 'The money comes from {{count, number}} funder; the largest gives {{share}}.',
    spread_other: 'The money comes from {{count, number}} funders; the largest gives {{share}}.',
    calm: 'Nothing points to it.',
    eased: 'This month shows no sign of it any more; the level falls when the signs stay away.',
    unread: 'This month cannot be judged, and not knowing is not the same as all being well.',
  },
  fraction: {
    all: 'All',
    'nearly-all': 'Nearly all',
    'three-quarters': 'Three quarters',
    'two-thirds': 'Two thirds',
    half: 'Half',
    third: 'A third',
  },
  about: {
    all: 'All',
    'nearly-all': 'Nearly all ({{share}})',
    'three-quarters': 'About three quarters ({{share}})',
    'two-thirds': 'About two thirds ({{share}})',
    half: 'About half ({{share}})',
    third: 'About a third ({{share}})',
  },
  page: {
    up: 'Vital signs',
    read: 'Read why, and what helps',
    readOf: '{{flag}}: read why, and what helps',
    overTime: 'Over the months',
    report: 'Report to print',
  },
  since: {
    title: 'Since when',
    onset: 'First reading that called for it',
    evidence: 'The change underneath shows since',
    peak: 'Highest level so far',
    reopened: 'Came back after clearing',
    reopenedTimes_one: '{{count, number}} time',
    reopenedTimes_other: '{{count, number}} times',
    complete: 'Records complete to',
    none: 'The flag is not up.',
    changes: 'Changes of level',
    noChange: 'The level has never changed.',
    raised: 'Rose from “{{from}}” to “{{to}}”',
    lowered: 'Fell from “{{from}}” to “{{to}}”',
    cleared: 'Cleared from “{{from}}”',
    signs: 'with {{list}}',
  },
  readings: {
    title: 'What was read',
    interval: 'May lie between {{low}} and {{high}}',
    kind: {
      credible: 'as the earlier pace times (95%)',
      predictive: 'silences of the earlier rhythm (95%)',
      wilson: '95% interval',
      haircuts: 'from severe stress to what is expected',
    },
    baseline: 'Compared with',
  },
  drivers,
  ways: {
    title: 'What would lower it',
    hint: 'Any one of these would do; what stands together is needed together. Each was found by reading the next month with these events added. It takes {{count, number}} calm readings in a row until the level follows.',
    none: 'None of the events tried would lower it within a month. It takes several things together, and time.',
    nothing: 'There is nothing to lower.',
    unread: 'Without a reading this cannot be told.',
    result: {
      points_one: '{{count, number}} point instead of {{score}}',
      points_other: '{{count, number}} points instead of {{score}}',
      level: '“{{level}}” instead of “{{from}}”',
    },
    by: 'Done by {{day}}: {{result}}.',
    columns: {
      way: 'Way',
      said: 'What would happen',
      things: 'To what',
      by: 'By',
      points: 'Points then',
      level: 'Level then (0 to 3)',
    },
    step: {
      wait: 'Time alone: the signs ease as the months move on, if nothing gets worse.',
      start_one: '{{count, number}} initiative between partners of today, planned for nine months',
      start_other: '{{count, number}} initiatives between partners of today, planned for nine months each',
      startNew_one: '{{count, number}} initiative with a new partner, planned for nine months',
      startNew_other: '{{count, number}} initiatives with a new partner each, planned for nine months',
      prolong_one: '{{count, number}} running initiative goes on for a year longer',
      prolong_other: '{{count, number}} running initiatives go on for a year longer',
      return_one: '{{count, number}} partner of earlier years joins a running initiative',
      return_other: '{{count, number}} partners of earlier years join running initiatives',
      payment_one: '{{count, number}} new funder pays {{amount}}',
      payment_other: '{{count, number}} new funders pay {{amount}} each',
      pledge_one: '{{count, number}} new funder promises {{amount}} for a year, paid month by month',
      pledge_other: '{{count, number}} new funders promise {{amount}} each for a year, paid month by month',
      receive_one: 'What is owed of {{count, number}} pledge arrives: {{amount}}',
      receive_other: 'What is owed of {{count, number}} pledges arrives: {{amount}}',
      renew_one: '{{count, number}} pledge is renewed for a year: {{amount}}',
      renew_other: '{{count, number}} pledges are renewed for a year: {{amount}}',
      save: '{{part}} of the general costs saved: {{amount}} a month',
    },
  },
  remedies: {
    title: 'What usually helps',
    hint: 'From what learning communities have tried before. What fits here, people on the spot know best.',
    code: {
      'feed-calendar': {
        title: 'A calendar that feeds the network',
        text: 'Fix a small new beginning for every month of the coming year: a topic, a question, a visit. Somebody answers for it, so that it does not depend on the mood of the day.',
      },
      'micro-initiative': {
        title: 'One small thing within thirty days',
        text: 'Something two or three partners can do without applying for anything. A short success breaks a silence better than a large plan.',
      },
      're-mix': {
        title: 'Mix anew',
        text: 'Bring partners together who have never worked with each other, from different sectors. Where something seeks partners, ask those first who are not in the usual round.',
      },
      'invite-newcomer': {
        title: 'Invite somebody new',
        text: 'Ask one organisation of a sector that is missing, and say what it gains. A newcomer brings questions the others no longer ask.',
      },
      'quiet-partner-calls': {
        title: 'Call those who have fallen quiet',
        text: 'A conversation, not a circular: what has changed for them, what would be worth their time? Sometimes the answer is a good farewell.',
      },
      'sunset-or-renew': {
        title: 'End it well, or renew it',
        text: 'For each initiative whose review is due: who still wants it, and what for? Either a new aim and a new day, or an end with thanks and a lesson.',
      },
      'partner-co-funding': {
        title: 'Partners fund together',
        text: 'Many partners take a small part of the cost each, in money or in hours of their staff. It is theirs then, and no single one can end it.',
      },
      'own-legal-body': {
        title: 'A legal body of the network’s own',
        text: 'An association or a company that may receive and spend money, so that funders deal with the network and not with one of its members.',
      },
      'private-sponsorship': {
        title: 'Private partners and sponsors',
        text: 'Banks, insurers, companies and strong clubs of the region, asked as partners with a gain of their own and not for charity.',
      },
      'paid-services': {
        title: 'Services that are paid for',
        text: 'What does the network do that others would pay for: courses, rooms, guidance, events? Begin with one service and one price.',
      },
      'start-money': {
        title: 'National or European start money',
        text: 'For the first steps of something new, with a plan from the beginning for what comes after. It ends on a day that is known.',
      },
      match: {
        title: 'Match it',
        text: 'Ask a large funder to promise that much again for each amount others give. It turns a dependence into an invitation.',
      },
      'cliff-plan': {
        title: 'A plan for the day it ends',
        text: 'List the pledges that end within a year, what stops with each, and who talks to whom until when. A cliff with a plan is a step.',
      },
      'renew-early': {
        title: 'Talk about renewal early',
        text: 'Half a year before the end, with what the money did so far. Budgets are made long before pledges run out.',
      },
      reserve: {
        title: 'Put something by',
        text: 'Decide how many months of cost should lie in reserve, and put a part of every year’s money there first.',
      },
      'cost-check': {
        title: 'Look at the running costs',
        text: 'What must be paid every month whatever happens? What of it could be borrowed, shared or done later?',
      },
      'remind-owing': {
        title: 'Ask about what is owed',
        text: 'A friendly question to each funder whose amount is overdue: is something missing from us, is a form not in, has the day moved? Put the new day into the plan.',
      },
      'report-back': {
        title: 'Show what the money did',
        text: 'A page and an invitation within ninety days of every payment. Who sees the effect gives again.',
      },
    },
    place: {
      'start-initiative': 'Start an initiative',
      'seeking-initiatives': 'Initiatives seeking partners',
      'reviews-due': 'Initiatives to be reviewed',
      'quiet-partners': 'Whom to call',
      'invite-partner': 'Add a partner',
      calendar: 'What is on',
      'overdue-pledges': 'Overdue pledges',
      'confirmed-pledges': 'Confirmed pledges',
      'offer-pledge': 'Enter a pledge',
      finances: 'Finances',
      'running-initiatives': 'Initiatives that run',
      people: 'People',
      network: 'Network',
      'offer-space': 'Offer a space',
      'what-if': 'What if they leave?',
    },
  },
} as const
