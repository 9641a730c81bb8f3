/** E1: every element in every state, on a page whose policy takes no inline style and no text as script. */
import { expect } from '@open-wc/testing';
import { inState } from '../heard/state.js';
import { STATES } from '../heard/states.js';
import { eventually } from '../page.js';

/** As a brand's site may have it; what the runner itself needs is left to it. */
const POLICY =
  "style-src 'none'; object-src 'none'; base-uri 'none'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types voix";

const violations: string[] = [];

describe('under a strict policy', () => {
  before(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
    );
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = POLICY;
    document.head.append(policy);
  });

  it('the policy holds: an inline style is refused, and so is the text of a script', async () => {
    document.body.setAttribute('style', 'color: red');
    const expected = ['style-src'];
    if ('trustedTypes' in window) {
      expected.push('require-trusted-types-for');
      expect(() => (document.createElement('p').innerHTML = '<b>')).to.throw();
    }
    const refused = () => violations.map((one) => one.split(/-attr|-elem| /)[0]);
    await eventually(() => refused().length === expected.length, 'it is not refused');
    expect(refused()).to.deep.equal(expected);
    document.body.removeAttribute('style');
    violations.length = 0;
  });

  for (const [element, states] of Object.entries(STATES))
    it(element, async () => {
      for (const state of Object.values(states)) (await inState(state)).remove();
      expect(violations).to.deep.equal([]);
    });
});
