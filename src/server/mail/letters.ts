/** What is mailed, in the language of its election. */
import { mail as en } from '../../locales/en-mail.js';
import { mail as fr } from '../../locales/fr-mail.js';
import type { Letter, MailMessages } from '../../locales/mail-messages.js';
import type { Mail } from './mailer.js';

/** What is written goes in one line of a header. */
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim();

/** @param lang a BCP 47 tag; French where there is no other */
export const messagesIn = (lang: string): MailMessages => (/^en\b/i.test(lang) ? en : fr);

export const letter = (to: string, { subject, paragraphs }: Letter): Mail => ({
  to,
  subject: oneLine(subject).slice(0, 200),
  text: `${paragraphs.join('\n\n')}\n`,
});

/** Nobody has said a language yet: in both. */
export function signInMail(to: string, code: string, minutes: number): Mail {
  const [french, english] = [fr.signIn(code, minutes), en.signIn(code, minutes)];
  const subject = `${french.subject} · ${english.subject}`;
  return letter(to, { subject, paragraphs: [...french.paragraphs, '—', ...english.paragraphs] });
}
