/** The addresses of what follows the vote, and of the whole campaign; relative to where the backend is mounted. */
export const CAMPAIGN_ROUTES = {
  campaign: '/campaign',
  assembly: '/assembly',
  mandate: '/elections/{election}/mandate',
} as const;
