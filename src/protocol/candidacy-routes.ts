/** The addresses of candidacies and their photos, relative to where the backend is mounted. */
export const CANDIDACY_ROUTES = {
  submit: '/elections/{election}/candidacies',
  own: '/elections/{election}/candidacy',
  withdraw: '/elections/{election}/candidacy/withdrawal',
  report: '/elections/{election}/candidates/{candidate}/report',
  photos: '/elections/{election}/photos',
  beginVideo: '/elections/{election}/videos',
  video: '/elections/{election}/videos/{video}',
  captions: '/elections/{election}/captions',
  media: '/media/{file}',
} as const;
