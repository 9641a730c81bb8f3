/**
 * Posts to a webhook, and follows no redirect.
 * @returns the HTTP status
 * @throws ElectionError `webhook-refused` where the address may not be posted to; what the network says
 */
export type Deliver = {
  /** @throws ElectionError `webhook-refused` */
  readonly check: (url: string) => Promise<void>;
  readonly post: (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<number>;
};
