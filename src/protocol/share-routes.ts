/** The addresses of a candidate's shared link, relative to where the backend is mounted. */
export const SHARE_ROUTES = {
  page: '/elections/{election}/candidates/{candidate}',
  /** `{version}` changes with what the picture shows. */
  picture: '/elections/{election}/candidates/{candidate}/picture/{version}',
} as const;
