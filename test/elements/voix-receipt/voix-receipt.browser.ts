import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { VoixReceipt } from '../../../src/elements/voix-receipt/voix-receipt.js';
import { receipt as t } from '../../../src/locales/en-receipt.js';
import { receipt as fr } from '../../../src/locales/fr-receipt.js';
import type { Receipt } from '../../../src/model/ballot.js';
import { ElectionError } from '../../../src/model/errors.js';
import {
  adjusted,
  button,
  eventually,
  everywhere,
  focused,
  heard,
  only,
  seen,
  shown,
  speak,
} from '../page.js';
import { contrasts, spilt, squeezed } from '../sight.js';
import { readySnapshot } from '../snapshots.js';
import { ADDRESS, logged, pressed, receiptOf, snapshotOf, typed, type Logged } from './logged.js';

const HOUR = 'Thursday, January 21, 2027, 8:00 – 9:00 PM GMT+1';
const status = (): string =>
  document.querySelector('voix-receipt')?.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
const reason = (words: typeof t.invalidated): string => words(t.reasons.automation);

/** Gives what is copied, for as long as the page may; `undefined`: it may not. */
function clipboard(written: string[] | undefined): void {
  const value = written && { writeText: async (text: string) => void written.push(text) };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
}

describe('voix-receipt', () => {
  let own: Logged;

  before(async () => {
    own = await logged();
  });

  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  describe('the stub', () => {
    it('says the code, for whom, the hour, that it was verified, and what that proves and does not', async () => {
      const element = await receiptOf(snapshotOf(own, own.receipt));
      expect(seen(element)).to.equal(
        [
          t.receipt,
          readySnapshot().election.title,
          t.code,
          own.code,
          t.for,
          'Gilles Lavergne',
          t.at,
          HOUR,
          t.proof,
          t.proved,
          t.provedAt(22, '22'),
          t.witnesses,
          t.named(1, '1'),
          t.proves,
          t.provesThis,
          t.provesNot,
          t.notVoters,
          t.notSecret,
          t.again,
          t.copy,
          t.download,
          t.print,
          t.verifier,
          t.other,
        ].join(' '),
      );
      await expect(element).to.be.accessible();
    });

    it('is a region with a name; terms and what they stand for are a list of terms', async () => {
      const element = await receiptOf(snapshotOf(own, own.receipt));
      const spoken = await heard();
      expect(spoken.find(({ role }) => role === 'region')?.name).to.equal(t.receipt);
      expect(
        spoken.filter(({ role }) => role === 'heading').map(({ name, level }) => [level, name]),
      ).to.deep.equal([
        [3, t.receipt],
        [4, t.proves],
        [4, t.provesNot],
      ]);
      expect(everywhere(element, 'dt').map(seen)).to.deep.equal([t.for, t.at, t.proof, t.witnesses]);
      expect(spoken.filter(({ role }) => role === 'button').map(({ name }) => name)).to.deep.equal([
        t.again,
        t.copy,
        t.download,
        t.print,
        t.other,
      ]);
    });

    it('leads to the verifier that the backend carries, or to the page’s own choice', async () => {
      const element = await receiptOf(snapshotOf(own, own.receipt));
      const link = () => only<HTMLAnchorElement>(element, 'a');
      expect(link().href).to.equal(`https://votes.example/verifier/#${ADDRESS}`);
      expect(link().rel).to.equal('noopener');
      element.verifier = 'https://press.example/recount';
      await element.updateComplete;
      expect(link().href).to.equal(`https://press.example/recount#${ADDRESS}`);
      element.verifier = 'javascript:alert(1)';
      await element.updateComplete;
      expect(everywhere(element, 'a')).to.have.length(0);
    });

    it('of a changed vote names the ballot that it replaced', async () => {
      const changed: Receipt = { ...own.receipt, changed: true, replaces: 7 };
      expect(seen(await receiptOf(snapshotOf(own, changed)))).to.contain(`${t.replaces} ${t.replaced('7')}`);
    });

    it('where the election keeps no log there is a code, and nothing that is claimed to be proved', async () => {
      const { proof: _1, salt: _2, text: _3, key: _4, ...bare } = own.receipt;
      const element = await receiptOf(
        readySnapshot({ vote: { kind: 'voted', choice: bare.choice, receipt: bare } }),
      );
      expect(seen(element)).to.contain(own.code).and.to.contain(t.none);
      for (const claim of [t.proved, t.provesThis, t.again]) expect(seen(element)).not.to.contain(claim);
      await expect(element).to.be.accessible();
    });

    it('alone, with its data as a property: ids in the place of names, verified by its own words', async () => {
      const element = await shown<VoixReceipt>(html`<voix-receipt .receipt=${own.receipt}></voix-receipt>`);
      await eventually(() => seen(element).includes(t.proved), 'it is not verified');
      expect(seen(element)).to.contain(`${t.for} gilles`).and.not.to.contain(t.again);
      expect(everywhere(element, 'a')).to.have.length(0);
      await expect(element).to.be.accessible();
    });

    it('follows the language of the page', async () => {
      const element = await receiptOf(snapshotOf(own, own.receipt));
      await speak('fr');
      await eventually(() => seen(element).includes(fr.provedAt(22, '22')), 'it is not in French');
      expect(seen(element)).to.contain('jeudi 21 janvier 2027').and.not.to.contain(t.receipt);
      await speak('en');
    });
  });

  describe('that proves nothing says which check failed, and to keep it', () => {
    const forgeries: Record<keyof typeof t.faults, (receipt: Receipt, other: Receipt) => Receipt> = {
      malformed: (receipt) => ({ ...receipt, proof: receipt.proof!.slice(0, 200) }),
      ballot: (receipt, other) => ({ ...receipt, proof: other.proof! }),
      key: (receipt) => ({ ...receipt, key: receipt.key!.replace('+', 'x+') }),
      signature: (receipt) => ({ ...receipt, proof: receipt.proof!.replace(/.{12}\n$/, 'AAAAAAAAAA==\n') }),
      inclusion: (receipt) => {
        const lines = receipt.proof!.split('\n');
        lines[3] = lines[4]!;
        return { ...receipt, proof: lines.join('\n') };
      },
      choice: (receipt) => ({ ...receipt, choice: { method: 'plurality', candidate: 'amina' } }),
    };
    for (const [fault, forge] of Object.entries(forgeries) as [
      keyof typeof forgeries,
      typeof forgeries.key,
    ][])
      it(fault, async () => {
        const other = await own.log.receipt(5);
        const element = await receiptOf(snapshotOf(own, forge(own.receipt, other)));
        expect(seen(element)).to.contain(`${t.invalid} ${t.faults[fault]} ${t.keepIt}`);
        for (const claim of [t.proved, t.provesThis, t.again]) expect(seen(element)).not.to.contain(claim);
        expect(everywhere(element, 'button').map(seen)).to.include(t.download);
        await expect(element).to.be.accessible();
      });

    it('so does the answer to a vote that was not counted for that: it is shown, strictly held', async () => {
      const stranger = await logged({ seed: 7 });
      const { choice } = own.receipt;
      const error = new ElectionError('receipt-invalid', { detail: 'key', cause: stranger.receipt });
      const element = await receiptOf({ ...snapshotOf(own), vote: { kind: 'refused', choice, error } });
      expect(seen(element)).to.contain(`${t.invalid} ${t.faults.key}`).and.to.contain(stranger.code);
    });
  });

  describe('checked again', () => {
    it('the ballot still counts, and a witness has signed', async () => {
      const element = await receiptOf(snapshotOf(own, own.receipt));
      await pressed(element, t.again, t.untouched);
      expect(seen(element))
        .to.contain(`${t.stands} ${t.standsAt(22, '22')}`)
        .and.to.contain(t.witnessed(1, '1'));
      expect(status()).to.equal(t.untouched);
    });

    it('nobody else has signed', async () => {
      const alone = await logged({ cosigned: 0 });
      const element = await receiptOf(snapshotOf(alone, alone.receipt));
      await pressed(element, t.again, t.unwitnessed);
    });

    it('nobody else is to sign: that is said before, too', async () => {
      const { receipt, log } = await logged({ cosigned: 0, witnessedFromOpening: false });
      const element = await receiptOf(snapshotOf({ log: { ...log, witnesses: [] } }, receipt));
      expect(seen(element)).to.contain(t.unnamed);
      await pressed(element, t.again, t.untouched);
      expect(seen(element)).to.contain(t.unnamed).and.not.to.contain(t.unwitnessed);
    });

    it('by keyboard, and the focus stays where it was', async () => {
      const element = await receiptOf(snapshotOf(own, own.receipt));
      button(element, t.again).focus();
      await sendKeys({ press: 'Enter' });
      await eventually(() => seen(element).includes(t.untouched), 'nothing is found out');
      expect(seen(focused()!)).to.equal(t.again);
      const reached: string[] = [];
      for (let i = 0; i < 5; i++) {
        await sendKeys({ press: 'Tab' });
        reached.push(seen(focused()!));
      }
      expect(reached).to.deep.equal([t.copy, t.download, t.print, t.verifier, t.other]);
    });

    it('a later ballot took its place: the code is struck through, and it is said', async () => {
      const mine = await logged();
      mine.log.vote('me', 'amina');
      const element = await receiptOf(snapshotOf(mine, mine.receipt));
      await pressed(element, t.again, t.superseded);
      expect(getComputedStyle(only(element, '.code')).textDecorationLine).to.equal('line-through');
      expect(seen(element)).not.to.contain(t.untouched);
    });

    for (const [type, sentence] of [
      ['review', reason(t.review)],
      ['invalidation', reason(t.invalidated)],
      ['reinstatement', t.reinstated],
    ] as const)
      it(`it says so after a ${type}, with its reason`, async () => {
        const mine = await logged();
        mine.log.append({ type, ballot: mine.receipt.ballot, reason: 'automation' });
        const element = await receiptOf(snapshotOf(mine, mine.receipt));
        await pressed(element, t.again, sentence);
        expect(status()).to.equal(sentence);
      });

    it('a log that contradicts it is called that, and nothing is called verified of it', async () => {
      const forged = await logged({ seed: 9 });
      const element = await receiptOf(snapshotOf(own, own.receipt, forged.log.read));
      await pressed(element, t.again, t.contradicted);
      expect(seen(element)).not.to.contain(t.stands);
    });

    it('a log that cannot be reached says nothing of the ballot', async () => {
      const element = await receiptOf(
        snapshotOf(own, own.receipt, () => Promise.reject(new ElectionError('offline'))),
      );
      await pressed(element, t.again, t.unreachable);
      expect(seen(element)).to.contain(t.proved);
    });
  });

  describe('kept', () => {
    it('copied: the whole receipt without the pass, and it is said', async () => {
      const written: string[] = [];
      clipboard(written);
      const element = await receiptOf(snapshotOf(own, { ...own.receipt, pass: 'secret' }));
      await pressed(element, t.copy, t.copied);
      expect(JSON.parse(written[0]!)).to.deep.equal(own.receipt);
      expect(status()).to.equal(t.copied);
    });

    it('copied by hand where the page may not: the text is there, selected', async () => {
      clipboard(undefined);
      const element = await receiptOf(snapshotOf(own, own.receipt));
      await pressed(element, t.copy, t.copyByHand);
      const field = only<HTMLInputElement>(element, 'input');
      expect(JSON.parse(field.value)).to.deep.equal(own.receipt);
      expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length]);
    });

    it('downloaded: a file named after the election and the code', async () => {
      const element = await receiptOf(snapshotOf(own, own.receipt));
      const files: [string, string][] = [];
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function () {
        files.push([this.download, this.href]);
      };
      button(element, t.download).click();
      HTMLAnchorElement.prototype.click = click;
      const [[name, address] = ['', '']] = files;
      expect(name).to.equal(`traverse-${own.code}.voix-receipt.json`);
      expect(await (await fetch(address)).json()).to.deep.equal(own.receipt);
    });
  });

  describe('printed', () => {
    /** Presses print, and gives the sheet as it was when the printer was asked. */
    async function sheet(element: VoixReceipt): Promise<{ body: HTMLElement; done: () => void }> {
      const append = ShadowRoot.prototype.append;
      ShadowRoot.prototype.append = function (...nodes) {
        const [frame] = nodes;
        append.apply(this, nodes);
        if (frame instanceof HTMLIFrameElement) frame.contentWindow!.print = () => {};
      };
      button(element, t.print).click();
      await eventually(() => everywhere(element, 'iframe')[0], 'there is no frame');
      ShadowRoot.prototype.append = append;
      const frame = only<HTMLIFrameElement>(element, 'iframe');
      await eventually(() => frame.contentDocument?.querySelector('svg'), 'the sheet stays empty');
      return {
        body: frame.contentDocument!.body,
        done: () => frame.contentWindow!.dispatchEvent(new Event('afterprint')),
      };
    }

    it('a page of its own: the code, the hour, a QR code, and not for whom', async () => {
      const element = await receiptOf(snapshotOf(own, own.receipt));
      const { body, done } = await sheet(element);
      for (const words of [own.code, HOUR, t.scan, t.paperSecret, t.provesThis, t.notVoters, ADDRESS])
        expect(body.textContent).to.contain(words);
      expect(body.textContent).not.to.contain('Gilles');
      expect(body.ownerDocument.documentElement.lang).to.equal('en');
      done();
      expect(everywhere(element, 'iframe')).to.have.length(0);
    });

    it('claims nothing for a receipt that proves nothing', async () => {
      const element = await receiptOf(snapshotOf(own, { ...own.receipt, key: 'none' }));
      const { body, done } = await sheet(element);
      expect(body.textContent).not.to.contain(t.provesThis);
      done();
    });
  });

  describe('without a receipt', () => {
    it('is a form: a field with a name and a hint, to look up or to open a file', async () => {
      const element = await receiptOf(snapshotOf(own));
      expect(seen(element)).to.equal(
        [
          t.find,
          readySnapshot().election.title,
          t.paste,
          t.like('1F4-7KQ2M9'),
          t.search,
          t.open,
          t.verifier,
        ].join(' '),
      );
      const field = (await heard()).find(({ role }) => role === 'textbox');
      expect(field).to.include({ name: t.paste, description: t.like('1F4-7KQ2M9') });
      await expect(element).to.be.accessible();
    });

    it('finds a ballot by its code, by keyboard, and does not say for whom', async () => {
      const element = await receiptOf(snapshotOf(own));
      only<HTMLInputElement>(element, '#text').focus();
      await sendKeys({ type: own.code.toLowerCase() });
      await sendKeys({ press: 'Enter' });
      await eventually(() => seen(element).includes(t.foundAt(22, '22')), 'nothing is found');
      expect(seen(element))
        .to.contain(`${own.code} ${t.for} ${t.sealed} ${t.at} ${HOUR}`)
        .and.to.contain(t.untouched)
        .and.not.to.contain('Gilles');
      await eventually(() => focused()?.localName === 'h3', 'the focus is lost with the form');
      await expect(element).to.be.accessible();
    });

    it('says for whom, once results are open to all', async () => {
      const open = await logged({ isOpen: true });
      const element = await receiptOf(snapshotOf(open));
      await typed(element, open.code, `${t.for} Gilles Lavergne`);
    });

    it('shows a receipt that is pasted, and verifies it', async () => {
      const element = await receiptOf(snapshotOf(own));
      await typed(element, JSON.stringify(own.receipt, null, 2), t.proved);
      expect(seen(element)).to.contain(own.code).and.to.contain('Gilles Lavergne').and.to.contain(t.again);
    });

    it('shows what was looked for last, whenever what was before it is found', async () => {
      const waiting: (() => void)[] = [];
      const { read } = own.log;
      const slow: typeof read = async (file) => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return read(file);
      };
      const element = await receiptOf(snapshotOf(own, undefined, slow));
      await typed(element, own.code, t.asking);
      only<HTMLInputElement>(element, '#text').value = JSON.stringify(own.receipt);
      only<HTMLFormElement>(element, 'form').requestSubmit();
      await eventually(() => seen(element).includes(t.proved), 'it is not shown');
      for (let i = 0; i < 40; i++) {
        for (const go of waiting.splice(0)) go();
        await new Promise((resolve) => setTimeout(resolve));
      }
      expect(seen(element)).to.contain(t.proved).and.to.contain('Gilles Lavergne');
    });

    it('shows a receipt from a file', async () => {
      const element = await receiptOf(snapshotOf(own));
      const picker = only<HTMLInputElement>(element, '[type=file]');
      const files = new DataTransfer();
      files.items.add(new File([JSON.stringify(own.receipt)], 'traverse.voix-receipt.json'));
      picker.files = files.files;
      picker.dispatchEvent(new Event('change'));
      await eventually(() => seen(element).includes(t.proved), 'the file is not read');
    });

    const wrong: Record<string, (own: Logged) => readonly [typed: string, said: string]> = {
      'what is neither': () => ['hello', t.notUnderstood],
      nothing: () => ['', t.notUnderstood],
      'a code that nobody has': () => ['ZZ-000000', t.notThere('ZZ-000000')],
      'another election’s receipt': ({ receipt }) => [
        JSON.stringify({ ...receipt, election: 'other' }),
        t.otherElection,
      ],
    };
    for (const [what, of] of Object.entries(wrong))
      it(`says so of ${what}, at the field and to those who listen`, async () => {
        const element = await receiptOf(snapshotOf(own));
        const [text, said] = of(own);
        await typed(element, text, said);
        const field = (await heard()).find(({ role }) => role === 'textbox');
        expect(field?.description).to.contain(said);
        expect(status()).to.equal(said);
      });

    it('says so where there is no log to look in, or it is not reached', async () => {
      const without = await receiptOf(readySnapshot());
      await typed(without, own.code, t.noLog);
      const offline = () => Promise.reject(new ElectionError('offline'));
      const element = await receiptOf(snapshotOf(own, undefined, offline));
      await typed(element, own.code, t.unreachable);
    });
  });

  it('looks up another ballot, and comes back to one’s own', async () => {
    const element = await receiptOf(snapshotOf(own, own.receipt));
    await pressed(element, t.other, t.find);
    expect(focused()).to.equal(only(element, '#text'));
    const other = await own.log.receipt(5);
    await typed(element, JSON.stringify(other), 'Amina Belkacem');
    await pressed(element, t.own, 'Gilles Lavergne');
    await eventually(() => focused()?.localName === 'h3', 'the focus is lost with the button');
  });

  for (const [width, dir, lang] of [
    [320, 'ltr', 'fr'],
    [320, 'rtl', 'en'],
  ] as const)
    adjusted(
      `${width} px, ${dir}, ${lang}: nothing sticks out, no word is taken apart, all is large enough to press`,
      async () => {
        await setViewport({ width, height: 700 });
        document.documentElement.dir = dir;
        await speak(lang);
        const words = lang === 'fr' ? fr : t;
        const element = await shown<VoixReceipt>(
          html`<voix-receipt
            .snapshot=${snapshotOf(own, { ...own.receipt, changed: true, replaces: 7 })}
          ></voix-receipt>`,
        );
        await eventually(() => seen(element).includes(words.proved), 'it is not verified');
        button(element, words.again).click();
        await eventually(
          () => seen(element).includes(words.untouched.replace('\u00a0', ' ')),
          'nothing is found out',
        );
        expect([...spilt(element), ...squeezed(element)]).to.deep.equal([]);
        const small = everywhere(element, 'button, a').filter(
          (one) => one.getBoundingClientRect().height < 24,
        );
        expect(small.map(seen)).to.deep.equal([]);
        expect(getComputedStyle(only(element, '.code')).direction, 'a code is read from the left').to.equal(
          'ltr',
        );
        document.documentElement.removeAttribute('dir');
        await speak('en');
        await setViewport({ width: 800, height: 600 });
      },
    );

  it('stands out in the dark, too', async () => {
    document.documentElement.style.colorScheme = 'dark';
    document.documentElement.style.background = '#111';
    const element = await receiptOf(snapshotOf(own, own.receipt));
    await pressed(element, t.again, t.untouched);
    expect(contrasts(element).filter(([ratio]) => ratio < 4.5)).to.deep.equal([]);
    document.documentElement.removeAttribute('style');
  });
});
