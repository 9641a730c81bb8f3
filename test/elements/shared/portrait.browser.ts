import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { portrait } from '../../../src/elements/shared/portrait.js';
import type { Candidate, Photo } from '../../../src/model/election.js';
import { eventually } from '../page.js';

const photo: Photo = { src: new URL('/nowhere.jpg', location.href).href, focus: [30, 20] };
const amina: Candidate = { id: 'amina', name: 'Amina', photo };

describe('a portrait', () => {
  /** A page that lets no style in but by code. */
  async function strictPage(): Promise<Document> {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="style-src 'none'; img-src 'none'">`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    return frame.contentDocument as Document;
  }

  it('keeps the point that its photo asks for under the strictest policy, which has nothing to report of it', async () => {
    const page = await strictPage();
    const blocked: string[] = [];
    page.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      blocked.push(violatedDirective),
    );
    render(portrait(amina), page.body, { creationScope: page });
    const image = page.querySelector('img') as HTMLImageElement;
    expect(page.defaultView?.getComputedStyle(image).objectPosition).to.equal('30% 20%');
    // That the policy is there: what an attribute says is blocked, and reported.
    image.setAttribute('style', 'object-position: 1% 1%');
    await new Promise((resolve) => setTimeout(resolve));
    expect(page.defaultView?.getComputedStyle(image).objectPosition).not.to.equal('1% 1%');
    expect(blocked.filter((directive) => directive.startsWith('style'))).to.deep.equal(['style-src-attr']);
  });

  it('stands in the middle where a backend says nonsense of the point', () => {
    const nonsense = { ...photo, focus: 'left' as unknown as readonly [number, number] };
    render(portrait({ ...amina, photo: nonsense }), document.body);
    const image = document.querySelector('img.portrait') as HTMLImageElement;
    expect(getComputedStyle(image).objectPosition).to.equal('50% 50%');
  });

  it('is drawn of what the page itself holds, and of no disguise', async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 5 });
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    const src = URL.createObjectURL(drawn as Blob);
    render(portrait({ ...amina, photo: { src } }), document.body);
    const image = document.querySelector('img.portrait') as HTMLImageElement;
    image.loading = 'eager';
    await eventually(() => image.naturalHeight === 5, 'it is not drawn');
    for (const trick of [
      'blob:javascript:alert(1)',
      'javascript:blob:alert(1)',
      'blob:data:image/png,',
      'blob:blob:x:',
    ]) {
      render(portrait({ ...amina, photo: { src: trick } }), document.body);
      expect(document.querySelector('img.portrait'), trick).to.equal(null);
    }
  });
});
