import { join } from 'node:path';
import type { Mailer } from '../server/mail/mailer.js';
import { folderMailer, smtpMailer, type SmtpMailer } from '../server/mail/node-mailer.js';
import { Failure } from './failure.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** `elections@brand.example`, with a name before it or without. */
const SENDER = /^(?:[^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

/**
 * How letters leave: by the SMTP server that VOIX_SMTP names, else into the data folder.
 * @throws Failure where the server's address makes no sense, or the sender's. A password in it is not repeated.
 */
export function mailOf(data: string, environment: Environment): Mailer | SmtpMailer {
  const smtp = environment['VOIX_SMTP'];
  const from = environment['VOIX_MAIL_FROM'] || 'voix@localhost';
  if (!SENDER.test(from))
    throw new Failure(`VOIX_MAIL_FROM is ${from}: it must be like \`Brand <elections@brand.example>\`.`);
  if (!smtp) return folderMailer(join(data, 'mails'), from);
  const { protocol, hostname } = URL.canParse(smtp) ? new URL(smtp) : { protocol: '', hostname: '' };
  if (!/^smtps?:$/.test(protocol) || hostname === '')
    throw new Failure(
      'VOIX_SMTP is no address of a mail server: it must be like `smtps://user:password@smtp.brand.example`, with ' +
        'each `@`, `:`, `/`, `#` and `%` of a password written as `%40`, `%3A`, `%2F`, `%23` and `%25`.',
    );
  return smtpMailer(smtp, from);
}

/** What to tell whoever runs the server where no letter can leave now; `undefined` where they can. */
export async function mailTrouble(mailer: Mailer | SmtpMailer): Promise<string | undefined> {
  if (!('verify' in mailer)) return undefined;
  try {
    await mailer.verify();
    return undefined;
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return (
      `No letter can leave now: ${why}. Letters are kept and tried again for three days; votes are taken ` +
      'meanwhile. Where VOIX_SMTP is wrong, set it and start again.'
    );
  }
}
