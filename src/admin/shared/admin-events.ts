import type { Photo } from '../../model/election.js';
import type { SessionAnswer } from '../../protocol/admin/sign-in.js';

/** Who is signed in has changed; without a session, it has ended. */
export class SessionEvent extends Event {
  declare readonly session: SessionAnswer | undefined;

  constructor(session?: SessionAnswer) {
    super('voix-admin-session', { bubbles: true, composed: true });
    this.session = session;
  }
}

/** What waits, or what there is, has changed: the list is read anew. */
export class ElectionsChangedEvent extends Event {
  constructor() {
    super('voix-admin-elections', { bubbles: true, composed: true });
  }
}

/** A picture was added in the place of the one before; without one, it was taken out. */
export class PictureEvent extends Event {
  declare readonly photo: Photo | undefined;

  constructor(photo?: Photo) {
    super('voix-admin-picture');
    this.photo = photo;
  }
}
