import { ElectionError } from '../../model/errors.js';
import { answer } from '../answer.js';
import type { Handler } from '../call.js';

const EVERY_PAGE = { 'Access-Control-Allow-Origin': '*' };

/** Made at the first asking: few ever ask, and the generator need not be loaded for the others. */
export const showOpenApi: Handler = async (services, call) => {
  const { openApi } = await import('../../protocol/openapi.js');
  call.cors = EVERY_PAGE;
  return answer(services, call, JSON.stringify(openApi(services.mount)), {
    headers: { 'Cache-Control': 'public, max-age=3600' },
  });
};

/** The process runs and answers; nothing else is asked. */
export const showAlive: Handler = (services, call) => answer(services, call, '{"alive":true}');

/** How long the database may take to say that it is there, in milliseconds. */
const PATIENCE = 2000;

/** Whether to send voters here: the database answers, and the server is not shutting down. */
export const showReady: Handler = async (services, call) => {
  if (services.isClosing()) throw new ElectionError('overloaded', { detail: 'The server is shutting down.' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    await Promise.race([services.storage.ping(), late]);
  } catch (cause) {
    throw new ElectionError('storage-failed', { detail: 'The database does not answer.', cause });
  } finally {
    clearTimeout(timer);
  }
  return answer(services, call, '{"ready":true}');
};
