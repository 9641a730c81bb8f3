/** What is around the vote, each in its states: drawn by the real elements over a backend in memory. */
import type { Candidate, Election, MandateView, Phase, Photo } from 'voix';
import { memoryAdapter, type MemoryAdapter } from 'voix/adapters/memory';

/** In the order in which the studio offers them. */
export const AROUND = {
  standing: 'Se présenter',
  pending: 'Candidature envoyée',
  returned: 'Candidature renvoyée',
  approved: 'Candidature approuvée',
  withdrawn: 'Candidature retirée',
  questions: 'Questions, avec réponses',
  unasked: 'Aucune question',
  ideas: 'Idées',
  news: 'Nouvelles de campagne',
  sharing: 'Partager une candidature',
  reporting: 'Signaler une candidature',
  wall: 'Toutes les élections',
  proclaimed: 'Présidence, au premier jour',
  president: 'Présidence accueillie',
  silent: 'Présidence sans réponse',
  ended: 'Mandat achevé',
  assembly: 'L’assemblée',
  rules: 'Le règlement',
} as const;
export type AroundScene = keyof typeof AROUND;

/** The phase in which each is seen, and the element that draws it. */
const SEEN: Readonly<Record<AroundScene, readonly [phase: Phase, tag: string]>> = {
  standing: ['candidacy', 'voix-candidacy'],
  pending: ['candidacy', 'voix-candidacy'],
  returned: ['candidacy', 'voix-candidacy'],
  approved: ['candidacy', 'voix-candidacy'],
  withdrawn: ['candidacy', 'voix-candidacy'],
  questions: ['campaign', 'voix-questions'],
  unasked: ['campaign', 'voix-questions'],
  ideas: ['campaign', 'voix-questions'],
  news: ['campaign', 'voix-news'],
  sharing: ['campaign', 'voix-share'],
  reporting: ['campaign', 'voix-report'],
  wall: ['voting', 'voix-campaign'],
  proclaimed: ['proclaimed', 'voix-president'],
  president: ['mandate', 'voix-president'],
  silent: ['mandate', 'voix-president'],
  ended: ['ended', 'voix-president'],
  assembly: ['mandate', 'voix-assembly'],
  rules: ['campaign', 'voix-rules'],
};

export const isAround = (scene: string): scene is AroundScene => Object.hasOwn(AROUND, scene);

const HOUR = 3_600_000;
const VISITOR = 'visitor';
const key = (): string => crypto.randomUUID();

/** A backend of this election in the state of a scene, its clock standing still. */
export async function backendOf(scene: AroundScene, election: Election): Promise<MemoryAdapter> {
  const backend = memoryAdapter([election], { voter: VISITOR });
  const at = (phase: Phase): void => {
    const start = Date.parse(election.calendar[phase] ?? election.calendar.counting);
    backend.setClock({ now: () => start + 30 * HOUR, rate: 0 });
  };
  const [first] = election.candidates;
  if (first) {
    at('candidacy');
    await stand(backend, scene, election, first);
    at('campaign');
    if (scene !== 'unasked') await speak(backend, election, first);
    at('voting');
    await vote(backend, election);
    at('mandate');
    if (scene === 'president' || scene === 'ended')
      (await backend.desk()).keepMandate(election.id, mandateOf(election, scene === 'ended'));
  }
  at(SEEN[scene][0]);
  return backend;
}

async function stand(
  backend: MemoryAdapter,
  scene: AroundScene,
  { id }: Election,
  { photo, video: _, ...words }: Candidate,
): Promise<void> {
  if (SEEN[scene][1] !== 'voix-candidacy' || scene === 'standing') return;
  const offer = (await backend.community?.())?.candidacies;
  const { name, town = '', slogan = '', manifesto = '' } = words;
  const picture = photo && (await photographed(photo));
  const sent = picture && (await offer?.photo?.(id, picture));
  const profile = {
    name,
    town,
    slogan,
    manifesto,
    ...(sent && { photo: { ...sent, alt: photo?.alt ?? '' } }),
  };
  await offer?.submit(id, { profile, consents: { age: true, rules: true, image: true } }, key());
  const desk = await backend.desk();
  if (scene === 'approved') desk.approve(id, VISITOR);
  if (scene === 'returned')
    desk.sendBack(id, VISITOR, 'Votre portrait est très sombre. En auriez-vous un autre, pris dehors ?');
  if (scene === 'withdrawn') await offer?.withdraw(id, 1);
}

/** A drawn portrait, as somebody would have it on their phone; none where there is no page. */
async function photographed({ src }: Photo): Promise<Blob | undefined> {
  if (typeof document === 'undefined') return undefined;
  const image = Object.assign(new Image(), { src });
  await image.decode();
  const canvas = new OffscreenCanvas(640, 800);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg' });
}

const ASKED = [
  ['Ouvrirez-vous le samedi matin à ceux qui travaillent la semaine ?', 'Odile', 24],
  ['Qui vous a donné envie de vous présenter ?', '', 9],
  ['Combien de réclamations restent sans réponse au bout d’un mois ?', 'Samir', 3],
] as const;

async function speak(backend: MemoryAdapter, { id }: Election, candidate: Candidate): Promise<void> {
  const own = await backend.as(candidate.id).community?.();
  for (const [i, [text, name, supports]] of ASKED.entries()) {
    const kind = 'question' as const;
    const asked = { kind, text, name, candidate: i === 1 ? candidate.id : null };
    const question = await (await backend.as(`asks ${i}`).community?.())?.questions?.ask(id, asked, key());
    if (!question) return;
    for (let n = 1; n < supports; n++)
      await (await backend.as(`supports ${n}`).community?.())?.questions?.support(id, question.id, true);
    if (i === 0)
      (await backend.desk()).answer(id, question.id, 'À l’essai dès ce printemps, dans trois lieux.');
    if (i === 1)
      await own?.questions?.answer(id, question.id, 'Une file d’attente, un mardi, et personne au bout.');
  }
  const idea = { text: 'Un carnet ouvert, où l’on écrit ce qui manque.', name: 'Paul', candidate: null };
  await (await backend.as('asks 1').community?.())?.questions?.ask(id, { ...idea, kind: 'idea' }, key());
  await own?.news?.write(id, 'Première rencontre ce matin : quarante personnes, une seule table.', key());
  await own?.news?.write(id, 'On m’a parlé des horaires avant de me dire bonjour. Il y a un sujet.', key());
}

async function vote(backend: MemoryAdapter, { id, rules, candidates }: Election): Promise<void> {
  for (const [i, candidate] of candidates.entries())
    for (let n = 0; n < 12 - i; n++) {
      const choice =
        rules.method.kind === 'plurality'
          ? ({ method: 'plurality', candidate: candidate.id } as const)
          : ({ method: 'approval', candidates: [candidate.id] } as const);
      await backend.as(`voter ${i} ${n}`).cast({ election: id, choice, key: key() });
    }
}

function mandateOf({ calendar }: Election, isOver: boolean): NonNullable<MandateView['mandate']> {
  const begins = Date.parse(calendar.mandate ?? calendar.counting);
  const day = (days: number): string => new Date(begins + days * 24 * HOUR).toISOString();
  return {
    response: { kind: 'welcomed', text: 'Entrez, la porte est ouverte.', at: day(-8) },
    privileges: ['Un rendez-vous par mois avec la direction.'],
    obligations: ['Un compte rendu public par mois.'],
    milestones: [
      {
        id: 'accueil',
        title: 'Premier rendez-vous',
        at: day(0.5),
        promise: 'Poser la question des horaires.',
        kept: { at: day(1), what: 'Trois lieux ouvrent le samedi, à l’essai.' },
      },
      {
        id: 'visite',
        title: 'Visite des ateliers',
        at: day(20),
        place: 'Sur place',
        ...(isOver && {
          kept: { at: day(20), what: 'Une journée, et quatre questions posées aux équipes.' },
        }),
      },
    ],
    reports: [{ id: 'un', title: 'Premier jour', text: 'On m’a tendu un badge, puis un café.', at: day(1) }],
    ...(isOver && { handover: { text: 'Je laisse un carnet, et la liste de ce qui reste à demander.' } }),
  };
}

/** The scene: its element inside a provider of its backend. */
export async function drawnAround(scene: AroundScene, election: Election): Promise<HTMLElement> {
  const provider = document.createElement('voix-provider');
  provider.adapter = await backendOf(scene, election);
  provider.election = election.id;
  const part = document.createElement(SEEN[scene][1]);
  if (scene === 'ideas') part.setAttribute('kind', 'idea');
  if (scene === 'sharing' || scene === 'reporting')
    part.setAttribute('candidate', election.candidates[0]?.id ?? '');
  provider.append(part);
  return provider;
}
