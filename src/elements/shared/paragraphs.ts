import { html, type TemplateResult } from 'lit';

/** A plain text in its paragraphs: a blank line starts a new one. */
export const paragraphs = (text: string): TemplateResult[] =>
  text.split(/\n\s*\n/).map((one) => html`<p>${one}</p>`);
