/** A letter: its subject, and its text in paragraphs. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** What is mailed. Names and titles come as text. */
export interface MailMessages {
  readonly signIn: (code: string, minutes: number) => Letter;
  /** Nothing in it is the sender's: whoever stands may have given somebody else's address. */
  readonly received: (title: string, brand: string) => Letter;
  /** @param address of the candidate's own page; absent where it is not known */
  readonly approved: (name: string, title: string, brand: string, address?: string) => Letter;
  readonly returned: (name: string, title: string, brand: string, reason: string) => Letter;
  readonly proclaimed: (name: string, title: string, brand: string, outcome: string) => Letter;
  readonly elected: (name: string) => string;
  readonly notElected: string;
}
