import { html, nothing, type TemplateResult } from 'lit';
import {
  CONSENTS,
  isMendable,
  type Candidacy,
  type CandidacyField,
  type CandidacyOffer,
  type Consent,
  type Faults,
} from '../../model/candidacy.js';
import type { Community } from '../../model/community.js';
import type { Candidate, Video } from '../../model/election.js';
import { ElectionError, toElectionError } from '../../model/errors.js';
import { newKey } from '../../model/new-key.js';
import { phaseStarts } from '../../model/phase.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import { announce, holdRegion } from '../shared/announce.js';
import { define } from '../shared/define.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import '../voix-candidate-card/voix-candidate-card.js';
import {
  draftOf,
  emptyDraft,
  faultsOf,
  keepDraft,
  readDraft,
  submissionOf,
  type Draft,
  type DraftText,
} from './draft.js';
import { consentBox, fileChooser, textField, VIDEOS, type FormWords } from './field.js';
import { leaving, ownState, windowOf } from './own.js';
import { blobOf } from './picture.js';
import { PortraitField } from './portrait-field.js';
import type { VideoField } from './video-field.js';
import { sheet } from './voix-candidacy.css.js';
import { candidacyWords, numbersIn } from './words.js';

const ABOVE: readonly DraftText[] = ['name', 'town'];
const BELOW: readonly DraftText[] = ['slogan', 'manifesto'];

/**
 * Standing as a candidate: the form with the real card beside it, then what became of it, mending and withdrawing.
 * What is written is kept on the device until it is sent. Where the backend takes no candidacies it draws nothing.
 *
 * @tag voix-candidacy
 * @csspart form - The form.
 * @csspart preview - The card as it will be shown.
 */
export class VoixCandidacy extends VoixElement {
  static override properties = {
    community: { attribute: false },
    own: { state: true },
    draft: { state: true },
    faults: { state: true },
    trouble: { state: true },
    step: { state: true },
  };
  static override styles = [tokens, sheet];

  /** What the backend offers, in place of the provider's. */
  declare community: Community | undefined;

  /** What this person sent; `undefined` until the backend has said so. */
  declare private own: Candidacy | null | undefined;
  declare private draft: Draft | undefined;
  /** What was wrong when it was last to be sent; `undefined`: it was never to be. */
  declare private faults: Faults | undefined;
  declare private trouble: ElectionError | undefined;
  declare private step: 'writing' | 'sending' | 'leaving' | undefined;

  readonly #again = () => this.requestUpdate('portrait', 0);
  readonly #portrait = new PortraitField({
    again: this.#again,
    onFramed: async (picture) => {
      this.#set({ picture, photo: undefined });
      await this.#sendPortrait();
    },
    onRemove: () => this.#set({ picture: undefined, photo: undefined, alt: '' }),
  });
  /** Loaded with the first video: most people stand without. */
  #video: VideoField | undefined;
  #offer: CandidacyOffer | undefined;
  #asked: readonly unknown[] = [];

  protected override slice(): readonly unknown[] {
    const s = this.ready;
    return [s?.election, s?.phase, s?.community];
  }

  protected override willUpdate(): void {
    holdRegion(this.renderRoot as ShadowRoot);
    const asked = [this.ready?.election.id, this.community ?? this.ready?.community];
    if (asked.some((one, i) => one !== this.#asked[i])) {
      this.#asked = asked;
      void this.#ask();
    }
  }

  protected override updated(): void {
    this.#portrait.drawn(this.renderRoot);
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  async #ask(): Promise<void> {
    const asked = this.#asked;
    const s = this.ready;
    this.own = undefined;
    this.step = undefined;
    if (!s) return;
    try {
      const offer = (this.community ?? (await s.community?.()))?.candidacies;
      const own = offer ? await offer.own(s.election.id) : null;
      if (asked !== this.#asked) return;
      this.#offer = offer;
      this.own = own;
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.trouble = toElectionError(thrown);
      // Without a network one may write all the same: what was written is on the device.
      this.own = null;
    }
    this.draft = readDraft(s.election.id) ?? (this.own ? draftOf(this.own) : emptyDraft);
    this.#again();
  }

  protected override render() {
    const s = this.ready;
    const { lang, f } = this.language;
    const words = candidacyWords(lang, this.#again);
    const { own, draft } = this;
    if (!s || !words || own === undefined || !draft || (!this.#offer && !this.trouble)) return nothing;
    const window = windowOf(s, phaseStarts(s.election.calendar));
    const { brand, calendar } = s.election;
    const isWriting = own ? this.step === 'writing' || this.step === 'sending' : window.isOpen;
    const date = (at: number) => f.moment(at, calendar.timeZone);
    return html`<section class="sheet" aria-labelledby="title">
      <header>
        <h2 id="title">${own ? words.own : words.title}</h2>
        ${own ? nothing : html`<p class="muted">${words.lead(brand.name)}</p>`}
        ${
          isWriting && !own && window.closes
            ? html`<p class="small until">${words.until(date(window.closes.at))}</p>`
            : nothing
        }
      </header>
      ${own && !isWriting ? this.#state(own, s, words) : nothing}
      ${isWriting ? this.#form(draft, s, words) : nothing}
      ${
        !own && !isWriting
          ? html`<p>${window.opens ? words.notYet(date(window.opens.at)) : words.over}</p>`
          : nothing
      }
      ${this.step === 'leaving' ? leaving(s.phase === 'voting', words, this.#answer) : nothing}
    </section>`;
  }

  #state(own: Candidacy, s: ReadySnapshot, words: FormWords['words']): TemplateResult {
    const window = windowOf(s, phaseStarts(s.election.calendar));
    const actions = { onChange: this.#change, onLeave: () => void (this.step = 'leaving') };
    return html`<div class="both">
      <div>
        ${ownState(own, window, s.phase, s.election.brand.name, words, actions)} ${this.#troubleLine(words)}
        ${own.state === 'approved' ? this.#share(own, s) : nothing}
      </div>
      ${own.state === 'withdrawn' ? nothing : this.#card({ id: own.id, ...own.profile }, words)}
    </div>`;
  }

  /** From now on there is an address to be passed on. */
  #share({ candidate: id, profile }: Candidacy, s: ReadySnapshot): TemplateResult | typeof nothing {
    if (id === undefined) return nothing;
    void import('../voix-share/voix-share.js');
    return html`<voix-share class="share" .candidate=${{ id, ...profile }} .snapshot=${s}></voix-share>`;
  }

  #form(draft: Draft, s: ReadySnapshot, words: FormWords['words']): TemplateResult {
    const on: FormWords = { words, number: numbersIn(this.language.lang) };
    const faults = this.faults ?? {};
    const brand = s.election.brand.name;
    const text = (field: DraftText) =>
      textField(
        { field, value: draft[field], fault: faults[field], onInput: this.#typed, onDone: this.#done },
        on,
      );
    const { photo, picture, uploaded } = draft;
    const count = Object.keys(faults).length;
    const isSending = this.step === 'sending';
    return html`<form part="form" class="both" novalidate @submit=${this.#submit}>
      <div class="fields">
        ${this.own?.reason ? html`<blockquote class="said">${this.own.reason}</blockquote>` : nothing}
        ${ABOVE.map(text)} ${this.#portrait.draw(words, { photo, picture })}
        ${photo || picture ? text('alt') : nothing} ${BELOW.map(text)}
        <div>
          ${uploaded ? html`<p class="label">${words.labels.video}</p>` : text('video')}
          ${this.#videoPart(uploaded, on)}
        </div>
        ${text('email')}
      </div>
      ${this.#card(this.#previewed(draft, words), words)}
      <div class="end">
        <fieldset>
          <legend>${words.consents}</legend>
          ${CONSENTS.map((consent) =>
            consentBox(
              consent,
              words.consent[consent](brand),
              draft.consents[consent],
              faults[consent],
              this.#agreed,
              on,
            ),
          )}
        </fieldset>
        ${count > 0 ? html`<p class="fault">${words.toMend(count, on.number(count))}</p>` : nothing}
        ${this.#troubleLine(words)}
        <div class="keys">
          <button class="main" ?disabled=${isSending}>
            ${isSending ? words.sending : this.own ? words.sendMended : words.send}
          </button>
          ${
            this.own
              ? html`<button type="button" class="quiet" @click=${this.#back}>${words.keep}</button>`
              : nothing
          }
        </div>
        <p class="muted small">${words.draftKept}</p>
      </div>
    </form>`;
  }

  #videoPart(uploaded: Video | undefined, on: FormWords): TemplateResult | typeof nothing {
    if (this.#video) return this.#video.draw(uploaded, { ...on, errors: () => this.more?.errors });
    if (uploaded) void this.#videoField();
    if (uploaded || !this.#offer?.video) return nothing;
    const send = async (file: File) => (await this.#videoField())?.send(file);
    return html`<div class="upload keys">
      ${fileChooser('video-file', on.words.chooseVideo, VIDEOS, (file) => void send(file))}
    </div>`;
  }

  async #videoField(): Promise<VideoField | undefined> {
    try {
      const field = await import('./video-field.js');
      this.#video ??= new field.VideoField({
        again: this.#again,
        offer: () => this.#offer,
        election: () => this.ready?.election.id,
        onVideo: (video) => this.#set({ uploaded: video, ...(video && { video: '' }) }),
      });
      this.#again();
    } catch {
      this.trouble = new ElectionError('offline');
    }
    return this.#video;
  }

  #troubleLine(words: FormWords['words']): TemplateResult | typeof nothing {
    const { trouble } = this;
    if (!trouble) return nothing;
    const sentence = trouble.retryable ? words.offline : this.more?.errors[trouble.code];
    return html`<p class="fault" role="alert">${sentence}</p>`;
  }

  #previewed(draft: Draft, words: FormWords['words']): Candidate {
    const { profile } = submissionOf(draft);
    return {
      ...profile,
      id: 'preview',
      name: profile.name || words.yourName,
      slogan: profile.slogan || words.yourSlogan,
    };
  }

  #card(candidate: Candidate, words: FormWords['words']): TemplateResult {
    if (candidate.video) void import('../voix-video/voix-video.js');
    return html`<aside part="preview" aria-labelledby="preview">
      <p class="label" id="preview">${words.preview}</p>
      <voix-candidate-card .candidate=${candidate} .snapshot=${this.current}
        ><span slot="action"></span
      ></voix-candidate-card>
    </aside>`;
  }

  #set(changes: Partial<Draft>): void {
    const election = this.ready?.election.id;
    if (!this.draft || election === undefined) return;
    this.draft = { ...this.draft, key: undefined, ...changes };
    keepDraft(election, this.draft);
  }

  #typed = (field: DraftText, value: string): void => this.#set({ [field]: value });

  /** A fault that was told goes as soon as the field is left mended; none comes while one is typing. */
  #done = (): void => {
    if (this.faults && this.draft) this.faults = faultsOf(this.draft);
  };

  #agreed = (consent: Consent, given: boolean): void => {
    if (this.draft) this.#set({ consents: { ...this.draft.consents, [consent]: given } });
    this.#done();
  };

  #change = (): void => {
    const election = this.ready?.election.id;
    if (!this.own || election === undefined) return;
    this.draft = readDraft(election) ?? draftOf(this.own);
    this.faults = undefined;
    this.trouble = undefined;
    this.step = 'writing';
    this.#focus('input');
  };

  #back = (): void => {
    const election = this.ready?.election.id;
    if (election !== undefined) keepDraft(election, undefined);
    this.step = undefined;
  };

  /** Sends a framed portrait. Where it cannot be sent it stays on the device, and goes with the candidacy. */
  async #sendPortrait(): Promise<void> {
    const { draft } = this;
    const election = this.ready?.election.id;
    if (!draft?.picture || election === undefined) return;
    this.trouble = undefined;
    try {
      const kept = await this.#offer?.photo?.(election, blobOf(draft.picture.data));
      if (!kept || this.draft?.picture !== draft.picture) return;
      const { focus } = draft.picture;
      this.#set({ photo: { ...kept, ...(focus && { focus }) }, picture: undefined });
    } catch (thrown) {
      const error = toElectionError(thrown);
      if (!error.retryable) this.#set({ picture: undefined });
      this.trouble = error;
    }
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const election = this.ready?.election.id;
    if (!this.draft || election === undefined || this.step === 'sending') return;
    await this.#portrait.keep();
    this.faults = faultsOf(this.draft);
    this.trouble = undefined;
    const [first] = this.#inOrder(Object.keys(this.faults) as CandidacyField[]);
    if (first) {
      this.#focus(`#${first}`);
      return;
    }
    const before = this.step;
    this.step = 'sending';
    await this.#sendPortrait();
    const isWhole = (await this.#video?.settled()) ?? true;
    if (!this.trouble && isWhole) await this.#send(election);
    if (this.trouble || !isWhole) this.step = before;
    this.#focus(isWhole ? '.state h3' : '.upload button');
  };

  async #send(election: string): Promise<void> {
    const key = this.draft?.key ?? newKey();
    this.#set({ key });
    const { own, draft } = this;
    if (!draft) return;
    try {
      const offer = this.#offer ?? (await this.ready?.community?.())?.candidacies;
      this.#offer = offer;
      const mends = own && isMendable(own) ? own.version : undefined;
      this.own = (await offer?.submit(election, submissionOf(draft, mends), key)) ?? null;
      keepDraft(election, undefined);
      this.draft = this.own ? draftOf(this.own) : emptyDraft;
      this.faults = undefined;
      this.step = undefined;
    } catch (thrown) {
      this.trouble = toElectionError(thrown);
    }
  }

  #answer = async (isSure: boolean): Promise<void> => {
    this.step = undefined;
    const { own } = this;
    const election = this.ready?.election.id;
    if (!isSure || !own || election === undefined) return;
    this.trouble = undefined;
    try {
      this.own = (await this.#offer?.withdraw(election, own.version)) ?? own;
      this.draft = { ...draftOf(this.own), photo: undefined, alt: '', consents: emptyDraft.consents };
      announce(candidacyWords(this.language.lang, this.#again)?.state[this.own.state]);
    } catch (thrown) {
      this.trouble = toElectionError(thrown);
    }
  };

  /** As they stand on the page. */
  #inOrder(fields: readonly CandidacyField[]): CandidacyField[] {
    const order: readonly CandidacyField[] = [
      ...ABOVE,
      'photo',
      'alt',
      ...BELOW,
      'video',
      'email',
      ...CONSENTS,
    ];
    return order.filter((field) => fields.includes(field));
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

define('voix-candidacy', VoixCandidacy);

declare global {
  interface HTMLElementTagNameMap {
    'voix-candidacy': VoixCandidacy;
  }
}
