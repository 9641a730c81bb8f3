/** What `npm run types` holds the types for JSX to: what may be set is there, and nothing else. */
import type { Props } from 'voix/react';
import type { Candidate, SnapshotEvent } from '../src/index.js';

type Has<Name extends PropertyKey> = Name extends keyof Props<'voix-provider'> ? true : false;
type Takes<
  Value,
  Name extends keyof Props<'voix-candidate-card'>,
> = Value extends Props<'voix-candidate-card'>[Name] ? true : false;

export const held: [
  attribute: Has<'backend'>,
  property: Has<'adapter'>,
  ofEveryElement: Has<'className'>,
  heard: Has<'onvoix-snapshot'>,
  onlyRead: Has<'snapshot'>,
  lits: Has<'requestUpdate'>,
  id: Takes<string, 'candidate'>,
  itself: Takes<Candidate, 'candidate'>,
  number: Takes<number, 'candidate'>,
  listener: Takes<(event: SnapshotEvent) => void, 'onvoix-snapshot'>,
  otherListener: Takes<(event: MouseEvent) => void, 'onvoix-snapshot'>,
] = [true, true, true, true, false, false, true, true, false, true, false];
