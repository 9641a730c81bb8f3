/** What is said around a link that is shared: by the server's page and picture, which are in the election's language. */
export interface SharePageMessages {
  readonly quoted: (words: string) => string;
  readonly votes: (dates: string) => string;
  readonly onward: (name: string) => string;
  readonly brand: (name: string) => string;
  readonly picture: (name: string) => string;
  readonly unknown: string;
  readonly unknownLong: string;
  readonly gone: string;
  readonly goneLong: string;
}

/** What the panel says from which a candidate is shared, and the card of whoever one has come for. */
export interface ShareMessages {
  readonly share: (name: string) => string;
  readonly shareShort: string;
  readonly send: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly address: string;
  readonly code: string;
  readonly codeOf: (name: string) => string;
  readonly print: string;
  readonly scan: string;
  readonly cameFor: (name: string) => string;
  readonly cameForLong: string;
}
