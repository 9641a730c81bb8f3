import { css, html, nothing, type TemplateResult } from 'lit';
import type { RulesMessages } from '../../locales/rules-messages.js';
import { safeAddress } from '../../model/address.js';
import type { Election } from '../../model/election.js';
import { phaseStarts } from '../../model/phase.js';
import { dateOf, momentOf } from '../shared/dates.js';
import { define } from '../shared/define.js';
import { figuresOf } from '../shared/figures.js';
import { paragraphs } from '../shared/paragraphs.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { rulesWords } from './words.js';

/**
 * The rules of an election, written from its own data: who organises it, when, who may stand and vote, how ballots
 * count, what a tie means, what the mandate gives and asks, complaints, what is kept. To be printed, too.
 *
 * @tag voix-rules
 * @csspart rules - The list of rules.
 */
export class VoixRules extends VoixElement {
  static override properties = { election: { attribute: false } };
  static override styles = [
    tokens,
    css`
      :host {
        display: grid;
        gap: calc(var(--_s) * 1.5);
        container-type: inline-size;
      }
      h2 {
        font-size: min(var(--_xl), 12cqi);
        letter-spacing: -0.02em;
      }
      dl > div {
        display: grid;
        gap: 8px var(--_s);
        padding-block: var(--_s);
        border-block-start: 1px solid var(--_line);
        break-inside: avoid;
      }
      dt {
        font-size: min(var(--_l), 10cqi);
        font-weight: 700;
        line-height: 1.25;
      }
      dd {
        display: grid;
        gap: 0.6em;
        max-inline-size: 62ch;
        text-wrap: pretty;
      }
      ol.dates {
        display: grid;
        gap: 0.6em 1.5em;
      }
      ol.dates li {
        display: grid;
        grid-template-columns: subgrid;
        grid-column: 1 / -1;
      }
      time {
        font-variant-numeric: tabular-nums;
      }
      ul {
        padding-inline-start: 1.2em;
        list-style: disc;
      }
      a {
        color: var(--_link);
      }
      .frozen {
        padding: var(--_s);
        border-radius: var(--_r);
        background: var(--_sunk);
        text-wrap: pretty;
      }
      @media (forced-colors: active) {
        .frozen {
          border: 1px solid;
        }
      }
      @container (min-width: 44rem) {
        dl > div {
          grid-template-columns: minmax(12rem, 1fr) minmax(0, 3fr);
        }
        ol.dates {
          grid-template-columns: auto 1fr;
        }
      }
    `,
  ];

  /** The election, for use without a provider. */
  declare election: Election | undefined;

  protected override slice(): readonly unknown[] {
    return [this.ready?.election, this.ready?.log];
  }

  protected override render() {
    const election = this.election ?? this.ready?.election;
    const { lang } = this.language;
    const words = rulesWords(lang, () => this.requestUpdate('words', 0));
    if (!election || !words) return nothing;
    const { terms = {}, brand } = election;
    const own = (text: string | undefined, unsaid: string) =>
      text === undefined
        ? html`<p>${unsaid}</p>`
        : html`<div lang=${election.lang}>${paragraphs(text)}</div>`;
    return html`<h2>${words.rules}</h2>
      <p class="frozen">${words.unchanged}</p>
      <dl part="rules">
        ${rule(words.organiser, html`${own(terms.organiser, brand.name)}${site(brand)}`)}
        ${rule(words.calendar, this.#dates(election, words))}
        ${rule(words.standing, own(terms.standing, words.standingUnsaid(brand.name)))}
        ${rule(words.voting, html`${own(terms.voting, words.votingUnsaid(brand.name))}${checks(election, words)}`)}
        ${rule(words.ballot, ballot(election, words, lang))}
        ${rule(words.results, outcome(election, words, lang))}
        ${rule(words.mandate, mandate(election, words))}
        ${rule(
          words.complaints,
          html`${own(terms.complaints, words.complaintsUnsaid(brand.name))}
          ${this.ready?.log ? html`<p>${words.proof}</p>` : nothing}`,
        )}
        ${rule(
          words.retention,
          html`<p>${words.retained}</p>
            ${own(terms.retention, words.retentionUnsaid)}`,
        )}
        ${this.#amendments(election, words)}
      </dl>`;
  }

  #dates({ calendar }: Election, words: RulesMessages): TemplateResult {
    const { t, lang } = this.language;
    return html`<ol class="dates" role="list">
        ${phaseStarts(calendar).map(
          ({ phase, at }) =>
            html`<li>
              <b>${t.begins[phase] ?? t.phases[phase]}</b>
              <time datetime=${new Date(at).toISOString()}>${momentOf(lang, at, calendar.timeZone)}</time>
            </li>`,
        )}
      </ol>
      <p class="muted small">${words.zone(calendar.timeZone)}</p>`;
  }

  #amendments({ amendments = [], calendar, lang }: Election, words: RulesMessages) {
    if (!amendments.length) return nothing;
    return rule(
      words.amendments,
      html`<ul role="list" class="plain">
        ${amendments.map(
          ({ at, note }) =>
            html`<li>
              <b>${dateOf(this.language.lang, at, calendar.timeZone)}</b> <span lang=${lang}>${note}</span>
            </li>`,
        )}
      </ul>`,
    );
  }
}

const rule = (title: string, says: unknown): TemplateResult =>
  html`<div>
    <dt>${title}</dt>
    <dd>${says}</dd>
  </div>`;

function site({ url, name }: Election['brand']): TemplateResult | typeof nothing {
  const address = safeAddress(url, document.baseURI);
  return address ? html`<p><a href=${address} aria-label=${name}>${new URL(address).host}</a></p>` : nothing;
}

const checks = ({ rules }: Election, words: RulesMessages): TemplateResult =>
  html`<p>${words[rules.identity]}</p>`;

function ballot({ rules }: Election, words: RulesMessages, lang: string): TemplateResult {
  const { method, revote } = rules;
  const max = method.kind === 'approval' ? method.max : undefined;
  return html`<p>
      ${max === undefined ? words.methods[method.kind] : words.atMost(max, figuresOf(lang).number(max))}
    </p>
    <p>${revote ? words.revote : words.final}</p>`;
}

const outcome = ({ rules }: Election, words: RulesMessages, lang: string): TemplateResult =>
  html`<p>${words.visibility[rules.visibility]}</p>
    <p>${words.elected}</p>
    <p>${rules.quorum ? words.quorum(rules.quorum, figuresOf(lang).number(rules.quorum)) : words.noQuorum}</p>
    <p>${words.tie}</p>`;

function mandate({ terms = {}, lang }: Election, words: RulesMessages): TemplateResult {
  const { privileges = [], obligations = [] } = terms;
  const list = (title: string, all: readonly string[]) =>
    all.length
      ? html`<p>${title}</p>
          <ul lang=${lang}>
            ${all.map((one) => html`<li>${one}</li>`)}
          </ul>`
      : nothing;
  return html`${list(words.privileges, privileges)} ${list(words.obligations, obligations)}
  ${privileges.length ? nothing : html`<p>${words.noPrize}</p>`}`;
}

define('voix-rules', VoixRules);

declare global {
  interface HTMLElementTagNameMap {
    'voix-rules': VoixRules;
  }
}
