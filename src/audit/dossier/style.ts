/** A printed civic paper: one column, one ink, numbers that stand under each other. */
export const STYLE = `
:root { color-scheme: light dark;
  --paper: light-dark(#fbf9f4, #14171a); --sheet: light-dark(#fffefb, #1b1f23);
  --ink: light-dark(#1c2024, #ebe8e0); --muted: light-dark(#575d63, #a5aab0);
  --line: light-dark(#d8d3c6, #363c42); --seal: light-dark(#23406b, #a9c4ee);
  --bad: light-dark(#9b1c1c, #ffb4a8); --bar: light-dark(#7189ae, #6d87b3); }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Liberation Serif', Georgia, serif;
  font-variant-numeric: lining-nums; overflow-wrap: anywhere; padding: clamp(1rem, 4vw, 4rem) clamp(1rem, 4vw, 2rem); }
main { max-inline-size: 50rem; margin-inline: auto; }
header { border-block-end: 3px double var(--ink); padding-block-end: 1.5rem; }
.kind { color: var(--seal); font-weight: 700; }
h1 { font-size: clamp(1.875rem, 5vw, 2.75rem); line-height: 1.1; text-wrap: balance; margin-block: .35rem .6rem; }
h2 { font-size: 1.375rem; line-height: 1.2; margin-block-end: .75rem; }
h3 { font-size: 1.0625rem; margin-block: 1.25rem .25rem; }
section { padding-block: 2rem; border-block-end: 1px solid var(--line); }
section:last-child { border: 0; }
p + p, .scroll + p, details, figure { margin-block-start: .75rem; }
.lead { font-size: 1.25rem; line-height: 1.4; margin-block-end: 1rem; text-wrap: pretty; }
.muted { color: var(--muted); } .small { font-size: .875rem; }
.stamp { display: inline-block; margin-block-start: 1rem; padding: .5rem .8rem; border: 2px solid var(--seal);
  color: var(--seal); border-radius: 3px; font-weight: 700; line-height: 1.3; }
.stamp.bad { border-color: var(--bad); color: var(--bad); }
.scroll { overflow-x: auto; }
.scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--seal); outline-offset: 2px; }
table { inline-size: 100%; border-collapse: collapse; font-size: 1rem; line-height: 1.35; }
th, td { text-align: start; vertical-align: baseline; padding: .5rem 1rem .5rem 0; border-block-end: 1px solid var(--line);
  overflow-wrap: normal; }
thead th { font-size: .875rem; font-weight: 400; color: var(--muted); border-block-end: 1px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 600; }
.number { text-align: end; font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
:is(th, td):last-child { padding-inline-end: 0; }
thead .number { white-space: normal; }
dl div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 1rem; padding-block: .4rem; border-block-end: 1px solid var(--line); }
dt { color: var(--muted); } dl code { display: block; }
code, pre { font: .8125rem/1.5 ui-monospace, 'Liberation Mono', Menlo, monospace; }
pre { white-space: pre-wrap; background: var(--sheet); border: 1px solid var(--line); padding: .75rem; margin-block-start: .5rem; }
summary { min-block-size: 2.75rem; padding-block: .6rem; cursor: pointer; color: var(--seal); font-weight: 600; }
.timeline { display: block; inline-size: 100%; block-size: 9rem; border-block-end: 1px solid var(--ink); }
.share { display: block; inline-size: 100%; block-size: .5rem; margin-block-start: .35rem; fill: var(--bar); }
tr:first-child .share { fill: var(--seal); }
.first { fill: var(--bar); } .changed { fill: var(--seal); }
.axis { display: flex; justify-content: space-between; gap: 1rem; } .axis span:last-child { text-align: end; }
.checks, .limits { list-style: none; }
.checks li { display: grid; grid-template-columns: 1.75rem 1fr; padding-block: .6rem; border-block-end: 1px solid var(--line); }
.checks .mark { font-weight: 700; color: var(--seal); } .checks .failed .mark, .checks .failed strong { color: var(--bad); }
.checks p { margin: 0; }
.limits li { padding-block: .4rem; }
@media (max-width: 30rem) { dl div { grid-template-columns: 1fr; gap: 0; } th, td { padding-inline-end: .75rem; } }
@media print { :root { color-scheme: light; } body { padding: 0; font-size: 10.5pt; background: none; }
  section { padding-block: 1rem; } h2, h3 { break-after: avoid; } tr, .checks li, figure { break-inside: avoid; }
  details:not([open]) { display: none; } }
`;
