// Talks to the server; every failure is an ApiError with a sentence to show.

const PATIENCE = 90_000;
const SOMEBODY_ELSE = 409;

export class ApiError extends Error {
  constructor(message, { retry = false } = {}) {
    super(message);
    this.retry = retry;
  }
}

let unreachable = "";
export function sayWhenUnreachable(text) {
  unreachable = text;
}

// Every request says whom this page shows; when another tab has become somebody else meanwhile,
// nothing is done, and `changed` is called.
let person = null;
let changed = () => {};
export function speakFor(key, whenChanged) {
  person = key;
  changed = whenChanged;
}

async function ask(path, { headers = {}, ...options } = {}) {
  const known = { Accept: "application/json", ...(person ? { "Guildmate-Person": person } : {}) };
  let response;
  try {
    response = await fetch(path, {
      ...options,
      headers: { ...known, ...headers },
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new ApiError(unreachable, { retry: true });
  }
  let body;
  try {
    body = await response.json();
  } catch {
    throw new ApiError(unreachable, { retry: true });
  }
  if (response.status === SOMEBODY_ELSE) {
    setTimeout(changed);
    throw new ApiError(body.error, { retry: true });
  }
  if (!response.ok) {
    throw new ApiError(body.error || unreachable, { retry: response.status >= 500 });
  }
  return body;
}

export const get = (path) => ask(path);

// Sends a file as it is, and no more of it than shows that it is too large.
const LARGEST = 10 * 2 ** 20;
export const upload = (file) =>
  ask(`/api/files?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file.slice(0, LARGEST + 1),
  });

export const post = (path, body) =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
