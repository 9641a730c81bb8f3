import { ElectionError } from '../../model/errors.js';
import { DEVICE_SCHEME } from '../../protocol/routes.js';
import type { Voter } from './identity.js';

const DEVICE = new RegExp(`^${DEVICE_SCHEME} +([A-Za-z0-9_-]{22})$`, 'i');

/**
 * The weakest rung: 128 random bits that the page made and keeps. It tells devices apart, not
 * people: whoever empties the browser's storage is a new voter.
 */
export function identifyDevice(request: Request): Voter {
  const authorization = request.headers.get('Authorization');
  if (!authorization) throw new ElectionError('identity-missing');
  const subject = DEVICE.exec(authorization)?.[1];
  if (!subject)
    throw new ElectionError('identity-invalid', {
      detail: `Authorization: ${DEVICE_SCHEME} <22 characters, base64url>`,
    });
  return { tier: 'device', subject };
}
