import type { Method, Visibility } from '../model/election.js';

/** What the rules page says. Loaded with it. Numbers come twice: the number, and as the language writes it. */
export interface RulesMessages {
  readonly rules: string;
  readonly organiser: string;
  readonly calendar: string;
  readonly zone: (zone: string) => string;
  readonly standing: string;
  readonly standingUnsaid: (brand: string) => string;
  readonly voting: string;
  readonly votingUnsaid: (brand: string) => string;
  readonly device: string;
  readonly ballot: string;
  readonly methods: Readonly<Record<Method['kind'], string>>;
  readonly atMost: (n: number, shown: string) => string;
  readonly revote: string;
  readonly final: string;
  readonly results: string;
  readonly visibility: Readonly<Record<Visibility, string>>;
  readonly elected: string;
  readonly quorum: (n: number, shown: string) => string;
  readonly noQuorum: string;
  readonly tie: string;
  readonly mandate: string;
  readonly privileges: string;
  readonly obligations: string;
  readonly noPrize: string;
  readonly complaints: string;
  readonly complaintsUnsaid: (brand: string) => string;
  readonly proof: string;
  readonly retention: string;
  readonly retained: string;
  readonly retentionUnsaid: string;
  readonly amendments: string;
  readonly unchanged: string;
}
