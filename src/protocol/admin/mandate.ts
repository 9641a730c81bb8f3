/** The mandate's programme, and pictures. */
import * as v from 'valibot';
import { mandateSchema } from '../mandate-messages.js';
import { photo } from '../photo-schema.js';
import { version } from './pieces.js';

/** GET mandate. Version 0: nothing was written yet. The answer to changeMandate. */
export const adminMandateAnswerSchema = v.object({ mandate: v.nullable(mandateSchema), version });
/** POST changeMandate: the whole of it. */
export const changeMandateSchema = v.strictObject({ version, mandate: mandateSchema });

/** POST keepPicture: its bytes. To be named in an election or in a mandate, with what it shows. */
export const keepPictureAnswerSchema = v.object({ photo: photo('The picture as it is kept.') });
