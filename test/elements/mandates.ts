/** A mandate for the tests of elements: whole, and the same every time. */
import type { Community } from '../../src/model/community.js';
import type { Mandate, MandateView } from '../../src/model/mandate.js';
import type { Outcome } from '../../src/model/outcome.js';

export const elected: Outcome = { kind: 'elected', candidate: 'amina', votes: 500, margin: 200 };

export const mandate: Mandate = {
  response: { kind: 'welcomed', text: 'Bienvenue à bord.', at: '2027-02-03T09:00:00Z' },
  milestones: [
    {
      id: 'atelier',
      title: 'Visite de l’atelier de Brive',
      at: '2027-02-20T09:00:00+01:00',
      promise: 'Voir où les trains sont réparés.',
      kept: { at: '2027-02-20T12:00:00+01:00', what: 'Trois rames vues, un banc promis.' },
    },
    { id: 'direction', title: 'Rendez-vous avec la direction', at: '2027-02-25T14:00:00+01:00' },
    { id: 'collection', title: 'Les nouveaux sièges', at: '2027-04-10T10:00:00+02:00', place: 'Cahors' },
    { id: 'bilan', title: 'Bilan à mi-mandat', at: '2027-05-15T18:00:00+02:00' },
  ],
  reports: [
    { id: 'r1', title: 'Ce que j’ai vu à Brive', text: 'Un.\n\nDeux.', at: '2027-02-21T09:00:00Z' },
    { id: 'r2', title: 'Premier mois', text: 'Trois.', at: '2027-02-28T09:00:00Z' },
  ],
  privileges: ['Un rendez-vous par mois avec la direction.'],
  obligations: ['Un compte rendu public par mois.'],
  handover: { text: 'La deuxième édition ouvre en septembre.', election: 'traverse-2' },
};

export const view: MandateView = { mandate, questions: { asked: 50, answered: 39 } };

/** A community that offers this mandate. */
export const offering = (answer: () => Promise<MandateView>) => async (): Promise<Community> => ({
  mandate: { ofElection: answer },
});
