/** What was done, and which mails went. */
import type { MailsAnswer } from '../../protocol/admin/notices.js';
import type { Act, TrailAnswer } from '../../protocol/admin/people.js';
import { instant, queried, shows } from './reading.js';

const PAGE = 100;

export const showTrail = shows('reader', async ({ topics, call }): Promise<TrailAnswer> => {
  const election = queried(call, 'election');
  const before = queried(call, 'before');
  const rows = await topics.trail.page(PAGE, {
    ...(election !== undefined && { election }),
    ...(before !== undefined && { before }),
  });
  const subjects = new Set(rows.flatMap(({ subject }) => subject ?? []));
  const names = await topics.trail.names([...subjects]);
  return {
    entries: rows.map(({ id, at, person, name, act, ...about }) => ({
      id,
      at: instant(at),
      by: person === null ? null : { id: person, name: name ?? '' },
      act: act as Act,
      election: about.election,
      subject: about.subject,
      about: names.get(about.subject ?? '') ?? null,
      detail: about.detail,
    })),
    next: rows.length < PAGE ? null : (rows.at(-1)?.id ?? null),
  };
});

/** Mails hold customers' addresses: not for readers. */
export const showMails = shows('moderator', async ({ topics, admin }): Promise<MailsAnswer> => ({
  delivery: admin.mailer.delivery,
  mails: (await topics.mails.page(PAGE)).map(({ id, at, recipient, subject, text, state, failure }) => ({
    id,
    at: instant(at),
    to: recipient,
    subject,
    text,
    state: state as MailsAnswer['mails'][number]['state'],
    failure,
  })),
}));
