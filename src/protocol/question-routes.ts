/** The addresses of questions and of news, relative to where the backend is mounted. Apart from the schemas: pages need these. */
export const QUESTION_ROUTES = {
  questions: '/elections/{election}/questions',
  ask: '/elections/{election}/questions/ask',
  support: '/elections/{election}/questions/{question}/support',
  report: '/elections/{election}/questions/{question}/report',
  answer: '/elections/{election}/questions/{question}/answer',
} as const;

export const NEWS_ROUTES = {
  news: '/elections/{election}/news',
  write: '/elections/{election}/news/write',
} as const;
