import { Hono, type Context } from 'hono';
import { RegExpRouter } from 'hono/router/reg-exp-router';
import { TrieRouter } from 'hono/router/trie-router';
import { realClock } from '../model/clock.js';
import { ElectionError } from '../model/errors.js';
import { OPERATIONS, type Operation, type OperationName } from '../protocol/operations.js';
import { PATHS } from '../protocol/routes.js';
import { readable } from './access.js';
import { engageAdmin } from './admin/engage.js';
import { ADMIN_HANDLERS } from './admin/handlers.js';
import type { Call, Handler, Services } from './call.js';
import { createCatalogue } from './catalogue.js';
import { engageClerk } from './clerk/engage.js';
import { Refusals } from './clerk/refusals.js';
import { Hub } from './live/hub.js';
import { failureText } from './log.js';
import { DEFAULT_HEARTBEAT, DEFAULT_LIMITS, secretBytes, type ServerOptions } from './options.js';
import { engageCaretaker } from './caretaker.js';
import { Photos } from './media/photos.js';
import { Videos } from './media/videos.js';
import type { Platform } from './platform.js';
import { preflight } from './preflight.js';
import { responder } from './respond.js';
import { showAssembly, showCampaign } from './routes/campaign.js';
import {
  keepPhoto,
  reportCandidate,
  showOwnCandidacy,
  submitCandidacy,
  withdraw,
} from './routes/candidacies.js';
import { cast } from './routes/cast.js';
import { listElections } from './routes/elections.js';
import { showCheckpoint, showDocument, showOpenings, showProof, showTile } from './routes/log.js';
import { showMandate } from './routes/mandate.js';
import { showMedia } from './routes/media.js';
import { listNews, writeNews } from './routes/news.js';
import { showOwnBallot } from './routes/own-ballot.js';
import {
  answerAsCandidate,
  askQuestion,
  listQuestions,
  reportQuestion,
  supportQuestion,
} from './routes/questions.js';
import { showElection, showResults } from './routes/results.js';
import { showAlive, showOpenApi, showReady } from './routes/service.js';
import { beginVideo, keepCaptions, keepVideo } from './routes/videos.js';
import { watch } from './routes/watch.js';
import { showCandidatePage, showCandidatePicture } from './routes/share.js';
import { createSecrets, webHmac } from './secrets.js';
import { photoReader } from './share/photo.js';
import { Pictures } from './share/pictures.js';

export interface ElectionServer {
  /**
   * Answers a request; never rejects. Runs wherever `Request` and `Response` do.
   * @param platform what the platform does better than the web standard; `serveNode` gives it
   */
  fetch(request: Request, platform?: Platform): Promise<Response>;
  /**
   * Does now what is due unasked: the close, the proclamation, co-signatures. It is done every `turn` milliseconds
   * anyway; for platforms that run no timers between requests. Never rejects: the log says what failed.
   */
  turn(): Promise<void>;
  /**
   * Ends the live connections and what is done unasked, and is no longer ready. Requests are still answered; the
   * storage stays open.
   */
  close(): Promise<void>;
}

const HANDLERS: Readonly<Record<OperationName, Handler>> = {
  elections: listElections,
  election: showElection,
  results: showResults,
  ballots: cast,
  ownBallot: showOwnBallot,
  live: watch,
  logCheckpoint: showCheckpoint,
  logEntries: showTile,
  logTile: showTile,
  logOpenings: showOpenings,
  logDocument: showDocument,
  logProof: showProof,
  campaign: showCampaign,
  assembly: showAssembly,
  mandate: showMandate,
  submitCandidacy,
  ownCandidacy: showOwnCandidacy,
  withdrawCandidacy: withdraw,
  reportCandidate,
  keepPhoto,
  beginVideo,
  keepVideo,
  keepCaptions,
  media: showMedia,
  questions: listQuestions,
  askQuestion,
  supportQuestion,
  reportQuestion,
  answerQuestion: answerAsCandidate,
  news: listNews,
  writeNews,
  candidatePage: showCandidatePage,
  candidatePicture: showCandidatePicture,
  ...ADMIN_HANDLERS,
  openapi: showOpenApi,
  alive: showAlive,
  ready: showReady,
};

/**
 * The reference backend over a storage.
 * @throws RangeError the secret is shorter than 32 bytes
 */
export function createElectionServer(options: ServerOptions): ElectionServer {
  const { storage, clock = realClock, log, publicUrl, prefix = '' } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const secrets = createSecrets((options.hmac ?? webHmac)(secretBytes(options.secret)));
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  const catalogue = createCatalogue(storage, secrets, publicOrigin);
  const hub = new Hub(
    {
      clock,
      tally: (id) => storage.tally(id),
      listed: async (id) => catalogue.get(id),
      failed: (election, thrown) =>
        log?.({ event: 'live-failed', level: 'error', election, failure: failureText(thrown) }),
    },
    { heartbeat: options.heartbeat ?? DEFAULT_HEARTBEAT, watchers: limits.watchers },
  );
  const refusals = new Refusals();
  const engaged = engageClerk(options, { clock, catalogue, hub, refusals });
  const engagedAdmin = engageAdmin(options, clock);
  const caretaker = engageCaretaker(options, clock);
  const address = (publicUrl ?? prefix).replace(/\/+$/, '');
  const { share } = options;
  const photos = options.media && new Photos(options.media, address);
  let closing = false;
  const services: Services = {
    storage,
    clock,
    catalogue,
    secrets,
    hub,
    logs: engaged?.logs,
    clerk: engaged?.clerk,
    admin: engagedAdmin?.admin,
    photos,
    pictures: share && new Pictures(share.draw, photoReader(photos, address, share.photo)),
    videos: options.media && new Videos(options.media, address, limits.video, secrets),
    publicOrigin,
    mount: publicUrl ?? (prefix || '/'),
    watched: limits.watched,
    isClosing: () => closing,
  };
  const stopListening = storage.onChange((election, changed) => {
    if (changed === 'election') catalogue.forget(election);
    hub.note(election, changed);
    engaged?.clerk.heard(election, changed);
  });
  const app = routed(responder(services, log, refusals), prefix);
  return {
    fetch: (request, platform = {}) => Promise.resolve(app.fetch(request, platform)),
    turn: async () =>
      void (await Promise.all([engaged?.clerk.turn(), engagedAdmin?.turn(), caretaker?.turn()])),
    close: async () => {
      closing = true;
      stopListening();
      hub.close();
      await engaged?.dismiss();
      await engagedAdmin?.dismiss();
      await caretaker?.dismiss();
    },
  };
}

/**
 * Two routers: the one that finds a vote's route at once takes no pattern in which a part holds slashes, and no two of
 * which one address may mean either. It throws where it is given one.
 */
function routed(respond: ReturnType<typeof responder>, prefix: string) {
  const app = new Hono<{ Bindings: Platform }>({ router: new RegExpRouter() }).basePath(prefix);
  const deep = new Hono<{ Bindings: Platform }>({ router: new TrieRouter() }).basePath(prefix);
  for (const name of Object.keys(HANDLERS) as OperationName[]) {
    const { method, path, open = false }: Operation = OPERATIONS[name];
    const pattern = path.replaceAll(
      /\{(\w+)\}/g,
      (_, part: string) => `:${part}${PATHS.has(part) ? '{.+}' : ''}`,
    );
    const router = DEEP.test(pattern) ? deep : app;
    router.on(method, pattern, (c) => respond(name, HANDLERS[name], callOf(c)));
    router.options(pattern, (c) => respond(name, preflight(method, open), callOf(c)));
  }
  app.notFound((c) => deep.fetch(c.req.raw, c.env));
  deep.notFound((c) => respond('none', nothingHere(allowedAt(c.req.path)), callOf(c)));
  return app;

  function allowedAt(path: string): string[] {
    const methods = ['GET', 'POST', 'OPTIONS'].filter((method) =>
      [app, deep].some(({ router }) => router.match(method, path)[0].length > 0),
    );
    return methods.includes('GET') ? ['HEAD', ...methods] : methods;
  }
}

/** `:bundle{.+}`; `/admin/elections/:election` beside `/create`, `/questions/:question/report` beside `/ask`. */
const DEEP = /\{|^\/admin\/|:.*:/;

/** @throws ElectionError `route-unknown`, or `method-refused` where other methods are answered */
const nothingHere =
  (allowed: readonly string[]): Handler =>
  (_services, call) => {
    call.cors = readable(call.origin);
    if (allowed.length === 0) throw new ElectionError('route-unknown');
    call.refusal = { Allow: allowed.join(', ') };
    throw new ElectionError('method-refused');
  };

function callOf(c: Context<{ Bindings: Platform }>): Call {
  const request = c.req.raw;
  return {
    request,
    platform: c.env,
    origin: request.headers.get('Origin'),
    election: c.req.param('election') ?? '',
    query: (name) => c.req.queries(name) ?? [],
    parameter: (name) => c.req.param(name) ?? '',
    cors: {},
    listed: undefined,
  };
}
