/**
 * The whole story in real browsers, from the empty desk to the assembly: the built server, its desk and elements, mails
 * in their folder, and a clock that is set from one chapter to the next.
 */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { admin as desk } from '../../src/locales/en-admin.js';
import { messages as fr } from '../../src/locales/fr.js';
import { more } from '../../src/locales/fr-more.js';
import { campaign } from '../../src/locales/fr-campaign.js';
import { candidacy as form } from '../../src/locales/fr-candidacy.js';
import { mandate } from '../../src/locales/fr-mandate.js';
import { questions } from '../../src/locales/fr-questions.js';
import { fromAPhone } from '../server/media/pictures.js';
import { forget, temporary } from './site.js';
import { laidOut, openHouse, OWNER, type House } from './story/house.js';
import { person, type Person } from './story/person.js';

const DAY = 86_400_000;
/** The day on which the election is written. The calendar that the desk proposes counts from it. */
const TODAY = Date.parse('2027-01-04T12:00:00Z');
const ELECTION = 'traverse';
const QUESTION = 'Y aura-t-il des trains après vingt-deux heures ?';

describe('from candidacy to mandate', () => {
  let folder: string;
  let house: House;
  let jeanne: Person;
  let amina: Person;
  let lucie: Person;
  let isCut = false;

  const reach = (days: number): void => house.clock.set(TODAY + days * DAY);
  const at = (path: string): string => house.url + path;

  /** Sessions end by the wall's clock, whatever the calendar does: she signs in once. */
  async function openDesk(place: string): Promise<void> {
    await jeanne.go(`${house.url}/admin/#/${place}`);
    // An address that differs after its # alone loads nothing.
    await jeanne.watched.page.reload();
  }

  before(async () => {
    folder = await temporary();
    house = await openHouse(TODAY);
    [jeanne, amina, lucie] = await Promise.all([person(), person(), person()]);
  });

  after(async () => {
    await Promise.all([jeanne, amina, lucie].map((one) => one.leave()));
    await house.close();
    await forget(folder);
  });

  chapter('the brand’s owner signs in with a mailed code, and writes an election', async () => {
    await openDesk('elections');
    await jeanne.write(desk.signIn.email, OWNER);
    await jeanne.press(desk.signIn.sendCode);
    const [, code = ''] = await house.letter(OWNER, /Your code: (\d{6})/);
    await jeanne.write(desk.signIn.code, code);
    await jeanne.press(desk.signIn.enter);
    await jeanne.reads(desk.list.empty);

    await openDesk('+');
    await jeanne.write(desk.form.fields.title, 'Qui présidera les clients ?');
    await jeanne.write(desk.form.fields.brandName, 'Traverse');
    await jeanne.write(desk.form.fields.lang, 'fr');
    await jeanne.write(desk.form.fields.colour, '#14594d');
    await jeanne.write(desk.form.fields.welcome, 'Bienvenue à bord.');
    await jeanne.press(desk.form.addCandidate);
    await jeanne.write(desk.form.fields.name, 'Gilles Lavergne');
    await jeanne.press(desk.form.create);
    await jeanne.reads(desk.share.paste);
    const page = jeanne.watched.page;
    const snippet = await page
      .waitForSelector('>>> pre')
      .then((pre) => pre?.evaluate((one) => one.textContent));
    assert.match(snippet ?? '', new RegExp(`election="${ELECTION}"`));
    const layouts = {
      '/': snippet ?? '',
      '/candidature': laidOut(house.url, ELECTION, '<voix-candidacy></voix-candidacy>'),
      '/questions': laidOut(house.url, ELECTION, '<voix-questions></voix-questions>'),
      '/presidence': laidOut(house.url, ELECTION, '<voix-president></voix-president>'),
      '/assemblee': laidOut(house.url, ELECTION, '<voix-assembly></voix-assembly>'),
    };
    for (const [path, body] of Object.entries(layouts)) house.pages.set(path, body);
  });

  chapter('a customer stands, with a portrait', async () => {
    reach(10);
    const photo = join(folder, 'portrait.jpg');
    await writeFile(photo, await fromAPhone());
    await amina.go(at('/candidature'));
    await amina.write(form.labels.name, 'Amina Belkacem');
    await amina.write(form.labels.town, 'Brive');
    await amina.choose(form.choosePhoto, photo);
    await amina.press(form.keepFrame);
    await amina.reads(form.photoKept);
    await amina.write(form.labels.alt, 'Amina Belkacem, sur un quai');
    await amina.write(form.labels.slogan, 'Un train est une promesse.');
    await amina.write(
      form.labels.manifesto,
      'Je demanderai que l’on réponde à chaque voyageuse, à chaque voyageur.',
    );
    await amina.write(form.labels.email, 'amina@clients.example');
    for (const consent of ['age', 'rules', 'image'] as const)
      await amina.tick(form.consent[consent]('Traverse').slice(0, 20));
    await amina.press(form.send);
    await amina.reads(form.state.pending);
  });

  chapter('the brand sends it back with a reason, which she reads and mends', async () => {
    await openDesk(`${ELECTION}/candidacies`);
    await jeanne.reads('Un train est une promesse.');
    await jeanne.press(desk.queue.sendBack);
    await jeanne.write(desk.queue.reason, 'Dites ce que vous ferez dès l’été.');
    await jeanne.press(desk.queue.sendBack);
    await jeanne.reads(desk.queue.returned('Amina Belkacem'));

    await amina.go(at('/candidature'));
    await amina.reads('Dites ce que vous ferez dès l’été.');
    await amina.press(form.change);
    await amina.write(form.labels.slogan, 'Un train du soir dès l’été.');
    await amina.press(form.sendMended);
    await amina.reads(form.state.pending);
  });

  chapter('it is approved: she is on the list, and a letter says so', async () => {
    await openDesk(`${ELECTION}/candidacies`);
    await jeanne.reads('Un train du soir dès l’été.');
    await jeanne.press(desk.queue.approve);
    await jeanne.reads(desk.queue.approved('Amina Belkacem'));
    await amina.go(at('/candidature'));
    await amina.reads(form.state.approved);
    await house.letter('amina@clients.example', /Traverse a accepté votre candidature/);
  });

  chapter('a question of the campaign is asked, and answered in her own name', async () => {
    reach(40);
    await lucie.go(at('/questions'));
    await lucie.press(questions.kinds.question.ask);
    await lucie.write(questions.kinds.question.label, QUESTION);
    await lucie.put(questions.to, 'amina-belkacem');
    await lucie.press(questions.send);
    await lucie.reads(`1 soutien`);

    await amina.go(at('/questions'));
    await amina.press(questions.answer);
    await amina.write(questions.answerLabel, 'Oui, un chaque soir, dès juillet.');
    await amina.press(questions.send);
    await lucie.go(at('/questions'));
    await lucie.reads('Oui, un chaque soir, dès juillet.');
    await lucie.reads(questions.answerers.candidate('Amina Belkacem'));
  });

  chapter('customers vote on the page that the desk gave', async () => {
    reach(60);
    for (const voter of [amina, lucie]) {
      await voter.go(at('/'));
      await voter.press(fr.vote('Amina Belkacem'));
      await voter.press(fr.cast);
      await voter.reads(fr.stub);
    }
    await lucie.press(fr.close);
    await lucie.reads('2 voix');
  });

  chapter('after the close she is proclaimed, and told', async () => {
    reach(86.5);
    await lucie.go(at('/'));
    await lucie.reads(fr.phases.counting);
    reach(88);
    await lucie.go(at('/presidence'));
    await lucie.reads(more.president);
    await lucie.reads('Amina Belkacem');
    await lucie.reads('Bienvenue à bord.');
    await lucie.reads(mandate.silent(1, '1'));
    await house.letter('amina@clients.example', /Amina Belkacem est élu/);
  });

  chapter('the brand welcomes her, promises a date, and keeps it', async () => {
    reach(101);
    await openDesk(`${ELECTION}/mandate`);
    await jeanne.put(desk.mandate.response, 'welcomed');
    await jeanne.write(desk.mandate.words, 'Nous vous attendons à Brive.');
    await jeanne.press(desk.mandate.add);
    await jeanne.write(desk.mandate.what, 'Le premier train du soir');
    await jeanne.put(desk.mandate.when, '2027-05-03T21:30');
    await jeanne.write(desk.mandate.place, 'Gare de Brive');
    await jeanne.write(desk.mandate.promise, 'Un départ à 22 h 10, chaque soir.');
    await jeanne.press(desk.save);
    await jeanne.reads(desk.mandate.saved);
    await lucie.go(at('/presidence'));
    await lucie.reads(mandate.responses.welcomed);
    await lucie.reads('Nous vous attendons à Brive.');
    await lucie.reads(mandate.states.ahead);

    reach(125);
    await openDesk(`${ELECTION}/mandate`);
    await jeanne.tick(desk.mandate.kept);
    await jeanne.write(desk.mandate.done, 'Il part, et il arrive.');
    await jeanne.press(desk.save);
    await jeanne.reads(desk.mandate.saved);
    await lucie.go(at('/presidence'));
    await lucie.reads(mandate.kept(1, '1'));
    await lucie.reads('Il part, et il arrive.');
  });

  chapter(
    'the assembly shows the president, with the brand that welcomes her and the promise kept',
    async () => {
      await lucie.go(at('/assemblee'));
      await lucie.reads(campaign.seats(1, '1'));
      await lucie.reads('Amina Belkacem');
      await lucie.reads(campaign.of('Traverse'));
      await lucie.reads(campaign.responses.welcomed);
      await lucie.reads(campaign.kept(1, '1'));
    },
  );

  chapter('nobody’s page has complained, or spoken to anybody but the brand and its server', () => {
    for (const [name, { watched }] of Object.entries({ jeanne, amina, lucie })) {
      assert.deepEqual(watched.complaints, [], name);
      // What a page holds itself, as data, has no host.
      const known = ['', new URL(house.url).host];
      assert.deepEqual(
        [...watched.hosts].filter((host) => !known.includes(host)),
        [],
      );
    }
  });

  chapter('everything that the brand did is in the trail', async () => {
    await openDesk(`trail`);
    for (const act of [
      'signed-in',
      'election-created',
      'candidacy-returned',
      'candidacy-approved',
      'mandate-changed',
    ] as const)
      await jeanne.reads(desk.trail.acts[act]);
  });

  /** Each chapter goes on where the one before ended: after one that failed, the others fail at once. */
  function chapter(name: string, tell: () => void | Promise<void>): void {
    it(name, async () => {
      assert.ok(!isCut, 'the story was cut before');
      isCut = true;
      await tell();
      isCut = false;
    });
  }
});
