import type { Candidate, Election } from '../../model/election.js';
import { ElectionError, toElectionError } from '../../model/errors.js';
import { SHARE_ROUTES } from '../../protocol/share-routes.js';
import { EVERY_PAGE, type HeaderRecord } from '../access.js';
import { answer, isKnown, publicFor, statusOf } from '../answer.js';
import { admitEveryone, type Call, type Handler, type Services } from '../call.js';
import { candidatePage, nobodyPage, type Page } from '../share/page.js';
import { pictureVersion } from '../share/pictures.js';

/** A year: another picture has another address. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Five minutes: the picture of then is no longer to be had, and this one may change. */
const FOR_NOW = 'public, max-age=300';

interface Found {
  readonly election: Election;
  readonly candidate: Candidate;
}

/** @throws ElectionError `election-unknown`, `route-unknown`, `candidate-gone` */
async function candidateIn(services: Services, call: Call): Promise<Found> {
  const { election, numbers } = await admitEveryone(services, call);
  const id = call.parameter('candidate');
  const candidate = election.candidates.find((one) => one.id === id);
  if (candidate) return { election, candidate };
  throw new ElectionError(numbers.has(id) ? 'candidate-gone' : 'route-unknown');
}

export const showCandidatePage: Handler = async (services, call) => {
  call.cors = EVERY_PAGE;
  try {
    const found = await candidateIn(services, call);
    const { election, candidate } = found;
    const version = services.pictures && (await pictureVersion(election, candidate));
    const at = (route: string, filled: Readonly<Record<string, string>>) =>
      addressAt(
        services,
        call,
        filledIn(route, { election: election.id, candidate: candidate.id, ...filled }),
      );
    const page = candidatePage({
      ...found,
      address: at(SHARE_ROUTES.page, {}),
      picture: version && at(SHARE_ROUTES.picture, { version }),
    });
    // Where the public address is not known, whoever asked has named the one that it holds: nobody else is shown that.
    const caching = services.publicOrigin === undefined ? 'no-store' : publicFor(services.clock);
    return answerPage(services, call, page, 200, caching);
  } catch (thrown) {
    const { code } = toElectionError(thrown);
    const status = statusOf(code);
    if (status >= 500) throw thrown;
    const election = (await services.catalogue.get(call.election))?.election;
    const lang = election?.lang ?? languageOf(call);
    return answerPage(
      services,
      call,
      nobodyPage(lang, election, { address: call.request.url, isGone: code === 'candidate-gone' }),
      status,
      'no-store',
    );
  }
};

export const showCandidatePicture: Handler = async (services, call) => {
  call.cors = EVERY_PAGE;
  const { election, candidate } = await candidateIn(services, call);
  if (!services.pictures) throw new ElectionError('unsupported', { detail: 'pictures' });
  const version = await pictureVersion(election, candidate);
  const isNow = call.parameter('version') === version;
  const headers = { ETag: `"${version}"`, 'Cache-Control': isNow ? FOR_EVER : FOR_NOW };
  if (isKnown(call.request, headers.ETag)) return answer(services, call, null, { status: 304, headers });
  const { bytes, isWhole } = await services.pictures.of(election, candidate, version);
  const kept: HeaderRecord = isWhole ? headers : { 'Cache-Control': 'no-store' };
  return answer(services, call, new Uint8Array(bytes), {
    headers: { ...kept, 'Content-Type': 'image/jpeg' },
  });
};

/** It loads its own picture, has one style, and runs nothing. */
async function answerPage(
  services: Services,
  call: Call,
  { html, style }: Page,
  status: number,
  caching: string,
): Promise<Response> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return answer(services, call, String(await html), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': caching,
      'Content-Security-Policy':
        `default-src 'none'; img-src 'self'; style-src 'sha256-${hash}'; ` +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  });
}

const filledIn = (route: string, parts: Readonly<Record<string, string>>): string =>
  route.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(parts[part] ?? ''));

/** Networks want addresses whole: on the backend's own origin, or where that is not known, on the one asked. */
function addressAt({ mount, publicOrigin }: Services, { request }: Call, path: string): string {
  const base = publicOrigin === undefined ? new URL(mount, request.url).href : mount;
  return base.replace(/\/+$/, '') + path;
}

const languageOf = ({ request }: Call): string =>
  /^\s*en\b/i.test(request.headers.get('Accept-Language') ?? '') ? 'en' : 'fr';
