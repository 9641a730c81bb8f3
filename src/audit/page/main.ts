/** The verifier's page: reads a log from an address or a folder, and says what it found. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Audit } from '../audit.js';
import { findLogs } from '../find-logs.js';
import { httpSource } from '../http-source.js';
import { parseKey } from '../note.js';
import { Unreachable, type Source } from '../source.js';
import { fill } from '../words/words.js';
import { nodesOf, part } from './dom.js';
import { chosenFiles, droppedFiles, sourcesIn, type OpenedFile } from './files-source.js';
import { frame } from './frame.js';
import { languageOf, otherLanguage, type Language } from './language.js';
import { drawResult, titleOf } from './result.js';
import { auditWatched } from './watched.js';

interface Found {
  readonly audit: Audit;
  readonly name: string;
}

const main = document.createElement('main');
document.body.append(main);

let language: Language = languageOf(navigator.languages);
let found: Found[] = [];
/** The last one that was started; an earlier one stops as soon as it notices. */
let run = 0;

/** Draws everything anew in a language; what was typed and found stays. */
function draw(to: Language): void {
  const typed = main.hasChildNodes() ? [field('#address').value, field('#key').value] : [address(), ''];
  language = to;
  document.documentElement.lang = to.lang;
  document.title = `${to.page.title} · Voix`;
  main.replaceChildren(...nodesOf(frame(to)));
  [field('#address').value, field('#key').value] = typed as [string, string];
  part(main, '.results', HTMLElement).append(...found.map((one) => drawResult(one.audit, one.name, to)));
  listen();
}

const field = (selector: string): HTMLInputElement => part(main, selector, HTMLInputElement);

/** A link to this page may bring an address along, after `#`. It is only filled in. */
function address(): string {
  const given = location.hash.slice(1);
  return /^https?:\/\//.test(given) && URL.canParse(given) ? given : '';
}

function listen(): void {
  const form = part(main, '.open', HTMLFormElement);
  const picker = field('.picker');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const place = field('#address').value.trim();
    if (!/^https?:\/\//.test(place) || !URL.canParse(place)) return tell(language.page.badAddress);
    void recount(async () => (await findLogs(place)).map(httpSource));
  });
  part(main, '.folder', HTMLButtonElement).addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    if (picker.files) openFiles(Promise.resolve(chosenFiles(picker.files)));
  });
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('over');
  });
  form.addEventListener('dragleave', () => form.classList.remove('over'));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('over');
    if (event.dataTransfer) openFiles(droppedFiles(event.dataTransfer.items));
  });
  part(main, '.language', HTMLButtonElement).addEventListener('click', () => {
    run += 1;
    draw(otherLanguage(language));
    part(main, '.language', HTMLButtonElement).focus();
  });
  part(main, '.stop', HTMLButtonElement).addEventListener('click', () => {
    run += 1;
    showRunning(false);
    tell(language.page.stopped);
  });
}

function openFiles(files: Promise<OpenedFile[]>): void {
  void recount(async () => sourcesIn(await files));
}

/** @param quietly for those who do not see what has appeared */
function tell(text: string, quietly = false): void {
  const status = part(main, '.status', HTMLElement);
  status.textContent = text;
  status.classList.toggle('unseen', quietly);
}

function showRunning(shown: boolean): void {
  part(main, '.running', HTMLElement).hidden = !shown;
}

async function recount(sources: () => Promise<readonly Source[]>): Promise<void> {
  const { page, words } = language;
  const own = ++run;
  const key = field('#key').value.trim();
  if (key !== '' && !parseKey(sha256, 'log', key)) return tell(page.badKey);
  found = [];
  part(main, '.results', HTMLElement).replaceChildren();
  tell('');
  const unread: string[] = [];
  try {
    for (const source of await sources()) {
      const audit = await watched(source, own, key === '' ? [] : [key]).catch((thrown: unknown) => {
        // One that cannot be read does not spare the others.
        if (!(thrown instanceof Unreachable)) throw thrown;
        unread.push(thrown.message);
      });
      if (own !== run) return;
      if (!audit) continue;
      const one = { audit, name: source.name };
      found.push(one);
      part(main, '.results', HTMLElement).append(drawResult(one.audit, one.name, language));
      const verdict = one.audit.ok ? page.good : page.bad;
      tell(fill(words, page.done, { title: titleOf(one.audit, one.name), verdict }), true);
    }
    showRunning(false);
    if (unread.length > 0) tell(fill(words, page.unreachable, { message: unread.join('; ') }));
    if (found.length > 0) part(main, '.results h2', HTMLElement).focus();
  } catch (thrown) {
    if (own !== run) return;
    showRunning(false);
    if (!(thrown instanceof Unreachable)) throw thrown;
    tell(
      thrown.message === 'checkpoint'
        ? page.noLog
        : fill(words, page.unreachable, { message: thrown.message }),
    );
  }
}

/** Shows the bar, and audits. */
function watched(source: Source, own: number, keys: readonly string[]): Promise<Audit> {
  const { page, words } = language;
  const bar = part(main, 'progress', HTMLProgressElement);
  const count = part(main, '.count', HTMLElement);
  part(main, '.running label', HTMLElement).textContent = fill(words, page.reading, { name: source.name });
  bar.removeAttribute('value');
  count.textContent = '';
  showRunning(true);
  return auditWatched(source, {
    keys,
    isStopped: () => own !== run,
    onProgress: (read, size) => {
      bar.max = size;
      bar.value = read;
      count.textContent = fill(words, page.progress, { read, size });
    },
  });
}

draw(language);
