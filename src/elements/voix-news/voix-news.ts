import { css, html, nothing } from 'lit';
import type { Community } from '../../model/community.js';
import { toElectionError } from '../../model/errors.js';
import type { News, NewsOffer } from '../../model/news.js';
import { takesQuestions } from '../../model/question.js';
import { announce, holdRegion } from '../shared/announce.js';
import { Asked } from '../shared/asked.js';
import { dateOf } from '../shared/dates.js';
import { define } from '../shared/define.js';
import { figuresOf } from '../shared/figures.js';
import { paragraphs } from '../shared/paragraphs.js';
import { questionWords } from '../shared/question-words.js';
import { sayingStyles } from '../shared/saying.css.js';
import { Speaking } from '../shared/speaking.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';

/**
 * News from the campaign, the newest first, each under its candidate's name and date. A candidate who looks writes
 * their own here.
 *
 * @tag voix-news
 * @csspart news - One piece of news.
 */
export class VoixNews extends VoixElement {
  static override properties = { candidate: {}, community: { attribute: false } };
  static override styles = [
    tokens,
    sayingStyles,
    css`
      .all {
        display: grid;
        gap: var(--_s);
        justify-items: start;
      }
      ol {
        inline-size: 100%;
      }
      li {
        display: grid;
        gap: 4px;
        max-inline-size: 68ch;
        padding-block: var(--_s);
        border-block-start: 1px solid var(--_line);
        text-wrap: pretty;
      }
      .who {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75em;
        align-items: baseline;
        font-weight: 600;
      }
      li p + p {
        margin-block-start: 0.6em;
      }
      .paper {
        inline-size: 100%;
      }
    `,
  ];

  /** Id of a candidate: only their news. */
  declare candidate: string | undefined;
  /** What the backend offers around the vote. Default: the provider's backend. */
  declare community: (() => Promise<Community>) | undefined;

  readonly #again = () => this.requestUpdate('asked', 0);
  readonly #community = new Asked<Community | undefined>(this.#again);
  readonly #news = new Asked<readonly News[]>(this.#again);
  readonly #speaking = new Speaking(this.#again);

  protected override slice(): readonly unknown[] {
    const s = this.ready;
    return [s?.election, s?.phase, s?.community];
  }

  get #offer(): NewsOffer | undefined {
    return this.#community.value?.news;
  }

  protected override willUpdate(): void {
    holdRegion(this.renderRoot as ShadowRoot);
    const s = this.ready;
    const load = s && (this.community ?? s.community);
    this.#community.use([load], () => load?.());
    if (!s || !this.#offer) return;
    this.#news.use([this.#offer, s.election.id, this.candidate], () => this.#ask(s.election.id));
    this.#speaking.use(this.#community.value, s.election.id);
  }

  #ask(election: string): Promise<readonly News[]> | undefined {
    return this.#offer?.ofElection(election, this.candidate);
  }

  protected override render() {
    const { lang } = this.language;
    const t = questionWords(lang, this.#again);
    const s = this.ready;
    const offer = this.#offer;
    if (!s || !t || !offer) return nothing;
    const { election } = s;
    const { value, error } = this.#news;
    const me = this.#speaking.candidate;
    const mayWrite =
      me !== undefined && (this.candidate ?? me) === me && takesQuestions(election, s.clock.now());
    const nameOf = (id: string) => election.candidates.find((one) => one.id === id)?.name ?? id;
    const speech = {
      id: 'news',
      begin: t.write,
      label: t.writeLabel,
      send: t.publish,
      say: async (text: string, key: string) => {
        await offer.write(election.id, text, key);
        this.#news.again(() => this.#ask(election.id));
        announce(t.newsPublished);
      },
      refused: (thrown: unknown) => {
        const { retryable, code } = toElectionError(thrown);
        return retryable ? t.offline : (this.more?.errors[code] ?? t.offline);
      },
    };
    return html`<div class="all">
      <h3>${t.news}</h3>
      ${mayWrite ? this.#speaking.form(speech, t, figuresOf(lang).number) : nothing}
      ${
        error
          ? html`<div class="row">
              <p>${t.newsFailed}</p>
              <button @click=${() => this.#news.again(() => this.#ask(election.id))}>${t.again}</button>
            </div>`
          : nothing
      }
      ${value?.length === 0 ? html`<p class="muted">${t.noNews}</p>` : nothing}
      <ol role="list">
        ${value?.map(
          ({ candidate, text, at }) =>
            html`<li part="news">
              <p class="who">
                ${nameOf(candidate)}
                <time class="small muted" datetime=${at}
                  >${dateOf(lang, at, election.calendar.timeZone)}</time
                >
              </p>
              <div lang=${election.lang}>${paragraphs(text)}</div>
            </li>`,
        )}
      </ol>
    </div>`;
  }
}

define('voix-news', VoixNews);

declare global {
  interface HTMLElementTagNameMap {
    'voix-news': VoixNews;
  }
}
