/**
 * Delivers to webhooks from Node. A name is looked up once, and the very address that was found good is connected to: one
 * that changes between the two looks (DNS rebinding) leads nowhere inside.
 */
import { lookup as lookUp } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ElectionError } from '../../model/errors.js';
import type { Deliver } from './deliver.js';

export interface DeliverOptions {
  /** Lets events go to this machine and to private networks, by http too. Default false. */
  readonly allowPrivate?: boolean;
  /** Milliseconds until an answer must have begun. Default 10,000. */
  readonly timeout?: number;
}

/** This machine, private networks, links, shared and reserved ranges: RFC 6890, and what maps to them. */
const INSIDE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv4');
/** Of IPv6 only 2000::/3 is routed; of it, what holds an IPv4 address, or is written in examples, is not. */
const OUTSIDE_6 = new BlockList();
OUTSIDE_6.addSubnet('2000::', 3, 'ipv6');
const INSIDE_6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  INSIDE_6.addSubnet(network, bits, 'ipv6');

/** Whether an address is outside every private network. @param address an IPv4 or IPv6 address */
export function isOutside(address: string): boolean {
  if (isIP(address) === 4) return !INSIDE.check(address, 'ipv4');
  return isIP(address) === 6 && OUTSIDE_6.check(address, 'ipv6') && !INSIDE_6.check(address, 'ipv6');
}

const refused = (detail: string) => new ElectionError('webhook-refused', { detail });

export function nodeDeliver({ allowPrivate = false, timeout = 10_000 }: DeliverOptions = {}): Deliver {
  /** @throws ElectionError `webhook-refused` */
  const parsed = (address: string): URL => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const isWeb = url?.protocol === 'https:' || (allowPrivate && url?.protocol === 'http:');
    if (!url || !isWeb || url.username || url.password) throw refused('It must be an https address.');
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (!allowPrivate && isIP(literal) !== 0 && !isOutside(literal))
      throw refused('It is an address inside a private network.');
    return url;
  };

  const guardedLookup: LookupFunction = (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const inside = !allowPrivate && addresses.some(({ address }) => !isOutside(address));
      if (inside) return callback(refused('Its name leads into a private network.'), []);
      return callback(null, addresses);
    });
  };

  const check = async (address: string): Promise<void> => {
    const { hostname } = parsed(address);
    if (allowPrivate || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return;
    await new Promise<void>((resolve, reject) =>
      guardedLookup(hostname, {}, (error) => (error ? reject(asRefusal(error)) : resolve())),
    );
  };

  const post: Deliver['post'] = async (address, headers, body) => {
    const url = parsed(address);
    return new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? request : requestPlain;
      const options = {
        method: 'POST',
        headers,
        lookup: guardedLookup,
        agent: false,
        autoSelectFamily: true,
      };
      const outgoing = send(url, options, (answer) => {
        // What it says besides its status is nobody's.
        answer.destroy();
        resolve(answer.statusCode ?? 0);
      });
      // Of the whole, not of a silence: whoever answers letter by letter would hold up all that waits behind.
      const late = setTimeout(() => outgoing.destroy(new Error(`no answer in ${timeout} ms`)), timeout);
      outgoing.on('close', () => clearTimeout(late));
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  };

  return { check, post };
}

const asRefusal = (error: Error): Error =>
  error instanceof ElectionError ? error : refused('Its name is not known.');
