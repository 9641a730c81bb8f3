import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../src/elements/voix-report/voix-report.js';
import type { VoixReport } from '../../../src/elements/voix-report/voix-report.js';
import { more } from '../../../src/locales/en-more.js';
import { report as t } from '../../../src/locales/en-report.js';
import type { Community } from '../../../src/model/community.js';
import { ElectionError } from '../../../src/model/errors.js';
import { adjusted, button, eventually, everywhere, focused, heard, seen, shown } from '../page.js';
import { readySnapshot } from '../snapshots.js';

const NAME = 'Amina Belkacem';

function backend() {
  const reports: string[][] = [];
  const state = { failure: undefined as ElectionError | undefined };
  const report = async (...sent: [string, string, string]) => {
    reports.push(sent.slice(0, 3));
    if (state.failure) throw state.failure;
  };
  const community = { candidacies: { report } } as unknown as Community;
  return { reports, state, community };
}

async function reportOf(community: Community): Promise<VoixReport> {
  const element = await shown<VoixReport>(
    html`<voix-report
      candidate="amina"
      .community=${async () => community}
      .snapshot=${readySnapshot()}
    ></voix-report>`,
  );
  return element;
}

describe('voix-report', () => {
  it('draws nothing where the backend takes no reports', async () => {
    const element = await reportOf({ candidacies: {} } as unknown as Community);
    expect(seen(element)).to.equal('');
  });

  it('is opened, answered and sent by keyboard, once', async () => {
    const { reports, community } = backend();
    const element = await reportOf(community);
    await eventually(() => seen(element) === t.open);
    await expect(element).to.be.accessible();
    const key = everywhere(element, 'button')[0]!;
    expect(key.ariaLabel).to.equal(t.openName(NAME));
    key.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused()?.localName === 'input');
    await expect(element).to.be.accessible();
    const named = (await heard()).filter(({ role }) => ['radio', 'button'].includes(role));
    expect(named.map(({ role, name }) => `${role} ${name}`)).to.deep.equal([
      ...Object.values(t.reasons).map((reason) => `radio ${reason}`),
      `button ${t.send}`,
      `button ${t.cancel}`,
    ]);
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowDown' });
    expect(reports, 'an arrow sends nothing').to.have.length(0);
    await sendKeys({ press: 'Enter' });
    await eventually(() => seen(element).includes(t.sent));
    expect(reports).to.deep.equal([['traverse', 'amina', 'offence']]);
    await expect(element).to.be.accessible();
  });

  it('a failure is said, and nothing is lost; cancelled, one is where one was', async () => {
    const { reports, state, community } = backend();
    const element = await reportOf(community);
    await eventually(() => seen(element) === t.open);
    everywhere(element, 'button')[0]!.click();
    await eventually(() => focused()?.localName === 'input');
    state.failure = new ElectionError('candidate-unknown');
    everywhere<HTMLInputElement>(element, 'input')[0]!.click();
    button(element, t.send).click();
    await eventually(() => seen(element).includes(more.errors['candidate-unknown']));
    expect(everywhere<HTMLInputElement>(element, 'input')[0]!.checked).to.equal(true);
    await expect(element).to.be.accessible();
    button(element, t.cancel).click();
    await eventually(() => focused()?.localName === 'button');
    expect(reports).to.have.length(1);
    expect(seen(element)).to.equal(t.open);
  });

  adjusted('fits 320 px, with targets of 44', async () => {
    await setViewport({ width: 320, height: 700 });
    try {
      const element = await reportOf(backend().community);
      await eventually(() => seen(element) === t.open);
      everywhere(element, 'button')[0]!.click();
      await eventually(() => everywhere(element, 'form').length);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const target of everywhere(element, 'label, button'))
        expect(target.getBoundingClientRect().height).to.be.at.least(44);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });
});
