import type { Phase, Visibility } from '../model/election.js';
import type { Lock } from '../protocol/admin/elections.js';

/** Where an election is written. */
export interface AdminFormMessages {
  readonly form: {
    readonly create: string;
    readonly created: string;
    readonly saved: string;
    readonly unsaved: string;
    readonly discard: string;
    readonly faulty: (n: number, shown: string) => string;
    readonly readOnly: string;
    readonly changed: string;
    readonly takeTheirs: string;
    readonly keepMine: string;
    readonly preview: string;
    readonly invented: string;
    readonly phone: string;
    readonly wide: string;
    readonly seeAt: (phase: string) => string;
    readonly question: string;
    readonly who: string;
    readonly calendar: string;
    readonly rules: string;
    readonly terms: string;
    readonly candidates: string;
    readonly places: string;
    readonly amendments: string;
    readonly amendmentsNote: string;
    readonly note: string;
    readonly noteHint: string;
    readonly fields: Readonly<Record<Field, string>>;
    readonly hints: Readonly<Partial<Record<Field, string>>>;
    readonly wrong: Readonly<Partial<Record<Field, string>>>;
    readonly dates: Readonly<Record<Phase, string>>;
    readonly datesOptional: string;
    readonly visibility: Readonly<Record<Visibility, string>>;
    readonly methods: Readonly<Record<'plurality' | 'approval', string>>;
    readonly addCandidate: string;
    readonly removeCandidate: (name: string) => string;
    readonly noCandidates: string;
    readonly someone: string;
    readonly missing: string;
    readonly wrongDate: string;
    readonly tooLong: (most: number, shown: string) => string;
    readonly order: string;
    readonly taken: string;
    readonly locked: Readonly<Record<Lock['why'] | 'address', string>>;
    readonly optional: string;
    readonly standinTitle: string;
    readonly standinBrand: string;
  };
  readonly pictures: {
    readonly logo: string;
    readonly portraitOf: (name: string) => string;
    readonly ofReport: string;
    readonly choose: string;
    readonly other: string;
    readonly remove: string;
    readonly sending: string;
    readonly preparing: string;
    readonly kept: string;
    readonly shows: string;
    readonly showsHint: string;
  };
}

/** What the form asks for. */
export type Field =
  | 'title'
  | 'id'
  | 'lang'
  | 'brandName'
  | 'brandStory'
  | 'colour'
  | 'logo'
  | 'url'
  | 'page'
  | 'welcome'
  | 'timeZone'
  | 'method'
  | 'max'
  | 'visibility'
  | 'revote'
  | 'confirm'
  | 'quorum'
  | 'name'
  | 'town'
  | 'slogan'
  | 'manifesto'
  | 'photo'
  | 'photoAlt'
  | 'organiser'
  | 'standing'
  | 'voting'
  | 'complaints'
  | 'retention'
  | 'privileges'
  | 'obligations'
  | 'origins';
