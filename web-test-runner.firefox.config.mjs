/** The tests of `web-test-runner.config.mjs` in Firefox: `npm run test:firefox`. */
import { launcher } from './scripts/engines/launcher.ts';
import { openFirefox } from './scripts/engines/firefox.ts';
import { shared } from './web-test-runner.config.mjs';

export default { ...shared, concurrency: 1, browsers: [launcher('Firefox', openFirefox)] };
