/** The npm entry `voix/server`: a backend in Node. A handler for other platforms is `createElectionServer` alone. */
export { realClock, type Clock, type ClockReading } from '../model/clock.js';
export type * from '../model/election.js';
export { ElectionError, ERRORS, type ErrorCode } from '../model/errors.js';
export type { Described, Finding } from '../protocol/described-file.js';
export { parseElectionFile, type ElectionFile } from '../protocol/election-file.js';
export type { Log, LogEntry } from './log.js';
export { nodeHmac, serveNode, type NodeOptions, type Served, type Serving } from './node.js';
export type { Limits, ServerOptions } from './options.js';
export type { OpenStream, Platform, Sink, SinkEvents } from './platform.js';
export { webHmac, type Hmac } from './secrets.js';
export { createElectionServer, type ElectionServer } from './server.js';
export { makeKey, nodeSha256, openLogKey, type LogKey } from './signing/node-key.js';
export { openPostgres } from './storage/postgres.js';
export { openDataFolder, type DataFolder } from './storage/sqlite-folder.js';
export { openSqlite } from './storage/sqlite.js';
export type * from './storage/storage.js';
export { openWitness, type OpenedWitness, type WitnessFiles } from './witness/node-witness.js';
