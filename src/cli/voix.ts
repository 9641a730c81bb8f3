#!/usr/bin/env node
/** The `voix` command. */
import { run } from './commands.js';

// Whoever reads the output may have had enough of it: `voix check … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2));
