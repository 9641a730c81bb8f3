/** The tests of `web-test-runner.config.mjs` in WebKit: `npm run test:webkit`. */
import { launcher } from './scripts/engines/launcher.ts';
import { openWebKit } from './scripts/engines/webkit.ts';
import { shared } from './web-test-runner.config.mjs';

export default {
  ...shared,
  // Its driver gives an accessibility tree element by element: the whole of one takes too long.
  files: [shared.files, '!test/elements/heard/**', '!test/admin/heard.browser.ts'],
  concurrency: 1,
  browsers: [launcher('WebKit', openWebKit)],
};
