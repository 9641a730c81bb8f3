/** The sheet on which a receipt is printed: a page of its own, black on white, whatever the site looks like. */
export const sheet = `
  @page { margin: 18mm; }
  * { box-sizing: border-box; margin: 0; }
  body { max-width: 174mm; font: 11pt/1.45 Georgia, 'Times New Roman', serif; color: #000; background: #fff; }
  header { display: flex; gap: 1em; justify-content: space-between; padding-bottom: 3mm; border-bottom: 2pt solid; }
  header p { text-align: end; }
  h1 { font-size: 14pt; line-height: 1.25; }
  .slip { display: flex; gap: 10mm; align-items: flex-start; margin-block: 9mm; padding-block: 8mm; border-block: 1pt dashed; }
  .slip > div { flex: 1; }
  .code { font: 600 26pt/1.1 ui-monospace, Menlo, Consolas, monospace; direction: ltr; unicode-bidi: isolate; }
  dl { margin-top: 6mm; }
  dt { font-size: 9pt; }
  dd { margin-bottom: 3mm; }
  figure { flex: none; width: 50mm; font-size: 9pt; }
  svg { display: block; width: 50mm; height: 50mm; margin: -4mm -4mm 0; }
  h2 { margin-top: 5mm; font-size: 11pt; }
  header p { white-space: nowrap; }
  footer { margin-top: 9mm; font-size: 9pt; overflow-wrap: anywhere; }
`;
