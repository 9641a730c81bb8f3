import { carriedClock } from '../../model/clock.js';
import type { SessionAnswer } from '../../protocol/admin/sign-in.js';

/**
 * A session whose `now` is the server's clock at whatever moment it is read: a desk stays open all day, and the vote opens
 * meanwhile. By the device's date, of which only the difference counts: that goes on while the device sleeps.
 */
export function running(session: SessionAnswer): SessionAnswer {
  const clock = carriedClock(session, Date.now);
  return {
    ...session,
    get now() {
      return clock.now();
    },
  };
}
