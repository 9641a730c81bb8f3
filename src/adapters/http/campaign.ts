import type { Assembly, Campaign, CampaignOffer } from '../../model/campaign.js';
import type { MandateOffer, MandateView } from '../../model/mandate.js';
import { CAMPAIGN_ROUTES } from '../../protocol/campaign-routes.js';
import { addressOf } from '../../protocol/routes.js';
import type { Line } from './line.js';
import { readingIn } from './parse.js';

export const campaignOver = (line: Line): CampaignOffer => ({
  campaign: (options) => line.get(CAMPAIGN_ROUTES.campaign, campaignIn, options),
  assembly: (options) => line.get(CAMPAIGN_ROUTES.assembly, assemblyIn, options),
});

export const mandateOver = (line: Line): MandateOffer => ({
  ofElection: (election, options) =>
    line.get(addressOf(CAMPAIGN_ROUTES.mandate, election), mandateIn, options),
});

/** As far as a page would fail without. Texts are only ever shown as text. */
function hold<T>(value: T, parts: readonly unknown[]): T {
  if (parts.every((part) => typeof part === 'string')) return value;
  throw new TypeError();
}

function campaignIn(campaign: Campaign): Campaign {
  readingIn(campaign.clock);
  return hold(
    campaign,
    campaign.entries.flatMap(({ id, brand, calendar }) => [
      id,
      brand.name,
      calendar.voting,
      calendar.counting,
      calendar.timeZone,
    ]),
  );
}

function assemblyIn(assembly: Assembly): Assembly {
  readingIn(assembly.clock);
  return hold(
    assembly,
    assembly.seats.flatMap(({ election, brand, president, calendar, agenda }) => [
      election,
      brand.name,
      president.name,
      calendar.timeZone,
      ...agenda.flatMap(({ title, at }) => [title, at]),
    ]),
  );
}

function mandateIn(view: MandateView): MandateView {
  const { milestones = [], reports = [], privileges = [], obligations = [] } = view.mandate ?? {};
  return hold(view, [
    ...milestones.flatMap(({ id, title, at }) => [id, title, at]),
    ...reports.flatMap(({ title, text, at }) => [title, text, at]),
    ...privileges,
    ...obligations,
  ]);
}
