import { signNames } from './sign-names.ts'

/** Mails: one subject and one text each. Lines stay plain text, readable in every mail program. */
export const mails = {
  signUpSubject: 'Your account at Commonweal',
  signUpText:
    'Hello {{name}},\n\nsomebody asked for an account with this address. If it was you, open this link within a day:\n\n{{link}}\n\nIf it was not you, do nothing: without the link no account comes into being.\n',
  signUpKnownSubject: 'You already have an account at Commonweal',
  signUpKnownText:
    'Hello {{name}},\n\nsomebody asked for an account with this address, and there is one already. Sign in here:\n\n{{link}}\n\nIf you no longer know your password, that page helps you to a new one. If it was not you, do nothing.\n',
  resetSubject: 'A new password for Commonweal',
  resetText:
    'Hello {{name}},\n\nsomebody asked for a new password for this account. If it was you, open this link within an hour:\n\n{{link}}\n\nIf it was not you, do nothing: your password stays as it is.\n',
  passwordChangedSubject: 'Your password was changed',
  passwordChangedText:
    'Hello {{name}},\n\nthe password of your account was changed just now and all other sessions were ended. If it was not you, set a new one at once:\n\n{{link}}\n',
  invitationSubject: '{{inviter}} invites you to {{community}}',
  invitationText:
    'Hello {{name}},\n\n{{inviter}} invites you to work with the partners of {{community}}. Open this link within two weeks:\n\n{{link}}\n\nIf you do not know what this is about, do nothing.\n',
  notice: {
    'membership-decided': '{{title}}: membership is now {{outcome}}',
    'booking-decided': 'The booking of {{title}} is {{outcome}}',
    'booking-asked': '{{from}} asks to book {{title}}',
    'pledge-decided': 'The pledge of {{title}} is {{outcome}}',
    'pledge-offered': '{{from}} offers a pledge to {{title}}',
    'initiative-joined': '{{from}} takes part in {{title}}',
    message: '{{from}} writes about {{title}}',
    'flags-assessed': 'The vital signs of {{community}} in {{title}}',
  },
  flag: { stagnation: 'Network stagnation', funding: 'Funding dependency' },
  sign: signNames,
  signNamed: 'The sign “{{name}}”',
  level: { none: 'clear', watch: 'watch', warning: 'warning', critical: 'critical' },
  tiding: {
    raised: '{{flag}} has risen to “{{level}}”.',
    lowered: '{{flag}} has fallen to “{{level}}”.',
    cleared: '{{flag}} is clear again.',
    waiting: '{{flag}} is still at “{{level}}”, and nobody has answered it.',
  },
  noticeText:
    'Hello {{name}},\n\n{{what}}.\n{{said}}\nSee it here:\n\n{{link}}\n\nThis comes from {{community}}. You choose on your page there whether notices reach you by mail.\n',
} as const
