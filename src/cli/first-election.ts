import { basename, extname } from 'node:path';
import { slug } from '../model/slug.js';

/** Names of files that say what they are and not what they are about, and what YAML would not read as a text. */
const NO_ID = ['election', 'elections', 'true', 'false', 'null'];

/** The id of the election that is begun in this file, by its name: `maison-lavande` in `Maison Lavande.yaml`. */
export function idFor(file: string): string {
  const id = slug(basename(file, extname(file)));
  return /^[a-z]/.test(id) && !NO_ID.includes(id) ? id : 'our-president';
}

/** A first election file, with comments: the campaign has begun, and voting opens in a week. */
export function firstElection(id: string, now: Date, timeZone: string): string {
  const day = (days: number, hour: number) => instantIn(timeZone, new Date(now.getTime() + days * DAY), hour);
  return `# yaml-language-server: $schema=./node_modules/voix/dist/election.schema.json
#
# An election of your customers' president. Change what you like, then:
#   npx voix check FILE      says what is wrong, and where
#   npx voix serve FILE      serves it
# Your editor completes the keys of this file where it finds the schema named above
# (npx voix check --schema > election.schema.json writes it anywhere).

id: ${id.padEnd(33)} # in addresses, and on the page: <voix-election election="${id}">
lang: en                              # en, fr, en-GB…
title: Who will be our customers' president?

brand:
  id: our-brand
  name: Our Brand
  story: What you do, in one line.
  colour: "#1f6f5c"                   # the quotes are needed: in this file # starts a comment
  # logo:
  #   src: https://brand.example/logo.svg
  #   alt: A sparrow on a wire
  # url: https://brand.example
  # welcome: What you say to the president on the day of the proclamation.

# The page on which your election stands: links to a candidate lead there.
# page: https://brand.example/vote

# When each phase begins: day, hour, and the offset from UTC that is in force that day.
# Only voting, counting and timeZone are needed; what you leave out is passed over.
calendar:
  # candidacy: when customers may stand, on your page or in <voix-candidacy>; before \`campaign\`
  campaign: ${day(-7, 0)}
  voting: ${day(7, 8)}     # opens; from here on rules and candidates are fixed
  counting: ${day(37, 20)}   # the close; to try voting out, set \`voting\` to yesterday
  # proclaimed: when the outcome is shown; at the close, where it is left out
  # mandate, ended: the president's term
  timeZone: ${timeZone}

# All of these may be left out; what is written here is what holds then.
rules:
  method:
    kind: plurality                   # one candidate a ballot; approval: several, at most \`max\`
  visibility: until-voted             # always · until-voted · until-close
  revote: true                        # a voter may change the ballot until the close
  confirm: true                       # the voter is shown the ballot and asked
  quorum: 0                           # the least number of ballots for anyone to be elected
  identity: device                    # one ballot a device

# The sites whose pages may show the election. "*" is every site: good to begin with.
origins:
  - "*"

# Who co-sign the log, so that nobody can be shown another one than everybody else: someone you are not.
# witnesses:
#   - key: witness.example/w1+1a2b3c4d+B…     # \`npx voix witness\` prints it
#     url: https://witness.example

candidates:
  - id: amina                         # in every ballot: do not change it once voting has opened
    name: Amina Example
    town: Lyon
    slogan: A voice for those who wait in line.
    manifesto: |
      Who I am, and what I want to change.

      A blank line starts a new paragraph.
    # photo:
    #   src: https://brand.example/amina.webp
    #   alt: Amina, in front of the shop
  - id: bruno
    name: Bruno Example
    slogan: Fewer e-mails, more answers.
`;
}

const DAY = 86_400_000;

/** An hour of the day that it is, at this instant, in a zone: ISO 8601 with that day's offset. */
function instantIn(timeZone: string, at: Date, hour: number): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZoneName: 'longOffset',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const offset = (parts['timeZoneName'] ?? '').replace('GMT', '') || '+00:00';
  return `${parts['year']}-${parts['month']}-${parts['day']}T${String(hour).padStart(2, '0')}:00:00${offset}`;
}
