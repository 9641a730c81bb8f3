import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptMessages } from '../../locales/receipt-messages.js';
import type { MoreMessages } from '../../locales/messages.js';
import { trackingCode } from '../../log/code.js';
import type { Since } from '../../log/since.js';
import type { Receipt } from '../../model/ballot.js';
import { marksOf } from '../../model/choice.js';
import type { Election, Id } from '../../model/election.js';
import type { ElectionError } from '../../model/errors.js';
import { figuresOf } from '../shared/figures.js';
import type { Found } from '../../log/desk.js';
import type { Now, Proof } from './proof.js';
import type { Known } from './subject.js';

/** What a stub is drawn from. */
export interface OnStub {
  /** The election that the ballot is of, where it is known here. */
  readonly election: Election | undefined;
  /** How many are named to co-sign its log; `undefined` where that is not known here. */
  readonly witnesses: number | undefined;
  readonly lang: string;
  readonly words: ReceiptMessages;
  readonly more: MoreMessages | undefined;
}

type Read = Extract<Since, { readonly kind: 'read' }>;

const HOUR = 3_600_000;

/** The hour in which a ballot was stored; nobody keeps it more precisely. Empty where it is none. */
export function hourOf(at: string, lang: string, timeZone?: string): string {
  const start = Date.parse(at);
  if (Number.isNaN(start)) return '';
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone && { timeZone }),
  };
  return new Intl.DateTimeFormat(lang, options).formatRange(start, start + HOUR);
}

/** Whether the ballot is known to count no more, or not yet. */
export const isVoid = (now: Now | undefined): boolean =>
  now?.kind === 'read' && /superseded|review|invalidated/.test(now.fate.kind);

const nameOf = (id: Id, election: Election | undefined): string =>
  election?.candidates.find((candidate) => candidate.id === id)?.name ?? id;

const row = (term: string, said: unknown): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${said}</dd>
  </div>`;

/** The facts of a receipt, a line each. */
export function facts(receipt: Receipt, proof: Proof, now: Now | undefined, on: OnStub): TemplateResult {
  const { election, lang, words } = on;
  const names = marksOf(receipt.choice).map((id) => html`<b>${nameOf(id, election)}</b>`);
  return html`<dl>
    ${row(words.for, names)} ${row(words.at, hourOf(receipt.at, lang, election?.calendar.timeZone))}
    ${receipt.changed ? row(words.replaces, words.replaced(earlier(receipt))) : nothing}
    ${row(words.proof, proofSaid(proof, on))} ${proof.kind === 'proved' ? witnessesRow(now, on) : nothing}
    ${now ? row(words.now, nowSaid(now, on)) : nothing}
  </dl>`;
}

/** What the log says of a ballot of which one knows the code alone. */
export function foundFacts(
  { entry, since, numbers }: Found,
  known: Known | undefined,
  on: OnStub,
): TemplateResult {
  const { election, lang, words } = on;
  const ids = Object.entries(known?.log?.numbers ?? {}).filter(([, number]) => numbers?.includes(number));
  const isRead = since.kind === 'read';
  const size = isRead ? words.foundAt(since.size, figuresOf(lang).number(since.size)) : undefined;
  return html`<dl>
    ${row(words.for, ids.length ? ids.map(([id]) => html`<b>${nameOf(id, election)}</b>`) : words.sealed)}
    ${row(words.at, hourOf(entry.at, lang, election?.calendar.timeZone))}
    ${row(
      words.proof,
      isRead
        ? html`<p class="good">${words.found}</p>
            <p>${size}</p>`
        : troubleSaid(since, on),
    )}
    ${isRead ? witnessesRow(since, on) : nothing} ${isRead ? row(words.now, fateSaid(since, on)) : nothing}
  </dl>`;
}

/** The first word of the earlier ballot's code; empty where the backend did not say which it was. */
const earlier = ({ replaces, ballot }: Receipt): string =>
  replaces === undefined ? '' : (trackingCode(replaces, ballot)?.split('-')[0] ?? '');

function proofSaid(proof: Proof, { lang, words }: OnStub): TemplateResult {
  switch (proof.kind) {
    case 'none':
    case 'checking':
    case 'unchecked':
      return html`${words[proof.kind]}`;
    case 'proved':
      return html`<p class="good">${words.proved}</p>
        <p>${words.provedAt(proof.size, figuresOf(lang).number(proof.size))}</p>
        ${proof.isEarlierKey ? html`<p>${words.earlierKey}</p>` : nothing}`;
    case 'invalid':
      return html`<p class="bad">${words.invalid}</p>
        <p>${`${words.faults[proof.fault]} ${words.keepIt}`}</p>`;
  }
}

/** Who stands behind the log besides its keeper: whoever has signed, or is to. */
function witnessesRow(now: Now | undefined, { witnesses: named, lang, words }: OnStub): unknown {
  const signed = now?.kind === 'read' ? now.witnesses : undefined;
  if (signed === undefined && named === undefined) return nothing;
  const { number } = figuresOf(lang);
  if (signed) return row(words.witnesses, words.witnessed(signed, number(signed)));
  if (named === 0) return row(words.witnesses, words.unnamed);
  if (signed === 0) return row(words.witnesses, words.unwitnessed);
  return row(words.witnesses, words.named(named ?? 0, number(named ?? 0)));
}

function nowSaid(now: Now, on: OnStub): TemplateResult {
  const { lang, words } = on;
  switch (now.kind) {
    case 'asking':
      return html`${words.asking}`;
    case 'failed':
      return html`${failureSaid(now.error, on)}`;
    case 'read':
      return html`<p class="good">${words.stands}</p>
        <p>${words.standsAt(now.size, figuresOf(lang).number(now.size))}</p>
        ${fateSaid(now, on)}`;
    default:
      return troubleSaid(now, on);
  }
}

/** Why the log was not read. What passes says nothing of the ballot. */
export const failureSaid = (
  error: ElectionError,
  { words, more }: Pick<OnStub, 'words' | 'more'>,
): string | undefined => (error.retryable ? words.unreachable : more?.errors[error.code]);

const troubleSaid = ({ kind }: Exclude<Since, Read>, { words }: OnStub): TemplateResult =>
  kind === 'contradicted'
    ? html`<p class="bad">${words.contradicted}</p>
        <p>${words.keepIt}</p>`
    : html`${words[kind]}`;

/** What has become of the ballot, as far as it was read. */
function fateSaid(now: Read, { lang, words }: OnStub): TemplateResult {
  const { fate, unread } = now;
  if (unread) return html`<p>${words.unread(unread, figuresOf(lang).number(unread))}</p>`;
  if (isVoid(now)) {
    const said = 'reason' in fate ? words[fate.kind](words.reasons[fate.reason]) : words.superseded;
    return html`<p class="bad">${said}</p>`;
  }
  return html`<p>${fate.kind === 'reinstated' ? words.reinstated : words.untouched}</p>`;
}

/** What has been found out by asking again, in a sentence for those who listen. */
export function summaryOf(now: Now | undefined, on: OnStub): string | undefined {
  const { words } = on;
  if (now?.kind === 'failed') return failureSaid(now.error, on);
  if (now?.kind !== 'read') return now && words[now.kind];
  const { fate, unread } = now;
  if (isVoid(now)) return 'reason' in fate ? words[fate.kind](words.reasons[fate.reason]) : words.superseded;
  if (unread) return words.stands;
  return fate.kind === 'reinstated' ? words.reinstated : words.untouched;
}

/** What a receipt proves and what it does not, where it is read (V10). One that proves nothing says so elsewhere. */
export const limits = (words: ReceiptMessages): TemplateResult =>
  html`<div class="limits">
    <h4>${words.proves}</h4>
    <p>${words.provesThis}</p>
    <h4>${words.provesNot}</h4>
    <p>${words.notVoters}</p>
    <p>${words.notSecret}</p>
  </div>`;
