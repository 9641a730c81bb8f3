/** What the whole election says of what is around the vote. */
export interface AroundMessages {
  /** Opens it, for a voter who has not voted yet. */
  readonly all: string;
  readonly standTitle: string;
  /** @param date until when one may */
  readonly standUntil: (date: string) => string;
  readonly stand: string;
  /** In the campaign: for those who stand, or wanted to. */
  readonly own: string;
  /** Opens what one candidate is asked and tells. */
  readonly ask: string;
  /** The same, where only news are told. */
  readonly read: string;
  readonly rules: string;
  /** The heading of one candidate's questions and news. */
  readonly with: (name: string) => string;
  readonly close: string;
}
