/** What leaves as a letter. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text, no HTML: nothing in it can be anything else. */
  readonly text: string;
}

/** A way for mails to leave. */
export interface Mailer {
  /** `folder`: they go nowhere, and lie where whoever runs the server finds them. */
  readonly delivery: 'smtp' | 'folder';
  /** Rejects where it was not taken; then it may be tried again. */
  send(mail: Mail): Promise<void>;
}
