export const NEWS_ROUTES = { news: '/elections/{election}/news' } as const;
