import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Calendar, ElectionFile, Mandate } from 'voix/server';
import { parse } from 'yaml';

const DAY = 24 * 3_600_000;

/** Days before today on which voting opened, for an election that stands there today. */
const OPENED = {
  announced: -80,
  candidacy: -50,
  campaign: -12,
  voting: 12,
  counting: 30.5,
  proclaimed: 36,
  mandate: 110,
  ended: 240,
} as const;
export type Stage = keyof typeof OPENED;

/** Days from the opening of the vote on which each phase begins. */
export const PHASES = {
  announced: -88,
  candidacy: -74,
  campaign: -25,
  voting: 0,
  counting: 30,
  proclaimed: 31,
  mandate: 45,
  ended: 226,
} as const;

const text = v.string();
const day = v.number();
const schema = v.strictObject({
  stages: v.record(text, v.array(text)),
  mandates: v.record(
    text,
    v.strictObject({
      response: v.strictObject({ kind: v.picklist(['welcomed', 'excused', 'refused']), day, text }),
      privileges: v.optional(v.array(text), []),
      obligations: v.optional(v.array(text), []),
      milestones: v.array(
        v.strictObject({
          id: text,
          title: text,
          day,
          place: v.exactOptional(text),
          promise: v.exactOptional(text),
          kept: v.exactOptional(text),
        }),
      ),
      reports: v.array(v.strictObject({ id: text, title: text, day, text, photo: v.exactOptional(text) })),
      handover: v.exactOptional(v.strictObject({ text })),
    }),
  ),
});
export type SeasonPlan = v.InferOutput<typeof schema>;

/** @throws Error where the file is not as it has to be */
export async function readSeason(file: string): Promise<SeasonPlan> {
  return v.parse(schema, parse(await readFile(file, 'utf8')));
}

export function stageOf({ stages }: SeasonPlan, id: string): Stage {
  const [stage = 'campaign'] = Object.entries(stages).find(([, ids]) => ids.includes(id)) ?? [];
  return stage as Stage;
}

/** An instant so many days from another, on the hour. */
const at = (from: number, days: number): string =>
  new Date(Math.floor((from + days * DAY) / 3_600_000) * 3_600_000).toISOString();

/** The id of an election in the season: the same brand's is in the rehearsal, too. */
export const seasonId = (id: string): string => `saison-${id}`;

/** The election as it stands today, at its stage. */
export function placed({ election, origins }: ElectionFile, stage: Stage, today: number): ElectionFile {
  const opens = today - OPENED[stage] * DAY;
  const calendar = {
    ...Object.fromEntries(Object.entries(PHASES).map(([phase, days]) => [phase, at(opens, days)])),
    timeZone: election.calendar.timeZone,
  } as Calendar;
  const stand = stage === 'announced' ? 0 : stage === 'candidacy' ? 2 : election.candidates.length;
  return {
    election: {
      ...election,
      id: seasonId(election.id),
      page: `/mandat.html?election=${seasonId(election.id)}`,
      calendar,
      candidates: election.candidates.slice(0, stand),
    },
    origins,
  };
}

/** The mandate of one of them, its days counted from when its term began. */
export function mandateOf(
  plan: SeasonPlan['mandates'][string],
  { calendar }: { calendar: Calendar },
): Mandate {
  const begins = Date.parse(calendar.mandate ?? calendar.counting);
  const { response, privileges, obligations, milestones, reports, handover } = plan;
  return {
    response: { kind: response.kind, text: response.text, at: at(begins, response.day) },
    privileges,
    obligations,
    milestones: milestones.map(({ day, kept, ...milestone }) => ({
      ...milestone,
      at: at(begins, day),
      ...(kept !== undefined && { kept: { at: at(begins, day), what: kept } }),
    })),
    reports: reports.map(({ day, photo, ...report }) => ({
      ...report,
      at: at(begins, day),
      ...(photo !== undefined && { photos: [{ src: `/campaign/portraits/${photo}.svg`, alt: '' }] }),
    })),
    ...(handover && { handover }),
  };
}
