import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { VoixElection } from '../../../src/elements/voix-election/voix-election.js';
import '../../../src/elements/voix-election/voix-election.js';
import { memoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory/memory.js';
import { around } from '../../../src/locales/en-around.js';
import { share } from '../../../src/locales/en-share.js';
import { questions as q } from '../../../src/locales/en-questions.js';
import { clockAt, castBy } from '../backend.js';
import { button, eventually, everywhere, focused, heard, only, seen, wordsReady } from '../page.js';
import { during, election } from '../snapshots.js';

const { calendar } = election();
const withCandidacies = election({ calendar: { ...calendar, candidacy: '2026-11-10T09:00:00+01:00' } });

/** A backend that stands in this moment, in which Amina was asked something and has told something. */
async function backendAt(instant: string): Promise<MemoryAdapter> {
  const backend = memoryAdapter([withCandidacies], { clock: clockAt(during.campaign) });
  const ann = await backend.as('ann').community?.();
  const amina = await backend.as('amina').community?.();
  const asked = { kind: 'question', text: 'Is there a bench?', name: 'Ann', candidate: 'amina' } as const;
  await ann?.questions?.ask('traverse', asked, crypto.randomUUID());
  await amina?.news?.write('traverse', 'I was at the station.', crypto.randomUUID());
  backend.setClock(clockAt(during.voting));
  await castBy(backend, 'bob', 'traverse', 'amina');
  backend.setClock(clockAt(instant));
  return backend;
}

async function shownAt(instant: string, spoil = (backend: MemoryAdapter) => backend): Promise<VoixElection> {
  const backend = spoil(await backendAt(instant));
  const provider = await fixture<HTMLElement>(
    html`<voix-provider election="traverse" .adapter=${backend}
      ><voix-election></voix-election
    ></voix-provider>`,
  );
  await wordsReady();
  await eventually(() => everywhere(provider, 'voix-candidate-card').length, 'no candidates come');
  return provider.querySelector('voix-election')!;
}

/** Opens what the voting does not need. */
async function opened(element: VoixElection): Promise<void> {
  await eventually(() => everywhere(element, 'button').map(seen).includes(around.all), 'it cannot be opened');
  button(element, around.all).click();
  await eventually(() => seen(element).includes('Is there a bench?'), 'no questions come');
  await eventually(() => seen(element).includes('I was at the station.'), 'no news come');
}

describe('around the vote, voix-election', () => {
  beforeEach(() => localStorage.clear());

  it('asks nothing of it before somebody does', async () => {
    const element = await shownAt(during.voting);
    expect(everywhere(element, 'voix-questions, voix-news, voix-rules')).to.have.length(0);
    await opened(element);
    expect(() => button(element, around.all)).to.throw();
    expect(focused()).to.equal(only(element, '.talk'));
    await expect(element).to.be.accessible();
  });

  it('what one has opened of a candidate stays open when one’s vote is found meanwhile', async () => {
    let found = () => {};
    const element = await shownAt(during.voting, (backend) => ({
      ...backend,
      ownBallot: async (id) => {
        await new Promise<void>((resolve) => (found = resolve));
        return backend.as('bob').ownBallot(id);
      },
    }));
    await eventually(
      () => everywhere(element, 'button').map(seen).includes(around.ask),
      'nothing to be asked',
    );
    everywhere(element, 'button')
      .find((one) => seen(one) === around.ask)!
      .click();
    await eventually(() => everywhere(element, 'dialog voix-questions').length, 'it does not open');
    const dialog = only<HTMLDialogElement>(element, 'dialog.talk-with');
    found();
    await eventually(() => everywhere(element, 'voix-receipt').length, 'the vote is not found');
    expect(only(element, 'dialog.talk-with')).to.equal(dialog);
    expect(dialog.open).to.equal(true);
  });

  it('opens what one candidate is asked and tells, and gives the focus back', async () => {
    const element = await shownAt(during.voting);
    await opened(element);
    const [ask] = everywhere(element, 'button').filter((one) => seen(one) === around.ask);
    ask?.focus();
    await sendKeys({ press: 'Enter' });
    const dialog = () => everywhere<HTMLDialogElement>(element, 'dialog.talk-with')[0];
    await eventually(() => dialog()?.open, 'it does not open');
    expect(focused()).to.equal(button(dialog()!, around.close));
    await eventually(() => everywhere(dialog()!, 'voix-questions').length === 1);
    // What is behind a modal dialog is inert: its landmarks are nobody's.
    await expect(element).to.be.accessible({ ignoredRules: ['landmark-unique'] });
    const said = await heard();
    expect(said.filter(({ role, name }) => role === 'button' && name === around.ask)).to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    await eventually(() => !dialog(), 'it does not close');
    expect(focused()).to.equal(ask);
  });

  it('during the vote each card tells what is asked and shared, and nothing moves when it comes', async () => {
    const address = (of: string, id: string) => `https://votes.example/elections/${of}/candidates/${id}`;
    let offer = (): void => {};
    const offered = new Promise<void>((resolve) => (offer = resolve));
    const places = (element: VoixElection) =>
      everywhere(element, 'voix-candidate-card, .foot').map((one) => {
        const { top, height } = one.getBoundingClientRect();
        return one.matches('.foot') ? top + height : height;
      });
    const element = await shownAt(during.voting, (backend) => ({
      ...backend,
      community: async () => {
        await offered;
        return { ...(await backend.community?.()), share: { address } };
      },
    }));
    const before = places(element);
    await eventually(
      () => everywhere(element, 'button').map(seen).includes(around.all),
      'it cannot be opened',
    );
    expect(places(element), 'while the backend has not said what it offers').to.deep.equal(before);
    offer();
    const links = (text: string) => everywhere(element, '.asks button').filter((one) => seen(one) === text);
    for (const text of [around.ask, share.shareShort])
      await eventually(() => links(text).length === election().candidates.length, `none says ${text}`);
    expect(places(element)).to.deep.equal(before);
    await expect(element).to.be.accessible();

    const dialog = () => everywhere<HTMLDialogElement>(element, 'dialog.talk-with')[0];
    for (const [text, part] of [
      [around.ask, 'voix-questions'],
      [share.shareShort, 'voix-share'],
    ] as const) {
      links(text)[0]!.click();
      await eventually(
        () => dialog()?.open && everywhere(dialog()!, part).length === 1,
        `${text} does not open`,
      );
      dialog()!.close();
      await eventually(() => !dialog(), `${text} does not close`);
    }
  });

  it('in the campaign no card grows when it comes', async () => {
    const heights = (element: VoixElection) =>
      everywhere(element, 'voix-candidate-card').map((card) => card.getBoundingClientRect().height);
    const bare = await shownAt(during.campaign, ({ community: _, ...backend }) => backend);
    const before = heights(bare);
    const element = await shownAt(during.campaign);
    await eventually(
      () => everywhere(element, 'button').map(seen).includes(around.ask),
      'nobody can be asked',
    );
    expect(heights(element).toSorted()).to.deep.equal(before.toSorted());
  });

  it('offers each candidate’s address to be passed on, where the backend gives one', async () => {
    const address = (of: string, id: string) => `https://votes.example/elections/${of}/candidates/${id}`;
    const element = await shownAt(during.campaign, (backend) => ({
      ...backend,
      community: async () => ({ ...(await backend.community?.()), share: { address } }),
    }));
    const ways = () => everywhere(element, 'button').filter((one) => seen(one) === share.shareShort);
    await eventually(() => ways().length === election().candidates.length, 'nobody can be shared');
    const own = everywhere(element, `[aria-label="${share.share('Solène Fabre')}"]`)[0]!;
    own.focus();
    await sendKeys({ press: 'Enter' });
    const field = () =>
      everywhere<HTMLInputElement>(element, 'dialog voix-share')[0]?.shadowRoot?.querySelector('input');
    await eventually(() => field()?.value === address('traverse', 'solene'), 'it does not open');
    expect(everywhere(only(element, 'dialog.talk-with'), 'voix-questions')).to.have.length(0);
    await expect(element).to.be.accessible({ ignoredRules: ['landmark-unique'] });
    await sendKeys({ press: 'Escape' });
    await eventually(() => everywhere(element, 'voix-share').length === 0);
    expect(focused()).to.equal(own);
  });

  it('shows the rules to who wants to read them', async () => {
    const element = await shownAt(during.voting);
    await opened(element);
    only(element, '.rules summary').click();
    await eventually(() => everywhere(element, 'voix-rules').some((rules) => seen(rules).length > 200));
  });

  it('lets one stand while candidacies are taken', async () => {
    const element = await shownAt('2026-11-20T12:00:00Z');
    await eventually(() => seen(element).includes(around.standTitle), 'nobody may stand');
    await expect(element).to.be.accessible();
    button(element, around.stand).click();
    await eventually(
      () => everywhere(element, 'voix-candidacy').some((form) => everywhere(form, 'form').length),
      'there is no form',
    );
    expect(everywhere(element, 'voix-questions')).to.have.length(0);
  });

  it('shows the president once there is one, and what is asked', async () => {
    const element = await shownAt(during.mandate);
    await eventually(() => everywhere(element, 'voix-proclamation').length, 'there is no president');
    only(element, 'voix-president');
    await eventually(() => seen(element).includes('Is there a bench?'), 'no questions come');
    expect(seen(only(element, 'voix-proclamation'))).to.include('Amina Belkacem');
    expect(everywhere(element, 'button').map(seen)).not.to.include(around.ask);
  });

  it('offers only what the backend does', async () => {
    const element = await shownAt(during.mandate, ({ community: _, ...backend }) => backend);
    await eventually(() => everywhere(element, 'voix-proclamation').length, 'nobody is proclaimed');
    await eventually(() => seen(element).includes(around.rules));
    expect(everywhere(element, 'voix-president, voix-questions, voix-news')).to.have.length(0);
    expect(seen(element)).not.to.include(q.kinds.question.title);
  });
});
