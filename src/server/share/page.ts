/** The page that a shared link leads to: read by networks for what it says of itself, and by people for a moment. */
import { html, raw } from 'hono/html';
import { safeAddress } from '../../model/address.js';
import { arrivalHash } from '../../model/arrival.js';
import type { Candidate, Election, Lang } from '../../model/election.js';
import { darkOn, DEFAULT_COLOUR, mixed, textOn } from './colours.js';
import { datesOf, POSTER } from './poster.js';
import { shareWords } from './words.js';

type Html = ReturnType<typeof html>;

export interface Page {
  readonly html: Html;
  /** What stands in its one style element. */
  readonly style: string;
}

export interface Shared {
  readonly election: Election;
  readonly candidate: Candidate;
  /** The page's own address. */
  readonly address: string;
  /** The picture's; `undefined` where none is drawn. */
  readonly picture: string | undefined;
}

export function candidatePage({ election, candidate, address, picture }: Shared): Page {
  const { lang, brand, title } = election;
  const words = shareWords(lang);
  const { name, slogan, town } = candidate;
  const votes = words.votes(datesOf(election.calendar, lang));
  const said = slogan ? words.quoted(slogan) : undefined;
  const heading = `${name} – ${title}`;
  const about = [said, brand.name, votes].filter(Boolean).join(' · ');
  const alt = words.picture(name);
  const onward = onwardOf(election, candidate, address);
  const site = safeAddress(brand.url, address);
  const head = html`<meta name="description" content="${about}" />
    <link rel="canonical" href="${address}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${brand.name}" />
    <meta property="og:locale" content="${localeOf(lang)}" />
    <meta property="og:title" content="${heading}" />
    <meta property="og:description" content="${about}" />
    <meta property="og:url" content="${address}" />
    <meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}" />
    ${
      picture
        ? html`<meta property="og:image" content="${picture}" />
            <meta property="og:image:type" content="image/jpeg" />
            <meta property="og:image:width" content="${POSTER.width}" />
            <meta property="og:image:height" content="${POSTER.height}" />
            <meta property="og:image:alt" content="${alt}" />`
        : ''
    }
    ${onward ? html`<meta http-equiv="refresh" content="${`0; url=${onward}`}" />` : ''}`;
  const body = html`${
      picture
        ? html`<img src="${picture}" alt="${alt}" width="${POSTER.width}" height="${POSTER.height}" />`
        : ''
    }
    <h1>${name}</h1>
    ${said ? html`<p class="said" lang="${candidate.lang ?? lang}">${said}</p>` : ''}
    <p>${[town, brand.name, votes].filter(Boolean).join(' · ')}</p>
    ${
      onward
        ? html`<p><a class="main" href="${onward}">${words.onward(name)}</a></p>`
        : site
          ? html`<p><a class="main" href="${site}">${words.brand(brand.name)}</a></p>`
          : ''
    }`;
  return page(lang, heading, head, body, brand.colour);
}

/** Where there is nobody: the link is wrong, or led to somebody who stands no more. */
export function nobodyPage(
  lang: Lang,
  election: Election | undefined,
  { address, isGone }: { readonly address: string; readonly isGone: boolean },
): Page {
  const words = shareWords(lang);
  const heading = isGone ? words.gone : words.unknown;
  const onward = safeAddress(election?.page ?? election?.brand.url, address);
  const body = html`<h1>${heading}</h1>
    <p>${isGone ? words.goneLong : words.unknownLong}</p>
    ${
      election && onward
        ? html`<p><a class="main" href="${onward}">${words.brand(election.brand.name)}</a></p>`
        : ''
    }`;
  const head = html`<meta name="robots" content="noindex" />`;
  return page(lang, heading, head, body, election?.brand.colour);
}

/** The brand's page at the candidate; `undefined` where the election names no page. */
function onwardOf(election: Election, candidate: Candidate, address: string): string | undefined {
  const page = safeAddress(election.page, address);
  return page && page + arrivalHash({ election: election.id, candidate: candidate.id });
}

/** As Open Graph writes it: `fr_FR`. */
function localeOf(lang: Lang): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region === undefined ? language : `${language}_${region}`;
}

function page(lang: Lang, title: string, head: Html, body: Html, colour = DEFAULT_COLOUR): Page {
  const style = styleOf(colour);
  return {
    style,
    html: html`<!doctype html>
      <html lang="${lang}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          ${head} ${raw(`<style>${style}</style>`)}
        </head>
        <body>
          <main>${body}</main>
        </body>
      </html>`,
  };
}

/** @param colour `#rrggbb`, as the schema of elections holds it */
const styleOf = (colour: string): string =>
  `:root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}` +
  `body{margin:0;background:light-dark(${mixed(colour, '#ffffff', 0.05)},${mixed(colour, '#101014', 0.12)});` +
  `color:light-dark(${mixed(colour, '#101014', 0.18)},${mixed(colour, '#ffffff', 0.08)})}` +
  `main{max-width:40rem;margin:auto;padding:clamp(1rem,5vw,3rem) 1rem;text-wrap:balance;overflow-wrap:anywhere}` +
  `img{display:block;width:100%;height:auto;border-radius:10px}` +
  `h1{margin:1.5rem 0 .25rem;font-size:1.875rem;line-height:1.2}` +
  `p{margin:.5rem 0}.said{font-size:1.25rem}` +
  `.main{display:inline-block;margin-top:1rem;padding:.75rem 1.25rem;border-radius:10px;` +
  `background:${colour};color:${textOn(colour)};font-weight:600;text-decoration:none}` +
  `:focus-visible{outline:3px solid light-dark(${darkOn('#ffffff', colour)},#fff);outline-offset:2px}` +
  `@media(forced-colors:active){.main{border:1px solid}}`;
