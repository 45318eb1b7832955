// Talks to the server; every failure is an ApiError with a sentence to show.

const PATIENCE = 90_000;

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

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    throw new ApiError(unreachable, { retry: true });
  }
  let body;
  try {
    body = await response.json();
  } catch {
    throw new ApiError(unreachable, { retry: true });
  }
  if (!response.ok) {
    throw new ApiError(body.error || unreachable, { retry: response.status >= 500 });
  }
  return body;
}

export const get = (path) => ask(path, { headers: { Accept: "application/json" } });

export const post = (path, body) =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
