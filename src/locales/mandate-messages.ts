import type { MilestoneState, Response } from '../model/mandate.js';

/** What the mandate says. Loaded with it. Numbers come twice: the number, and as the language writes it. */
export interface MandateMessages {
  readonly share: string;
  readonly shared: string;
  readonly copyByHand: string;
  readonly news: (name: string, brand: string) => string;
  readonly notYet: string;

  readonly term: string;
  readonly begins: (date: string, left: string) => string;
  readonly runs: (begins: string, ends: string) => string;
  readonly open: (begins: string) => string;
  readonly left: (n: number, shown: string) => string;
  readonly over: (date: string) => string;

  readonly responses: Readonly<Record<Response['kind'], string>>;
  readonly silent: (n: number, shown: string) => string;

  readonly programme: string;
  readonly noProgramme: string;
  readonly failed: string;
  readonly again: string;
  readonly kept: (kept: number, promised: string) => string;
  readonly states: Readonly<Record<MilestoneState, string>>;
  readonly promise: string;
  readonly done: string;
  readonly toCalendar: string;
  readonly toCalendarOf: (title: string) => string;
  readonly allToCalendar: string;

  readonly reports: string;
  readonly privileges: string;
  readonly obligations: string;
  readonly questions: string;
  readonly answered: (answered: number, asked: string) => string;
  readonly noQuestions: string;
  readonly handover: string;
  readonly next: string;
}
