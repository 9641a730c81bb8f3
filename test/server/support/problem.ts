import assert from 'node:assert/strict';
import type { ErrorCode } from '../../../src/model/errors.js';
import { PROBLEM_JSON, STATUS, type Problem } from '../../../src/protocol/status.js';

/** The answer is a problem of this code, as RFC 9457 and our table have it. */
export async function assertProblem(response: Response, code: ErrorCode): Promise<Problem> {
  assert.equal(response.headers.get('Content-Type'), PROBLEM_JSON);
  const problem = (await response.json()) as Problem;
  assert.equal(problem.code, code);
  assert.equal(problem.type, `urn:voix:error:${code}`);
  assert.equal(problem.status, response.status);
  assert.equal(response.status, STATUS[code] ?? 500);
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
  return problem;
}
