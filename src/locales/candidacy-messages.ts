import type { CandidacyField, CandidacyState, Consent, Fault } from '../model/candidacy.js';

type Text = Exclude<CandidacyField, Consent>;

/** What one reads who stands as a candidate. Loaded with the form. Numbers come as the language writes them. */
export interface CandidacyMessages {
  readonly title: string;
  readonly own: string;
  readonly lead: (brand: string) => string;
  readonly until: (date: string) => string;
  readonly labels: Readonly<Record<Text, string>>;
  readonly hints: Readonly<Partial<Record<Text, string>>>;
  readonly optional: string;
  readonly count: (shown: string, most: string) => string;
  readonly faults: Readonly<Record<Exclude<Fault, 'missing' | 'short' | 'long'>, string>>;
  readonly missing: Readonly<Record<Text, string>>;
  readonly short: (least: string) => string;
  readonly long: (over: string) => string;
  readonly noVideo: string;
  readonly toMend: (n: number, shown: string) => string;

  readonly choosePhoto: string;
  readonly otherPhoto: string;
  readonly removePhoto: string;
  readonly frame: string;
  readonly frameHint: string;
  readonly across: string;
  readonly down: string;
  readonly zoom: string;
  readonly keepFrame: string;
  readonly framing: string;
  readonly photoKept: string;
  readonly photoWaits: string;
  readonly photoUnreadable: string;

  readonly chooseVideo: string;
  readonly sendingVideo: string;
  readonly percent: (shown: string) => string;
  readonly cancelVideo: string;
  readonly videoKept: string;
  readonly removeVideo: string;
  readonly videoStopped: string;
  readonly videoNoRoom: string;
  readonly resumeVideo: string;
  readonly captionsHint: string;
  readonly addCaptions: string;
  readonly otherCaptions: string;
  readonly captionsKept: string;

  readonly preview: string;
  /** Above a card that everyone sees. */
  readonly card: string;
  readonly yourName: string;
  readonly yourSlogan: string;
  readonly consents: string;
  readonly consent: Readonly<Record<Consent, (brand: string) => string>>;
  readonly draftKept: string;
  readonly send: string;
  readonly sendMended: string;
  readonly sending: string;
  readonly keep: string;

  readonly state: Readonly<Record<CandidacyState, string>>;
  readonly next: Readonly<Record<CandidacyState, (brand: string) => string>>;
  readonly brandSays: (brand: string) => string;
  readonly change: string;
  readonly standAgain: string;
  readonly withdraw: string;
  readonly withdrawTitle: string;
  readonly withdrawBefore: string;
  readonly withdrawDuring: string;
  readonly withdrawYes: string;
  readonly withdrawNo: string;
  readonly notYet: (date: string) => string;
  readonly over: string;
  readonly offline: string;
}
