import { html, nothing, type TemplateResult } from 'lit';
import { trackingCode } from '../../log/code.js';
import type { ReadFile } from '../../log/files.js';
import type { ReceiptMessages } from '../../locales/receipt-messages.js';
import type { Receipt } from '../../model/ballot.js';
import type { LogSource } from '../../model/results.js';
import { announce, holdRegion } from '../shared/announce.js';
import { define } from '../shared/define.js';
import { copied, download } from '../shared/keep.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { Counter } from './counter.js';
import { complaintOf, form } from './finder.js';
import { Inquiry } from './inquiry.js';
import { lookUpCode, readText, type Lookup } from './lookup.js';
import { facts, foundFacts, isVoid, limits, summaryOf, type OnStub } from './stub.js';
import { expectedOf, fileName, fileText, ownReceipt, refusedReceipt, type Known } from './subject.js';
import { verifierLink } from './verifier-link.js';
import { slip } from './voix-receipt.css.js';
import { receiptWords } from './words.js';

/**
 * The receipt: the stub of the ballot. Its tracking code, for whom, when, and what it proves, verified on the
 * visitor's own device; to be copied, kept as a file, printed, and checked again later. Without a receipt it is a
 * form in which to paste one, or to look up a tracking code.
 *
 * @tag voix-receipt
 * @csspart slip - The stub, or the form in its place.
 * @csspart code - The tracking code.
 * @csspart verifier - The link to the independent verifier.
 */
export class VoixReceipt extends VoixElement {
  static override properties = {
    receipt: { attribute: false },
    backend: {},
    election: {},
    verifier: {},
    lookup: { state: true },
    isFinding: { state: true },
    isCopied: { state: true },
  };
  static override styles = [tokens, slip];

  /** The receipt to show. Left out inside a provider: there it is that of this visitor's own ballot. */
  declare receipt: Receipt | undefined;
  /** Address of the backend whose log is asked. Left out inside a provider. */
  declare backend: string | undefined;
  /** The election in whose log a code is looked up. Left out inside a provider, and with a receipt. */
  declare election: string | undefined;
  /** Address of an independent verifier. Left out: the copy that the backend carries, at `verifier/`. */
  declare verifier: string | undefined;

  /** What became of what was typed. */
  declare private lookup: Lookup | undefined;
  /** Whether another ballot is looked for than the visitor's own. */
  declare private isFinding: boolean | undefined;
  /** Whether the page could copy, once that was tried. */
  declare private isCopied: boolean | undefined;

  readonly #again = () => this.requestUpdate('found out', 0);
  readonly #counter = new Counter(this.#again);
  #inquiry: Inquiry | undefined;
  #source: LogSource | undefined;
  #held: readonly unknown[] = [];

  protected override slice(): readonly unknown[] {
    const s = this.ready;
    return [s?.election, s?.log, ownReceipt(s)];
  }

  get #own(): Receipt | undefined {
    return this.receipt ?? ownReceipt(this.ready);
  }

  /** The receipt that is on the stub. */
  get #shown(): Receipt | undefined {
    if (!this.isFinding && this.#own) return this.#own;
    return this.lookup?.kind === 'receipt' ? this.lookup.receipt : undefined;
  }

  get #known(): Known | undefined {
    return this.#counter.known ?? this.ready;
  }

  protected override willUpdate(): void {
    holdRegion(this.renderRoot as ShadowRoot);
    this.#counter.use(this.backend, this.#shown?.election ?? this.election);
    const receipt = this.#shown;
    const held = [receipt, this.#known?.log, this.#counter.isBusy];
    if (held.every((one, i) => one === this.#held[i])) return;
    if (held[1] !== this.#held[1]) void this.#open();
    this.#held = held;
    this.isCopied = undefined;
    const isFresh = receipt === refusedReceipt(this.ready);
    const expected = receipt && expectedOf(receipt, this.#known, isFresh);
    this.#inquiry =
      expected && !this.#counter.isBusy ? new Inquiry(receipt, expected, this.#again) : undefined;
  }

  /** Brings those who come from the ballot paper to the beginning of the receipt. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h3')?.focus(options));
  }

  protected override render() {
    const { lang } = this.language;
    const words = receiptWords(lang, this.#again);
    if (!words) return nothing;
    const known = this.#known;
    const witnesses = known?.log?.witnesses.length;
    const on: OnStub = { election: known?.election, witnesses, lang, words, more: this.more };
    const { trouble } = this.#counter;
    const { lookup } = this;
    const shown = this.#shown;
    const isFound = !shown && lookup?.kind === 'found';
    return html`<section class="slip" part="slip" aria-labelledby="title">
      <div class="head">
        <h3 id="title" tabindex="-1">${shown ? words.receipt : words.find}</h3>
        ${on.election ? html`<p class="muted" lang=${on.election.lang}>${on.election.title}</p>` : nothing}
      </div>
      ${trouble ? html`<p class="bad">${on.more?.errors[trouble.code]}</p>` : nothing}
      ${
        shown
          ? this.#stub(shown, on)
          : isFound
            ? html`${codeShown(lookup.code, words, isVoid(lookup.found.since))}
                <div class="parts">${foundFacts(lookup.found, known, on)}</div>`
            : form(lookup, on, (text) => void this.#take(text, on))
      }
      ${this.#ways(words, shown !== undefined || isFound)}
    </section>`;
  }

  #stub(receipt: Receipt, on: OnStub): TemplateResult {
    const { words } = on;
    const inquiry = this.#inquiry;
    const { proof, now } = inquiry ?? { proof: { kind: 'checking' }, now: undefined };
    const code = codeOf(receipt);
    const text = fileText(receipt);
    const mayAsk = this.#read && (proof.kind === 'proved' || proof.kind === 'unchecked');
    return html`${codeShown(code, words, isVoid(now))}
      <div class="parts">
        ${facts(receipt, proof, now, on)}
        ${proof.kind === 'proved' || proof.kind === 'checking' ? limits(words) : nothing}
      </div>
      <div class="deeds cut">
        ${
          inquiry && mayAsk
            ? html`<button class="main" @click=${() => this.#check(inquiry, on)}>${words.again}</button>`
            : nothing
        }
        <button @click=${() => this.#copy(text, words)}>${words.copy}</button>
        <button @click=${() => download(fileName(receipt, code), text)}>${words.download}</button>
        <button @click=${() => this.#print(receipt, proof.kind === 'proved', on)}>${words.print}</button>
      </div>
      ${this.isCopied ? html`<p class="good">${words.copied}</p>` : nothing}
      ${
        this.isCopied === false
          ? html`<label for="text">${words.copyByHand}</label> <input id="text" readonly .value=${text} />`
          : nothing
      }`;
  }

  /** To the verifier, to another ballot, and back to one's own. */
  #ways(words: ReceiptMessages, isShown: boolean): TemplateResult {
    const link = this.#link;
    return html`<p class="ways">
      ${
        link
          ? html`<a part="verifier" href=${link} target="_blank" rel="noopener">${words.verifier}</a>`
          : nothing
      }
      ${isShown ? html`<button class="quiet" @click=${this.#other}>${words.other}</button>` : nothing}
      ${
        this.isFinding && this.#own
          ? html`<button class="quiet" @click=${this.#back}>${words.own}</button>`
          : nothing
      }
    </p>`;
  }

  /** Where the log is read, if it can be. */
  async #open(): Promise<void> {
    const log = this.#known?.log;
    this.#source = undefined;
    const source = await log?.source().catch(() => undefined);
    if (log !== this.#known?.log) return;
    this.#source = source;
    this.#again();
  }

  get #link(): string | undefined {
    return verifierLink(this.verifier, this.#source?.address);
  }

  get #read(): ReadFile | undefined {
    return this.#source?.read;
  }

  async #check(inquiry: Inquiry, on: OnStub): Promise<void> {
    await inquiry.ask(this.#read, this.#known?.log?.witnesses);
    announce(summaryOf(inquiry.now, on));
  }

  async #take(text: string, on: OnStub): Promise<void> {
    const read = readText(text.trim(), this.#known?.election.id ?? this.election);
    this.lookup = read;
    const found = read.kind === 'asking' ? await lookUpCode(read.code, this.#read, this.#known?.log) : read;
    // Meanwhile something else was typed, or one has gone back.
    if (this.lookup !== read) return;
    this.lookup = found;
    const complaint = complaintOf(found, on);
    announce(complaint);
    // The form has gone, and the focus with it.
    if (!complaint) this.focus();
  }

  #other = (): void => {
    this.isFinding = true;
    this.lookup = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  };

  #back = (): void => {
    this.isFinding = false;
    this.lookup = undefined;
    this.focus();
  };

  async #copy(text: string, words: ReceiptMessages): Promise<void> {
    this.isCopied = await copied(text);
    announce(this.isCopied ? words.copied : words.copyByHand);
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.select();
  }

  async #print(receipt: Receipt, isProved: boolean, on: OnStub): Promise<void> {
    const code = codeOf(receipt);
    const link = this.#link;
    const { print } = await import('./paper.js');
    print(this.renderRoot as ShadowRoot, { receipt, isProved, code, link, ...on });
  }
}

const codeOf = ({ sequence, ballot }: Receipt): string => trackingCode(sequence, ballot) ?? String(sequence);

const codeShown = (code: string, words: ReceiptMessages, isOld: boolean): TemplateResult =>
  html`<p class="muted">${words.code}</p>
    <b class=${isOld ? 'code old' : 'code'} part="code" dir="ltr" translate="no">${code}</b>`;

define('voix-receipt', VoixReceipt);

declare global {
  interface HTMLElementTagNameMap {
    'voix-receipt': VoixReceipt;
  }
}
