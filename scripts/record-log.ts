/**
 * Writes `demo/studio/recorded-log.ts`: a small log of the studio's election, and two receipts in it, so that scenes
 * that are made of nothing but data have receipts that are verified. To be run where the election's candidates change.
 */
import { writeFile } from 'node:fs/promises';
import { format } from 'oxfmt';
import { readCampaign } from '../demo/campaign-files.js';
import { base64 } from '../src/log/base64.js';
import { entriesIn } from '../src/log/tiles.js';
import { writeLog } from '../test/log/written-log.js';

const TO = 'demo/studio/recorded-log.ts';
const { elections } = await readCampaign('demo/campaign');
const { election } = elections.find((file) => file.election.id === 'traverse') ?? {};
if (!election) throw new Error('There is no such election.');
const [first = '', second = ''] = election.candidates.map(({ id }) => id);
const some = ({ id, name }: (typeof election.candidates)[number]) => ({ id, name });
const log = await writeLog({ election: { ...election, candidates: election.candidates.map(some) } });
for (let i = 0; i < 6; i++) log.vote(`stranger ${i}`, first);
const chosen = log.vote('ann', first);
const earlier = log.vote('bob', first);
const changed = log.vote('bob', second);

const receipts = [
  await log.receipt(chosen),
  { ...(await log.receipt(changed)), changed: true, replaces: earlier },
];
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const [opening] = entriesIn(await log.read(`tile/entries/000.p/${log.size}`), log.size) ?? [];
const { document } = JSON.parse(text(opening)) as { document: string };
const rules = JSON.parse(text(await log.read(`documents/${document}`))) as {
  candidates: { profile: string }[];
};
const addresses = [
  'checkpoint',
  `tile/entries/000.p/${log.size}`,
  `tile/0/000.p/${log.size}`,
  `documents/${document}`,
  ...rules.candidates.slice(0, 2).map(({ profile }) => `documents/${profile}`),
];
const files = await Promise.all(addresses.map(async (address) => [address, base64(await log.read(address))]));
const { key, witnesses, numbers } = log;
const recorded = { log: { key, witnesses, numbers }, receipts, files: Object.fromEntries(files) as object };
const source = `/** Made by scripts/record-log.ts. The files of a log, in base64, by their addresses; receipts of ballots in it. */
export const RECORDED = ${JSON.stringify(recorded)} as const;`;
const { code } = await format(TO, source, { singleQuote: true, printWidth: 110 });
await writeFile(TO, code);
