/** Who stands: those that were approved, and those whom the brand writes in by hand. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Candidate } from '../../model/election.js';
import { idFrom } from '../form/draft.js';
import { lockOf } from '../form/locked.js';
import { line, lines, type FormState } from './fields.js';
import { pictureField } from './picture-field.js';

/** @param put replaces them all */
export function candidateFields(
  form: FormState,
  put: (candidates: readonly Candidate[]) => void,
): TemplateResult {
  const { draft, words: w, locks, readOnly } = form;
  const { candidates } = draft;
  const why = lockOf('candidates', locks);
  const fixed = readOnly || why !== undefined;
  const add = () => {
    const id = idFrom(
      `candidate-${candidates.length + 1}`,
      candidates.map(({ id }) => id),
    );
    put([...candidates, { id, name: '' }]);
  };
  return html`${why ? html`<p class="lock small">${w.form.locked[why]}</p>` : nothing}
  ${candidates.length ? nothing : html`<p class="empty">${w.form.noCandidates}</p>`}
  ${candidates.map((candidate, i) => {
    const at = `candidates.${i}`;
    const name = candidate.name || w.form.someone;
    return html`<details class="paper" ?open=${!candidate.name}>
      <summary>${name} <span class="muted small">${candidate.town ?? nothing}</span></summary>
      <div class="two">
        ${line(form, 'name', `${at}.name`)} ${line(form, 'town', `${at}.town`, { optional: true })}
      </div>
      ${line(form, 'slogan', `${at}.slogan`, { optional: true })}
      ${lines(form, 'manifesto', `${at}.manifesto`, { optional: true })}
      ${pictureField(form, candidate.id, `${at}.photo`, w.pictures.portraitOf(name), 'photo', 'photoAlt')}
      ${
        fixed
          ? nothing
          : html`<button
              type="button"
              class="plain"
              @click=${() => put(candidates.filter((one) => one !== candidate))}
            >
              ${name ? w.form.removeCandidate(name) : w.remove}
            </button>`
      }
    </details>`;
  })}
  ${fixed ? nothing : html`<button type="button" @click=${add}>${w.form.addCandidate}</button>`}`;
}

/** A candidate who is new gets an id of the name: the one in the address of their own page, which is then for ever. */
export function withIds(candidates: readonly Candidate[], known: ReadonlySet<string>): Candidate[] {
  const taken = [...known];
  return candidates.map((candidate) => {
    if (known.has(candidate.id)) return candidate;
    const id = idFrom(candidate.name, taken);
    taken.push(id);
    return { ...candidate, id };
  });
}
