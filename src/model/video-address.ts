import type { Video } from './election.js';

/** Each provider's hosts, and where in an address the id of a video stands. */
const PROVIDERS: readonly [host: RegExp, video: RegExp, provider: Exclude<Video['provider'], 'file'>][] = [
  [
    /^(www\.|m\.)?youtube(-nocookie)?\.com$/,
    /^\/(?:(?:embed|shorts|live)\/|watch\?v=)([\w-]{11})(?![\w-])/,
    'youtube',
  ],
  [/^youtu\.be$/, /^\/([\w-]{11})(?![\w-])/, 'youtube'],
  [/^((www|player)\.)?vimeo\.com$/, /^\/(?:video\/)?(\d{6,12})(?!\w)/, 'vimeo'],
  [/^(www\.)?dailymotion\.com$/, /^\/(?:embed\/)?video\/([a-zA-Z0-9]{5,12})(?![a-zA-Z0-9])/, 'dailymotion'],
  [/^dai\.ly$/, /^\/([a-zA-Z0-9]{5,12})(?![a-zA-Z0-9])/, 'dailymotion'],
];

/** The video at an address as people copy it from a provider's page; `undefined` where it is none of these. */
export function videoAt(address: string): Video | undefined {
  const text = address.trim();
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, pathname, searchParams, username } = new URL(text);
  if (protocol !== 'https:' || username) return undefined;
  const v = searchParams.get('v');
  const path = pathname + (v ? `?v=${v}` : '');
  for (const [host, video, provider] of PROVIDERS) {
    const id = host.test(hostname) ? video.exec(path)?.[1] : undefined;
    if (id) return { provider, id };
  }
  return undefined;
}

/** The address at which people find a video of a provider's. */
export function addressOfVideo({ provider, id }: Video): string {
  if (provider === 'youtube') return `https://www.youtube.com/watch?v=${id}`;
  if (provider === 'vimeo') return `https://vimeo.com/${id}`;
  return provider === 'dailymotion' ? `https://www.dailymotion.com/video/${id}` : id;
}
