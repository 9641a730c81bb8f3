/** Milliseconds until a picture must have got through: a slow line carries a large one in this time. */
const PATIENCE = 300_000;

/**
 * Posts a file to the desk's own origin and tells how far it is: `fetch` cannot.
 * @param heard the part that has left, 0 to 1
 * @returns the answer; rejects where none comes, and once `signal` is aborted
 */
export const sendPicture = (
  url: string,
  file: Blob,
  heard: (part: number) => void,
  signal: AbortSignal,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.timeout = PATIENCE;
    request.responseType = 'text';
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => heard(total ? loaded / total : 0));
    request.addEventListener('load', () =>
      resolve(new Response(request.responseText, { status: request.status })),
    );
    for (const end of ['error', 'abort', 'timeout'])
      request.addEventListener(end, () => reject(new TypeError(`The picture did not get through: ${end}.`)));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) return reject(new TypeError('The picture was not sent.'));
    request.send(file);
  });
