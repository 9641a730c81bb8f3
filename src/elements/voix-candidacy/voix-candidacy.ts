import { nothing, type TemplateResult } from 'lit';
import type { Candidacy, CandidacyOffer, Faults } from '../../model/candidacy.js';
import type { Community } from '../../model/community.js';
import { ElectionError, toElectionError } from '../../model/errors.js';
import { newKey } from '../../model/new-key.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import { holdRegion } from '../shared/announce.js';
import { define } from '../shared/define.js';
import { VoixElement } from '../shared/voix-element.js';
import { cardOf } from './card.js';
import { draftOf, emptyDraft, faultsOf, keepDraft, readDraft, type Draft } from './draft.js';
import type { FormWords } from './field.js';
import { candidacyForm, inOrder, previewed, type FormActs } from './form.js';
import type * as OwnView from './own.js';
import { ownView } from './own-view.js';
import { PortraitField } from './portrait-field.js';
import { sendCandidacy, sendPicture } from './sending.js';
import { standing, troubleLine, type Step } from './standing.js';
import { VideoPart } from './video-part.js';
import { sheets } from './voix-candidacy.css.js';
import { candidacyWords, numbersIn } from './words.js';

/** Where what one has pressed goes once it is done: the focus stays there. */
const PLACES = ['.upload', '[aria-labelledby=photo-label]'];

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
  static override styles = sheets;

  /** What the backend offers around the vote. Default: the provider's backend. */
  declare community: (() => Promise<Community>) | undefined;

  /** What this person sent; `undefined` until the backend has said so. */
  declare private own: Candidacy | null | undefined;
  declare private draft: Draft | undefined;
  /** What was wrong when it was last to be sent; `undefined`: it was never to be. */
  declare private faults: Faults | undefined;
  declare private trouble: ElectionError | undefined;
  declare private step: Step;

  readonly #again = () => this.requestUpdate('portrait', 0);
  readonly #portrait = new PortraitField({
    again: this.#again,
    onFramed: async (picture) => {
      this.#set({ picture, photo: undefined });
      await this.#sendPortrait();
    },
    onRemove: () => this.#set({ picture: undefined, photo: undefined, alt: '' }),
    madeReadable: async (heic) => (await this.#offer?.photo?.(this.#election ?? '', heic))?.src,
  });
  readonly #video = new VideoPart({
    again: this.#again,
    offer: () => this.#offer,
    election: () => this.#election,
    onVideo: (video) => this.#set({ uploaded: video, ...(video && { video: '' }) }),
    onFailure: () => (this.trouble = new ElectionError('offline')),
  });
  #view: typeof OwnView | undefined;
  #offer: CandidacyOffer | undefined;
  #asked: readonly unknown[] = [];
  #place: string | undefined;

  protected override slice(): readonly unknown[] {
    const s = this.ready;
    return [s?.election, s?.phase, s?.community];
  }

  protected override willUpdate(): void {
    holdRegion(this.renderRoot as ShadowRoot);
    const asked = [this.#election, this.#around];
    if (asked.some((one, i) => one !== this.#asked[i])) {
      this.#asked = asked;
      void this.#ask();
    }
    this.#place = PLACES.find((place) => this.#focused?.closest(place));
  }

  protected override updated(): void {
    this.#portrait.drawn(this.renderRoot);
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    if (this.#place && !this.#focused) this.#focus(`${this.#place} :is(button, input)`);
  }

  get #election(): string | undefined {
    return this.ready?.election.id;
  }

  get #around(): (() => Promise<Community>) | undefined {
    return this.community ?? this.ready?.community;
  }

  get #focused(): Element | null {
    return (this.renderRoot as ShadowRoot).activeElement;
  }

  async #ask(): Promise<void> {
    const asked = this.#asked;
    const s = this.ready;
    this.own = this.step = this.trouble = this.faults = this.#offer = undefined;
    if (!s) return;
    try {
      const offer = (await this.#around?.())?.candidacies;
      const own = offer ? await offer.own(s.election.id) : null;
      if (own) this.#view ??= await ownView();
      if (asked !== this.#asked) return;
      this.#offer = offer;
      this.own = own;
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.trouble = toElectionError(thrown);
      // Without a network one may write all the same: what was written is on the device.
      this.own = null;
    }
    this.draft = readDraft(s.election.id) ?? draftOf(this.own);
    this.#again();
  }

  protected override render() {
    const s = this.ready;
    const words = candidacyWords(this.language.lang, this.#again);
    const { own, draft } = this;
    if (!s || !words || own === undefined || !draft || (!this.#offer && !this.trouble)) return nothing;
    return standing(
      own,
      this.step,
      s,
      words,
      this.language.f,
      () => this.#form(draft, s, words),
      (own) => this.#view?.ownState(own, s, words, this.#ownActs, this.#trouble(words)),
      () => this.#view?.leaving(s.phase === 'voting', words, this.#answer),
    );
  }

  #form(draft: Draft, s: ReadySnapshot, words: FormWords['words']): TemplateResult {
    const on: FormWords = { words, number: numbersIn(this.language.lang) };
    return candidacyForm(
      {
        draft,
        faults: this.faults ?? {},
        own: this.own,
        brand: s.election.brand.name,
        isSending: this.step === 'sending',
        portrait: this.#portrait.draw(words, draft),
        video: this.#video.draw(draft.uploaded, { ...on, errors: () => this.more?.errors }),
        card: cardOf(previewed(draft, words), s, words.preview),
        trouble: this.#trouble(words),
      },
      this.#acts,
      on,
    );
  }

  #trouble(words: FormWords['words']) {
    return troubleLine(this.trouble, words, () => this.more?.errors);
  }

  #set(changes: Partial<Draft>): void {
    const election = this.#election;
    if (!this.draft || election === undefined) return;
    this.draft = { ...this.draft, key: undefined, ...changes };
    keepDraft(election, this.draft);
  }

  /** A fault that was told goes as soon as the field is left mended; none comes while one is typing. */
  #done(): void {
    if (this.faults && this.draft) this.faults = faultsOf(this.draft);
  }

  readonly #acts: FormActs = {
    onInput: (field, value) => this.#set({ [field]: value }),
    onDone: () => this.#done(),
    onConsent: (consent, given) => {
      if (this.draft) this.#set({ consents: { ...this.draft.consents, [consent]: given } });
      this.#done();
    },
    onSubmit: () => void this.#submit(),
    onBack: () => this.#back(),
  };

  readonly #ownActs: OwnView.OwnActs = {
    onChange: () => this.#change(),
    onLeave: () => void (this.step = 'leaving'),
  };

  #change(): void {
    const election = this.#election;
    if (!this.own || election === undefined) return;
    this.draft = readDraft(election) ?? draftOf(this.own);
    this.faults = undefined;
    this.trouble = undefined;
    this.step = 'writing';
    this.#focus('input');
  }

  #back(): void {
    const election = this.#election;
    if (election !== undefined) keepDraft(election, undefined);
    this.step = undefined;
    this.#focus('.state h3');
  }

  /** Sends a framed portrait. Where it cannot be sent it stays on the device, and goes with the candidacy. */
  async #sendPortrait(): Promise<void> {
    const { draft } = this;
    const election = this.#election;
    if (!draft?.picture || election === undefined) return;
    this.trouble = undefined;
    try {
      const sent = await sendPicture(this.#offer, election, draft.picture);
      if (sent && this.draft?.picture === draft.picture) this.#set(sent);
    } catch (thrown) {
      this.trouble = toElectionError(thrown);
      if (!this.trouble.retryable) this.#set({ picture: undefined });
    }
  }

  async #submit(): Promise<void> {
    const election = this.#election;
    if (!this.draft || election === undefined || this.step === 'sending') return;
    const before = this.step;
    this.step = 'sending';
    await this.#portrait.keep();
    this.faults = faultsOf(this.draft);
    this.trouble = undefined;
    const [first] = inOrder(this.faults);
    if (first) {
      this.step = before;
      return this.#focus(`#${first}`);
    }
    await this.#sendPortrait();
    const isWhole = await this.#video.settled();
    if (!this.trouble && isWhole) await this.#send(election);
    if (this.trouble || !isWhole) this.step = before;
    this.#focus(isWhole ? '.state h3' : '.upload button');
  }

  async #send(election: string): Promise<void> {
    const key = this.draft?.key ?? newKey();
    this.#set({ key });
    const { own, draft } = this;
    if (!draft) return;
    try {
      const offer = this.#offer ?? (await this.#around?.())?.candidacies;
      this.#offer = offer;
      this.#view ??= await ownView();
      this.own = (await sendCandidacy(offer, election, draft, own, key)) ?? null;
      keepDraft(election, undefined);
      this.draft = draftOf(this.own);
      this.faults = undefined;
      this.step = undefined;
    } catch (thrown) {
      this.trouble = toElectionError(thrown);
    }
  }

  #answer = async (isSure: boolean): Promise<void> => {
    this.step = undefined;
    const { own } = this;
    const election = this.#election;
    if (!isSure || !own || election === undefined) return this.#focus('.quiet');
    this.trouble = undefined;
    try {
      this.own = (await this.#offer?.withdraw(election, own.version)) ?? own;
      this.draft = { ...draftOf(this.own), photo: undefined, alt: '', consents: emptyDraft.consents };
    } catch (thrown) {
      this.trouble = toElectionError(thrown);
    }
    this.#focus('.state h3');
  };

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
