/** Candidates' news from the campaign. */
import * as v from 'valibot';
import { idSchema } from './messages.js';

/** The query of GET news. */
export const newsQuerySchema = v.strictObject({ candidate: v.exactOptional(idSchema) });

/** POST write */
export const writeNewsSchema = v.strictObject({ text: v.pipe(v.string(), v.maxLength(12_000)) });

const newsSchema = v.object({ id: v.string(), candidate: v.string(), text: v.string(), at: v.string() });
export const newsAnswerSchema = v.object({ news: v.array(newsSchema) });
export const writtenNewsSchema = v.object({ piece: newsSchema });
