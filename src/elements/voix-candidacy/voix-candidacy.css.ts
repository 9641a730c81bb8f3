import { tokens } from '../shared/tokens.js';
import { fields } from './fields.css.js';
import { page } from './page.css.js';
import { state } from './state.css.js';
import { upload } from './upload.css.js';

/** The page comes last: what the room decides is said there of every part. */
export const sheets = [tokens, state, upload, fields, page];
