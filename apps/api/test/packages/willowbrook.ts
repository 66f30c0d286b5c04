/**
 * An invented community with a row in every file of the package and a value in every column. Ids are those of its
 * source; two organisations never joined, one left.
 */
export const willowbrook: Record<string, string> = {
  'community.json': JSON.stringify({
    format: 'commonweal-community-package',
    version: 1,
    slug: 'willowbrook',
    name: 'Willowbrook',
    country: 'DK',
    timezone: 'Europe/Copenhagen',
    currency: 'EUR',
    languages: ['en', 'da'],
    data_complete_through: '2025-12-31',
    source: 'willow-register',
    note: 'Invented for tests',
    core_sectors: ['culture', 'sport'],
    wants_independence: true,
    closing_since: '2025-11-30',
    closing_reason: 'Its work is done',
  }),
  'organisations.csv': `id,name,sector,legal_status,country,scheme,identifier,parent_id,brings,seeks,website,is_pass_through,recorded_at
o1,Willowbrook Library,culture,public,DK,DK-CVR,11,o3,rooms,readers,https://library.example,false,
o2,"Rowing Club, Lower Brook",sport,civic,DK,,,,boats,"a roof
and a door",,false,2021-03-04T10:00:00+01:00
o3,Willowbrook Council,local-government,public,DK,,,,,,,false,
o4,Brook Foundation,finance,,,,,,,,,true,
`,
  'memberships.csv': `organisation_id,state,from,to,reason
o1,active,2020-01-01,,
o2,active,2020-02-01,2023-05-01,
o2,left,2023-05-01,,"moved ""away"""
`,
  'mandates.csv': `organisation_id,ends_on,label
o3,2026-11-17,Council election
o3,2026-11-17,The mayor's term
`,
  'people.csv': `id,display_name,email,mails,suspended_at,suspension_reason
p1,Ada Reed,ada@willow.example,off,,
p2,Bo Marsh,bo@willow.example,each,2025-01-01T00:00:00Z,Away for a year
`,
  'representations.csv': `person_id,organisation_id,capacity,is_paid,from,to
p1,o1,partner,true,2020-01-01,
p1,o3,statutory,,2021-01-01,2022-01-01
`,
  'roles.csv': `person_id,role,from,to
p1,coordinator,2020-01-01,2021-01-01
p1,steward,2021-01-01,
`,
  'invitations.csv': `id,email,display_name,role,organisation_id,capacity,state,invited_by,sent_at,expires_at
v1,new@willow.example,New Comer,member,o1,partner,open,,2025-06-01T08:00:00+02:00,2025-07-01T08:00:00+02:00
`,
  'initiatives.csv': `id,title,kind,theme,started_on,planned_end_on,ended_on,end_state,state,summary,review_on,outcome,lesson
i1,Reading on the water,joint,books,2021-04-01,2026-04-01,,,active,Books on boats,2025-10-01,,
i2,Winter market,experiment,trade,2020-11-01,2021-01-31,2021-01-31,sunset,sunset,,,Two hundred bowls,People came for the soup
i3,A bridge,infrastructure,,,,,,idea,,,,
`,
  'initiative-steps.csv': `initiative_id,position,state,on,reason
i2,0,idea,2020-09-01,
i2,1,active,2020-11-01,
i2,2,sunset,2021-01-31,Done for good
`,
  'participations.csv': `initiative_id,organisation_id,role,from,to
i1,o1,lead,,
i1,o2,contributor,2021-05-01,2023-05-01
i2,o2,lead,2020-11-01,2021-01-31
`,
  'milestones.csv': `initiative_id,title,due_on,reached_on,dropped_on,note
i1,A boat,2021-06-01,2021-06-20,,Lent by the club
i1,A second boat,2022-06-01,,2022-05-01,"Too wide, says the club"
i1,A pier,2026-05-01,,,
i1,A song,,,,
`,
  'coordinations.csv': `initiative_id,person_id,from,to,hours
i1,p1,2021-04-01,,120.5
`,
  'spaces.csv': `id,name,kind,host_id,address,url,capacity,timezone,step_free,accessibility,opening_hours,needs_approval,is_shared,shortest_minutes,longest_minutes,buffer_before_minutes,buffer_after_minutes,ahead_days,from,to,withdrawal_reason
s1,Reading room,physical,o1,Brook Street 1,,20,Europe/Copenhagen,true,lift;quiet-room,"Mo 09:00-12:00,13:00-17:00; Sa 10:00-14:00",false,false,30,240,15,15,90,2020-01-01,,
s2,Brook online,digital,o1,,https://meet.willow.example,,Europe/Lisbon,,none,,true,true,,,0,0,,2020-01-01,2025-01-01,Too few came
`,
  'bookings.csv': `id,space_id,initiative_id,organisation_id,starts_at,ends_at,status,attendance,held_until,person_id,title,message,reason,expected_attendance
b1,s1,i1,o1,2025-05-05T10:00:00+02:00,2025-05-05T11:00:00+02:00,attended,12,,p1,Story hour,"Bring
cushions",,10
b2,s1,,o2,2025-05-05T11:00:00+02:00,2025-05-05T12:00:00+02:00,confirmed,,,,,,,
b3,s1,,o2,2025-05-05T10:30:00+02:00,2025-05-05T12:00:00+02:00,declined,,,,,,Taken,
b4,s2,,o1,2025-05-05T10:30:00.25+02:00,2025-05-05T12:00:00+02:00,held,,2025-05-05T11:00:00Z,,,,,
`,
  'pledges.csv': `id,initiative_id,organisation_id,kind,route,relation,amount_minor,currency,quantity,unit,confirmed_on,from,to,status
g1,i1,o4,cash,donation,donor,120000,EUR,,,2021-03-01,2021-04-01,2023-04-01,confirmed
g2,,o1,space-hours,partner-co-funding,co-owner,,,40.5,hours,2021-03-01,2021-04-01,,confirmed
g3,i3,o4,freedom-grant,own-legal-body,,5000,EUR,20,hours,,,,offered
`,
  'pledge-steps.csv': `pledge_id,position,status,on,reason
g1,0,offered,2021-02-01,
g1,1,confirmed,2021-03-01,
`,
  'instalments.csv': `pledge_id,due_on,amount_minor,quantity
g1,2021-04-01,60000,
g1,2022-04-01,60000,
g2,2021-06-01,,20.25
`,
  'receipts.csv': `pledge_id,received_on,amount_minor,quantity
g1,2021-04-03,30000,
g1,2021-04-03,30000,
g1,2021-05-03,-5000,
g2,2021-06-01,,10
`,
  'costs.csv': `initiative_id,due_on,amount_minor,currency,label
i1,2021-06-01,4000,EUR,Paint
,2021-06-01,4000,EUR,Insurance
`,
  'reserves.csv': `on,amount_minor,currency
2021-01-01,900000,EUR
`,
  'updates.csv': `id,initiative_id,person_id,organisation_id,posted_at,title,text
u1,i1,p1,o1,2021-06-21T18:00:00.5+02:00,The boat is here,"It is **blue**.

- and dry"
u2,i1,,,2022-05-02T08:00:00Z,No second boat,See the list.
`,
  'files.csv': `id,update_id,position,name,media_type,size_bytes,sha256,alt
f1,u1,0,cups.txt,text/plain,12,e195c7affc0391365330418933fb6fca845d5b3206a0d58912058d9ce192d3df,
f2,u2,1,who brings what.csv,text/csv,12,e195c7affc0391365330418933fb6fca845d5b3206a0d58912058d9ce192d3df,A list
`,
  'files/e195c7affc0391365330418933fb6fca845d5b3206a0d58912058d9ce192d3df': 'Bring cups.\n',
  'risk-parameters.csv': `position,from,set_at,person_id,thresholds,reason
1,2021-06,2021-06-20T08:00:00Z,p1,"{""reliance"":{""watch"":0.4,""warning"":0.55,""critical"":0.75},""switchedOff"":[""youth""]}","Agreed, by all"
`,
  'risk-assessments.csv': `month,position,assessed_at,known_on,engine,parameters_version,reading
2021-06,0,2021-06-01T00:05:00Z,2021-06-01,commonweal-risks/1.0.0,2026-11-01,"{""stagnation"":{""level"":""watch"",""heldLevel"":""watch"",""score"":2,""onset"":""2021-05""},""funding"":{""level"":""insufficient-data"",""heldLevel"":""none"",""score"":null}}"
`,
  'flag-handlings.csv': `id,flag,kind,at,month,level,person_id,note,until_on,review_on,initiative_id
m1,stagnation,mitigate,2021-06-21T10:00:00Z,2021-06,watch,p1,A fair,,2021-09-01,i1
`,
  'activity.csv': `id,at,person_id,organisation_id,capacity,verb,object_kind,object_id,facts
a1,2021-04-01T08:00:00Z,,,,startInitiative,initiative,018f4a4e-0000-7000-8000-000000000001,"{""title"":""Reading on the water""}"
`,
  'history.csv': `file,row_id,recorded_from,recorded_to,image
costs,018f4a4e-0000-7000-8000-000000000002,2021-01-01T00:00:00Z,2021-01-02T00:00:00.000001Z,"{""id"": ""018f4a4e-0000-7000-8000-000000000002"", ""due_on"": ""2021-02-01"", ""amount_minor"": 900, ""currency"": ""EUR"", ""label"": ""Never mind""}"
`,
}
