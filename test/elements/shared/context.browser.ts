import { ContextConsumer, ContextEvent, ContextProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { snapshotContext } from '../../../src/elements/shared/context.js';
import '../../../src/elements/voix-provider/voix-provider.js';
import type { VoixVoteButton } from '../../../src/elements/voix-vote-button/voix-vote-button.js';
import '../../../src/elements/voix-vote-button/voix-vote-button.js';
import { messages as t } from '../../../src/locales/en.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import { backendOf } from '../backend.js';
import { eventually, seen, wordsReady } from '../page.js';
import { election, readySnapshot } from '../snapshots.js';

/** As much of a Lit element as a consumer of `@lit/context` needs. */
class Host extends HTMLElement {
  readonly updateComplete = Promise.resolve(true);
  readonly addController = () => {};
  readonly removeController = () => {};
  readonly requestUpdate = () => {};
}
customElements.define('test-context-host', Host);

describe('the context of a snapshot', () => {
  it('is had by a consumer of @lit/context inside a provider, until it leaves', async () => {
    const place = await fixture<HTMLElement>(
      html`<voix-provider election="traverse" .adapter=${backendOf(election())}>
        <test-context-host></test-context-host>
      </voix-provider>`,
    );
    const consumer = new ContextConsumer(place.querySelector<Host>('test-context-host')!, {
      context: snapshotContext,
      subscribe: true,
    });
    consumer.hostConnected();
    await eventually(() => consumer.value?.status === 'ready', 'it is not told');
    consumer.hostDisconnected();
    const last = consumer.value;
    place.setAttribute('election', 'nobody');
    await eventually(() => (place as unknown as { snapshot: Snapshot }).snapshot.status === 'failed');
    expect(consumer.value).to.equal(last);
  });

  it('is given once to whoever does not subscribe', async () => {
    const place = await fixture<HTMLElement>(html`<voix-provider><p></p></voix-provider>`);
    const told: Snapshot[] = [];
    place.querySelector('p')!.dispatchEvent(new ContextEvent(snapshotContext, place, (s) => told.push(s)));
    place.setAttribute('backend', '/nowhere/');
    place.setAttribute('election', 'traverse');
    await eventually(() => (place as unknown as { snapshot: Snapshot }).snapshot !== told[0]);
    expect(told.length).to.equal(1);
  });

  it('may come from a provider of @lit/context, and from the nearest of two', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const provider = new ContextProvider(place, { context: snapshotContext, initialValue: readySnapshot() });
    const button: VoixVoteButton = document.createElement('voix-vote-button');
    button.candidate = 'amina';
    place.append(button);
    await wordsReady();
    await eventually(() => seen(button) === t.vote('Amina Belkacem'), 'it does not see it');
    provider.setValue(readySnapshot({ vote: { kind: 'unknown' }, phase: 'counting' }));
    await eventually(() => seen(button) === t.closed, 'it does not follow it');
    const nearer = document.createElement('div');
    place.append(nearer);
    const second = new ContextProvider(nearer, { context: snapshotContext });
    second.setValue(readySnapshot());
    nearer.append(button);
    await eventually(() => seen(button) === t.vote('Amina Belkacem'), 'it does not ask anew');
    provider.setValue(readySnapshot({ phase: 'counting' }));
    await button.updateComplete;
    expect(seen(button)).to.equal(t.vote('Amina Belkacem'));
  });
});
