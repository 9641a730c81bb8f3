/** Who may sign in, and what they may do. Owners say. */
import { addPersonSchema, changePersonSchema, removePersonSchema } from '../../protocol/admin/people.js';
import { randomId } from '../random-id.js';
import { acts, shows, type Desk } from './reading.js';
import { personAnswer } from './sign-in.js';

const peopleOf = async ({ topics }: Desk) => ({ people: (await topics.people.all()).map(personAnswer) });

export const showPeople = shows('owner', peopleOf);

export const addPerson = acts('owner', addPersonSchema, async (desk, asked) => {
  await desk.topics.people.add({ id: randomId(), ...asked }, desk.by, desk.at);
  return peopleOf(desk);
});

export const changePerson = acts('owner', changePersonSchema, async (desk, asked) => {
  await desk.topics.people.change(asked, desk.by, desk.at);
  return peopleOf(desk);
});

export const removePerson = acts('owner', removePersonSchema, async (desk, asked) => {
  await desk.topics.people.remove(asked, desk.by, desk.at);
  return peopleOf(desk);
});
