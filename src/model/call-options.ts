export interface CallOptions {
  /** Aborts the call. It then rejects with the signal's reason and has no effect on the page. */
  readonly signal?: AbortSignal | undefined;
}
