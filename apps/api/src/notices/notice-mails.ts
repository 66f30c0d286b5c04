import type { NoticeKind, NoticeObject } from '@commonweal/contracts/notices'
import { handledFlags } from '@commonweal/contracts/handling'
import { secondaryFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import { readTidings, type Tiding } from '@commonweal/domain/risks/tidings'
import { speak } from '@commonweal/words/speak'
import type pg from 'pg'
import type { SendMail } from '../mail/mailer.ts'

const { t } = speak('en')

interface WaitingNotice {
  readonly communityId: string
  readonly id: string
  readonly email: string
  readonly name: string
  readonly slug: string
  readonly community: string
  readonly kind: NoticeKind
  readonly from: string | null
  readonly objectKind: NoticeObject
  readonly objectId: string
  readonly title: string
  readonly outcome: string | null
  readonly body: string | null
}

/** Takes waiting notices so that no other copy of the server takes them too. */
const claim = `
  update notices n set mailed_at = $1 from (
    select w.community_id, w.id from notices w where w.mailed_at is null order by w.at limit 50 for update skip locked) taken
  join notices m on m.community_id = taken.community_id and m.id = taken.id
  join people p on p.community_id = m.community_id and p.id = m.person_id
  join accounts a on a.id = p.account_id
  join communities c on c.id = m.community_id
  left join people f on f.community_id = m.community_id and f.id = m.from_person_id
  left join organisations o on o.community_id = m.community_id and o.id = m.from_organisation_id
  where n.community_id = taken.community_id and n.id = taken.id
  returning n.community_id as "communityId", n.id, a.email, p.display_name as name, c.slug, c.name as community, n.kind,
    concat_ws(', ', f.display_name, o.name) as "from", n.object_kind as "objectKind", n.object_id as "objectId", n.title, n.outcome, n.body`

/** Pages of the things a notice can be about; the vital signs are one page. */
const pages: Record<NoticeObject, string> = {
  'vital-signs': 'vital-signs',
  partner: 'partners',
  initiative: 'initiatives',
  space: 'spaces',
  booking: 'bookings',
  pledge: 'pledges',
}

/** Mails what waits; a mail that cannot leave goes back and waits for the next round. Returns how many left. */
export async function mailNotices(pool: pg.Pool, send: SendMail, publicUrl: string, now: Date): Promise<number> {
  const { rows } = await pool.query<WaitingNotice>(claim, [now])
  let sent = 0
  for (const notice of rows) {
    const isAssessment = notice.kind === 'flags-assessed'
    const values = {
      name: notice.name,
      from: notice.from || notice.community,
      title: isAssessment ? sayMonth(notice.title) : notice.title,
      community: notice.community,
      outcome: notice.outcome ?? '',
    }
    const body = isAssessment ? sayTidings(notice.outcome ?? '') : notice.body
    const page = `${publicUrl}/c/${notice.slug}/${pages[notice.objectKind]}`
    const link = isAssessment ? `${page}?month=${notice.title}` : `${page}/${notice.objectId}`
    try {
      await send({
        to: notice.email,
        subject: t(`mails:notice.${notice.kind}`, values),
        text: t('mails:noticeText', {
          ...values,
          said: body ? `\n${body}\n` : '',
          what: t(`mails:notice.${notice.kind}`, values),
          link,
        }),
      })
      sent += 1
    } catch (error) {
      await pool.query('update notices set mailed_at = null where community_id = $1 and id = $2', [
        notice.communityId,
        notice.id,
      ])
      throw error
    }
  }
  return sent
}

/** What an assessment found, a line a flag or sign. */
function sayTidings(outcome: string): string {
  const line = (name: string, { kind, level }: Tiding) =>
    t(`mails:tiding.${kind}`, { flag: name, level: t(`mails:level.${level}`) })
  return [
    ...readTidings(outcome, handledFlags).map((one) => line(t(`mails:flag.${one.flag}`), one)),
    ...readTidings(outcome, secondaryFlagNames).map((one) =>
      line(t('mails:signNamed', { name: t(`mails:sign.${one.flag}`) }), one),
    ),
  ].join('\n')
}

function sayMonth(month: string): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at)
}

const ROUND_MS = 2_000

/** Mails notices every few seconds while the server runs. Ends with the returned function. */
export function keepMailing(
  pool: pg.Pool,
  send: SendMail,
  publicUrl: string,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  let round: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    round = round.then(() => mailNotices(pool, send, publicUrl, new Date())).catch(onFailure)
  }, ROUND_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await round
  }
}
