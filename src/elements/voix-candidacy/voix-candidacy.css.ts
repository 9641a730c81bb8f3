import { fields } from './fields.css.js';
import { page } from './page.css.js';
import { state } from './state.css.js';
import { upload } from './upload.css.js';

/** What several parts have, the page has first. */
export const sheet = [page, fields, upload, state];
