/** What an election is, as everyone may see it. Web types only: ids, texts, ISO 8601 instants. */

/** `[a-z0-9]` then up to 63 of `[a-z0-9-]`: safe in an address, a file name and an attribute. */
export type Id = string;
/** An instant, ISO 8601 with its offset: `2026-11-30T20:00:00+01:00`. */
export type Instant = string;
/** A BCP 47 tag: `fr`, `en-GB`. */
export type Lang = string;

export interface Photo {
  /** `https:` address, or a path on the backend's own origin. */
  readonly src: string;
  /** What the picture shows, for those who do not see it. The person's name where it is absent. */
  readonly alt?: string;
  /** Responsive candidates, in `srcset` syntax. */
  readonly srcset?: string;
  /** The point to keep when the picture is cropped, in percent of width and height. Default: the centre. */
  readonly focus?: readonly [x: number, y: number];
}

export interface Brand {
  readonly id: Id;
  readonly name: string;
  /** One line: what the brand does, in its own words. */
  readonly story?: string;
  /** A CSS hexadecimal colour, `#rrggbb`. */
  readonly colour?: string;
  readonly logo?: Photo;
  /** `https:` address of the brand's site. */
  readonly url?: string;
  /** What the brand says to the president on the day of the proclamation. */
  readonly welcome?: string;
}

export type VideoProvider = 'youtube' | 'vimeo' | 'dailymotion' | 'file';

export interface Video {
  readonly provider: VideoProvider;
  /** The provider's id of the video; for `file`, its address. */
  readonly id: string;
  /** A picture from the page's own side, shown before the click that loads the video. */
  readonly poster?: string;
  /** What the video is about, read by the play button. */
  readonly title?: string;
  /** Of a `file`: the address of what is said in it, as WebVTT. */
  readonly captions?: string;
}

export interface Candidate {
  readonly id: Id;
  readonly name: string;
  readonly town?: string;
  readonly photo?: Photo;
  readonly slogan?: string;
  /** Plain text; a blank line starts a new paragraph. */
  readonly manifesto?: string;
  readonly video?: Video;
  /** The language of the candidate's own words, where it is not the election's. */
  readonly lang?: Lang;
}

/** In the order in which they follow one another. Derived from the calendar and the clock, never stored. */
export const PHASES = [
  'announced',
  'candidacy',
  'campaign',
  'voting',
  'counting',
  'proclaimed',
  'mandate',
  'ended',
] as const;
export type Phase = (typeof PHASES)[number];

/**
 * When each phase begins. `voting` and `counting` (the close) are required; `proclaimed` follows
 * the close at once where it is absent; any other phase that is absent is passed over.
 */
export type Calendar = {
  readonly [P in Exclude<Phase, 'voting' | 'counting'>]?: Instant;
} & {
  readonly voting: Instant;
  readonly counting: Instant;
  /** IANA zone in which the calendar is shown: `Europe/Paris`. */
  readonly timeZone: string;
};

export type Method =
  /** One candidate a ballot. */
  | { readonly kind: 'plurality' }
  /** As many candidates as one likes, or at most `max`. */
  | { readonly kind: 'approval'; readonly max?: number };

/** Who sees the standings while votes come in. After the close everyone does. */
export type Visibility = 'always' | 'until-voted' | 'until-close';

/** How a voter proves to be one person, from the weakest to the strongest. */
export type Tier = 'device';

export interface Rules {
  readonly method: Method;
  /** Hidden `until-voted` unless the election says otherwise. */
  readonly visibility: Visibility;
  /** Whether a voter may change the ballot until the close; the last one counts. */
  readonly revote: boolean;
  /** Whether the voter is shown the ballot and asked to confirm before it is cast. */
  readonly confirm: boolean;
  /** The least number of ballots for anyone to be elected. 0: none. */
  readonly quorum: number;
  readonly identity: Tier;
}

/** What the rules page says besides what follows from the election itself, in the brand's words. All plain text. */
export interface Terms {
  /** Who answers for the election: the company's full name and seat. */
  readonly organiser?: string;
  /** Who may stand, and who may vote. */
  readonly standing?: string;
  readonly voting?: string;
  /** What the president is given, and owes. */
  readonly privileges?: readonly string[];
  readonly obligations?: readonly string[];
  /** Whom to complain to, and how. */
  readonly complaints?: string;
  /** What is kept of people, and for how long. */
  readonly retention?: string;
}

export interface Election {
  readonly id: Id;
  readonly lang: Lang;
  /** The question put to customers. */
  readonly title: string;
  readonly brand: Brand;
  /**
   * The page on which the election stands, where shared links lead: `https:` address, or a path on the backend's own
   * origin; without a fragment.
   */
  readonly page?: string;
  readonly calendar: Calendar;
  readonly rules: Rules;
  /** Frozen with the rules once voting has opened. */
  readonly terms?: Terms;
  /** In the order of the file; the page shows them in an order of each voter's own. */
  readonly candidates: readonly Candidate[];
  /** What was changed after voting had opened, the first first. */
  readonly amendments?: readonly Amendment[];
}

/** A change that everyone is told of. */
export interface Amendment {
  readonly at: Instant;
  /** What was changed: `calendar.counting`, `profiles`. */
  readonly parts: readonly string[];
  /** Why, in the brand's words. */
  readonly note: string;
}

/** One line of a list of elections. */
export interface ElectionSummary {
  readonly id: Id;
  readonly title: string;
  readonly brand: Brand;
  readonly calendar: Calendar;
  readonly candidates: number;
}
