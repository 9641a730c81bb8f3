import { ElectionError, type ErrorCode } from '../../model/errors.js';
import { STATUS } from '../../protocol/status.js';

/** What an answer says that is not the one asked for. Loaded when it comes to that. */
export async function refusalOf(response: Response): Promise<ElectionError> {
  const { status, headers } = response;
  const retryAfter = waitOf(headers.get('Retry-After'));
  const problem: unknown = await response.json().catch(() => undefined);
  const { code, detail } = Object(problem) as { code?: unknown; detail?: unknown };
  return new ElectionError(codeOf(status, code), {
    detail: [status, code, detail].filter(Boolean).join(' '),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** The backend's own code; where it is newer than this page, what comes nearest; HTML has none. */
function codeOf(status: number, code: unknown): ErrorCode {
  if (typeof code !== 'string') return 'answer-unreadable';
  if (Object.hasOwn(STATUS, code)) return code as ErrorCode;
  return status < 500 ? 'unsupported' : 'internal';
}

/** `Retry-After`, seconds or a date, in milliseconds; an hour at most, for the device's date may be wrong. */
function waitOf(text: string | null): number | undefined {
  if (!text) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Math.min(Math.max(ms || 0, 0), 3_600_000);
}
