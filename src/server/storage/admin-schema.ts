/** The admin's tables, the same in every database. Instants are ms since 1970, by the wall's clock. */

export interface AdminSchema {
  people: PersonRow;
  passkeys: PasskeyRow;
  sessions: SessionRow;
  sign_in_codes: SignInCodeRow;
  used_challenges: UsedChallengeRow;
  trail: TrailRow;
  mails: MailRow;
  webhooks: WebhookRow;
  deliveries: DeliveryRow;
  announcements: AnnouncementRow;
}

/** Unique: id, and email. */
export interface PersonRow {
  id: string;
  /** In lower case. */
  email: string;
  name: string;
  role: string;
  seen: number | null;
  version: number;
}

/** What was told of. Unique: id. */
export interface AnnouncementRow {
  id: string;
  at: number;
}

/** Unique: id, which the authenticator gives. */
export interface PasskeyRow {
  id: string;
  person: string;
  name: string;
  /** Base64url of the COSE key. */
  key: string;
  counter: number;
  made: number;
  used: number | null;
}

/** Unique: id, a hash of what is in the cookie. */
export interface SessionRow {
  id: string;
  person: string;
  seen: number;
  expires: number;
}

/** The code of an address that is waited for. Unique: subject, a pseudonym of the address. */
export interface SignInCodeRow {
  subject: string;
  /** A hash of it, empty once it was used. */
  code: string;
  expires: number;
  /** Wrong ones typed, and codes sent, since the window began. */
  attempts: number;
  sent: number;
  window: number;
}

/** Challenges of passkeys that were met: each is met once. Unique: id. */
export interface UsedChallengeRow {
  id: string;
  expires: number;
}

/** Never changed once written. Unique: id, which grows with time. */
export interface TrailRow {
  id: string;
  at: number;
  /** The id and the name of who did it; `null`: the command line, or nobody who is known. */
  person: string | null;
  name: string | null;
  act: string;
  election: string | null;
  subject: string | null;
  detail: string | null;
}

/** Unique: id, which grows with time. */
export interface MailRow {
  id: string;
  at: number;
  recipient: string;
  subject: string;
  text: string;
  state: string;
  attempts: number;
  /** When it is tried again. */
  next: number;
  failure: string | null;
}

/** Unique: id. */
export interface WebhookRow {
  id: string;
  url: string;
  /** JSON of a list of events. */
  events: string;
  secret: string;
  made: number;
}

/** Unique: id, which grows with time. */
export interface DeliveryRow {
  id: string;
  webhook: string;
  event: string;
  body: string;
  at: number;
  state: string;
  attempts: number;
  status: number | null;
  next: number;
}
