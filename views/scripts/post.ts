/** Longer than the slowest answer: what has not moved since is a line that is dead and does not say so. */
const SILENT_MS = 45_000;

export interface Answer {
  status: number;
  /** Where to go on, when the server said so; else a page is shown. */
  to: string | null;
  html: string;
}

/** Nothing came back: the form may have arrived or not. */
export class LineIsDown extends Error {}

/** Between us and the server somebody answered for it. */
const NOT_OURS = [502, 503, 504];

/** Sends a form. XMLHttpRequest, because only it tells how much of a photo has gone. */
export function post(
  address: string,
  body: FormData | URLSearchParams,
  onSent: (part: number) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silent = 0;
    const listen = () => {
      clearTimeout(silent);
      silent = window.setTimeout(() => request.abort(), SILENT_MS);
    };
    const fail = () => {
      clearTimeout(silent);
      reject(new LineIsDown());
    };
    request.open('POST', address);
    request.setRequestHeader('x-sent-by', 'script');
    request.upload.onprogress = ({ loaded, total }) => {
      listen();
      if (total > 0) onSent(loaded / total);
    };
    request.onprogress = listen;
    request.onerror = fail;
    request.onabort = fail;
    request.onload = () => {
      clearTimeout(silent);
      if (NOT_OURS.includes(request.status)) fail();
      else resolve(read(request));
    };
    listen();
    request.send(body);
  });
}

function read(request: XMLHttpRequest): Answer {
  const isJson = request.getResponseHeader('content-type')?.startsWith('application/json');
  const to = isJson ? (JSON.parse(request.responseText) as { to: string }).to : null;
  return { status: request.status, to, html: request.responseText };
}
