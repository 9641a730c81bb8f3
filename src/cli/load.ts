import { isDeepStrictEqual } from 'node:util';
import type { Candidate, Id } from '../model/election.js';
import type { Signer } from '../log/signer.js';
import type { Act } from '../protocol/admin/people.js';
import type { ElectionFile } from '../protocol/election-file.js';
import type { Storage, StoredElection } from '../server/storage/storage.js';
import { Failure } from './failure.js';
import { readElections } from './election-files.js';
import { count, describeFindings } from './findings.js';
import { frozenChanges } from './frozen.js';

/**
 * Brings what the files describe into the storage: all of it, or nothing where one file is wrong or
 * would change what voting has fixed. What is there and not described stays as it is.
 * @param signing the key of the logs that are begun here, and the organiser's name in them; asked for once there is
 * something to bring in
 * @param onKept is told of an election that the brand has changed in the admin, or let a candidate into: what its file
 * says is not looked at any more, as it would undo that
 * @returns how many elections were added or changed
 * @throws Failure naming what is wrong and where
 */
export async function loadElections(
  storage: Storage,
  paths: readonly string[],
  now: number,
  signing: () => Promise<{ readonly signer: Signer; readonly name: string }>,
  onKept: (election: Id, file: string) => void = () => undefined,
): Promise<number> {
  const elections = await readElections(paths);
  const complaints: string[] = [];
  const changed: ElectionFile[] = [];
  for (const { file, text, read } of elections) {
    if (!read.ok) {
      complaints.push(describeFindings(file, text, read.findings));
      continue;
    }
    const stored = await storage.election(read.value.election.id);
    if (await isEdited(storage, read.value.election.id)) {
      onKept(read.value.election.id, file);
      continue;
    }
    const described = withErased(read.value, stored);
    const { election, witnesses = [] } = described;
    const frozen = stored ? frozenChanges(stored.election, election, now) : [];
    if (frozen.length > 0)
      complaints.push(
        `${file}: voting in \`${election.id}\` has opened (${stored?.election.calendar.voting}), and with it this is fixed:\n` +
          frozen.map((change) => `  - ${change}\n`).join('') +
          '  Undo this in the file; for an election that has not been held yet, give it another id or use another --data folder.\n',
      );
    else if (!isDeepStrictEqual(unsigned(stored), { ...described, witnesses }))
      changed.push({ ...described, witnesses });
  }
  if (complaints.length > 0)
    throw new Failure(
      `${count(complaints.length, 'election file')} cannot be served; nothing was changed.\n\n${complaints.join('\n')}`,
    );
  if (changed.length === 0) return 0;
  const { signer, name } = await signing();
  for (const described of changed) {
    const { id } = described.election;
    // A log keeps its key: another one comes by an entry of its own.
    const key = (await storage.election(id))?.key ?? signer.vkey(`${name}/${id}`);
    await storage.putElection({ ...described, key });
  }
  return changed.length;
}

const isEdited = async ({ topics }: Storage, election: Id): Promise<boolean> =>
  (await topics?.trail.has(election, EDITS)) ?? false;

/** Acts of the admin after which the election is what the storage has. */
const EDITS: readonly Act[] = [
  'election-created',
  'election-changed',
  'candidacy-approved',
  'candidate-hidden',
  'candidate-restored',
];

/** What a file can say of an election. */
const unsigned = (stored: StoredElection | undefined): ElectionFile | undefined =>
  stored && {
    election: stored.election,
    origins: stored.origins,
    witnesses: stored.witnesses ?? [],
  };

/** What was erased is not brought back by a file that still has it, nor missed in one that has it no more. */
function withErased(file: ElectionFile, stored: StoredElection | undefined): ElectionFile {
  const erased = stored?.election.candidates.filter(isErased) ?? [];
  if (erased.length === 0) return file;
  const described = new Map(file.election.candidates.map((candidate) => [candidate.id, candidate]));
  for (const candidate of erased) described.set(candidate.id, candidate);
  return { ...file, election: { ...file.election, candidates: [...described.values()] } };
}

/** As the storage leaves a candidate whose profile was erased. */
const isErased = ({ id: _, name, ...more }: Candidate): boolean =>
  /^N° \d+$/.test(name) && Object.keys(more).length === 0;
