import { expect } from '@open-wc/testing';
import { admin as w } from '../../src/locales/en-admin.js';
import type { Election } from '../../src/model/election.js';
import type { Mandate } from '../../src/model/mandate.js';
import { MAX_PHOTO } from '../../src/model/picture-type.js';
import { eventually, everywhere, only } from '../elements/page.js';
import { spilt } from '../elements/sight.js';
import { desk, openDesk, press, says, saysNot, type, withServer } from './desk.js';
import * as server from './server.js';

const { answers, sent, line } = server;
const PHOTO = { src: '/docs/election.png', srcset: '/docs/election.png 320w' };

const choosers = (): HTMLInputElement[] => everywhere<HTMLInputElement>(desk, 'input[type="file"]');
/** The pictures beside their choosers. */
const shown = (): Element[] =>
  everywhere(desk, 'voix-admin-picture').flatMap((one) => [
    ...(one.shadowRoot?.querySelectorAll('img') ?? []),
  ]);

function choose(at: number, file = new File(['a picture'], 'a.jpg', { type: 'image/jpeg' })): void {
  const chooser = choosers()[at]!;
  const files = new DataTransfer();
  files.items.add(file);
  chooser.files = files.files;
  chooser.dispatchEvent(new Event('change'));
}

describe('pictures in the desk', () => {
  withServer(() => {
    answers.set('GET session', () => server.session('moderator'));
    answers.set('POST pictures', () => ({ photo: PHOTO }));
    answers.set('POST elections/traverse/change', (body) =>
      server.open({ election: (body as { election: never }).election }),
    );
  });

  it('a logo and a portrait are sent with their progress, seen, and saved with the rest', async () => {
    let go = () => {};
    line.gate = new Promise((resolve) => (go = resolve));
    await openDesk('/traverse/form');
    await says(w.pictures.logo);
    expect(choosers()).to.have.length(3);
    choose(0);
    await says(w.pictures.sending);
    expect(only<HTMLProgressElement>(desk, 'progress').value).to.equal(0.5);
    await expect(desk).to.be.accessible();
    go();
    await says(w.pictures.kept);
    everywhere<HTMLDetailsElement>(desk, 'details')[0]!.open = true;
    choose(1);
    await eventually(() => shown().length === 2);
    type(w.form.fields.photoAlt, 'Amina sur le quai');
    await expect(desk).to.be.accessible();
    press(w.save);
    await says(w.form.saved);
    const { election } = sent.get('POST elections/traverse/change') as { election: Election };
    expect(election.brand.logo).to.deep.equal(PHOTO);
    expect(election.candidates[0]!.photo).to.deep.equal({ ...PHOTO, alt: 'Amina sur le quai' });
    expect(election.candidates[1]!.photo).to.equal(undefined);
  });

  it('an address that is written by hand has none of the widths of the picture before', async () => {
    answers.set('GET elections/traverse', () => {
      const { election, ...more } = server.open();
      return { ...more, election: { ...election, brand: { ...election.brand, logo: PHOTO } } };
    });
    await openDesk('/traverse/form');
    await says(w.form.fields.logo);
    type(w.form.fields.logo, 'https://brand.example/logo.svg');
    await Promise.resolve();
    press(w.save);
    await says(w.form.saved);
    const { election } = sent.get('POST elections/traverse/change') as { election: Election };
    expect(election.brand.logo).to.deep.equal({ src: 'https://brand.example/logo.svg' });
  });

  it('what is refused is said, what is too heavy before it is sent, and another one may be tried', async () => {
    await openDesk('/traverse/form');
    await says(w.pictures.logo);
    answers.set('POST pictures', server.refusal(422, 'photo-unreadable'));
    choose(0);
    await says(w.failed['photo-unreadable']!);
    await expect(desk).to.be.accessible();
    sent.clear();
    choose(0, new File([new Uint8Array(MAX_PHOTO + 1)], 'a.jpg', { type: 'image/jpeg' }));
    await says(w.failed['photo-too-large']!);
    expect(sent.size).to.equal(0);
    answers.set('POST pictures', () => ({ photo: PHOTO }));
    choose(0);
    await says(w.pictures.kept);
  });

  it('one that is given up is forgotten; of one that is taken out nothing is left', async () => {
    line.gate = new Promise(() => {});
    await openDesk('/traverse/form');
    await says(w.pictures.logo);
    choose(0);
    await says(w.pictures.sending);
    press(w.cancel);
    await saysNot(w.pictures.sending);
    expect(everywhere(desk, '.bad')).to.have.length(0);
    line.gate = undefined;
    choose(0);
    await says(w.pictures.kept);
    press(w.pictures.remove);
    await saysNot(w.pictures.kept);
    expect(shown()).to.have.length(0);
  });

  it('nobody gets the picture of a neighbour who has gone from the list meanwhile', async () => {
    let go = () => {};
    line.gate = new Promise((resolve) => (go = resolve));
    await openDesk('/traverse/form');
    await says(w.pictures.logo);
    for (const one of everywhere<HTMLDetailsElement>(desk, 'details')) one.open = true;
    choose(1);
    await says(w.pictures.sending);
    press(w.form.removeCandidate('Amina Belkacem'));
    await saysNot(w.pictures.sending);
    go();
    await eventually(() => sent.has('POST pictures'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shown()).to.have.length(0);
    expect(everywhere(desk, '.bad')).to.have.length(0);
  });

  it('a report has several, each with what it shows', async () => {
    const at = '2027-01-10T10:00:00Z';
    const mandate = {
      milestones: [],
      reports: [{ id: 'r', title: 'Visite', text: 'Vue.', at }],
      privileges: [],
      obligations: [],
    };
    answers.set('GET elections/traverse/mandate', () => ({ mandate, version: 1 }));
    answers.set('POST elections/traverse/mandate/change', (body) => ({
      mandate: (body as { mandate: object }).mandate,
      version: 2,
    }));
    await openDesk('/traverse/mandate');
    await says(w.pictures.choose);
    choose(0);
    await says(w.pictures.shows);
    type(w.pictures.shows, 'L’atelier de Brive');
    const other = { src: `${PHOTO.src}?other` };
    answers.set('POST pictures', () => ({ photo: other }));
    choose(1);
    await eventually(() => shown().length === 2);
    await expect(desk).to.be.accessible();
    desk.style.width = '320px';
    expect(spilt(only(desk, 'form'))).to.deep.equal([]);
    press(w.save);
    await says(w.mandate.saved);
    const written = sent.get('POST elections/traverse/mandate/change') as { mandate: Mandate };
    expect(written.mandate.reports[0]!.photos).to.deep.equal([
      { ...PHOTO, alt: 'L’atelier de Brive' },
      other,
    ]);
  });

  it('who may only read, and a server that takes none, are offered nothing', async () => {
    answers.set('GET session', () => server.session('reader'));
    await openDesk('/traverse/form');
    await says(w.form.fields.logo);
    expect(choosers()).to.have.length(0);
    answers.set('GET session', () => ({ ...server.session('owner'), pictures: false }));
    await openDesk('/traverse/form');
    await says(w.form.fields.logo);
    expect(choosers()).to.have.length(0);
  });
});
