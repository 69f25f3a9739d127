import { session } from "./session";

/** A refusal or a failure, as a value. `message` is the server's, in English, for logs; people read ui/Notice's words. */
export interface ApiError {
  readonly code: string;
  readonly message: string;
  readonly detail?: unknown;
  /** Names this one failure in the server's log. */
  readonly id?: string;
  /** Seconds after which another try makes sense. */
  readonly waitSeconds?: number;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly tag?: string }
  | { readonly ok: false; readonly error: ApiError };

/** A value that the server named. */
export interface Tagged<T> {
  readonly value: T;
  readonly tag: string;
}

/** How something is asked for. */
export interface Asking<T = unknown> {
  /** The page keeps itself up to date and nobody asked by hand, which does not keep the session from running out. */
  readonly isAutomatic?: boolean;
  /** What is here already: the server sends it again only when it has changed. */
  readonly held?: Tagged<T> | undefined;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Calls to our own server. A body is sent as JSON, save a Blob, which goes as it is: an upload. */
export const api = {
  get: <T>(path: string, asking?: Asking<T>) => call<T>("GET", path, undefined, asking),
  post: <T>(path: string, body?: unknown) => call<T>("POST", path, body),
  put: <T>(path: string, body?: unknown) => call<T>("PUT", path, body),
  patch: <T>(path: string, body?: unknown) => call<T>("PATCH", path, body),
  delete: <T>(path: string) => call<T>("DELETE", path),
};

async function call<T>(method: Method, path: string, body?: unknown, asking: Asking<T> = {}): Promise<Answer<T>> {
  const me = session.peek();
  let response: Response;
  try {
    const sent = sending(body, me, asking);
    response = await fetch(path, { method, credentials: "same-origin", redirect: "error", ...sent });
  } catch (reason) {
    return { ok: false, error: { code: "E_OFFLINE", message: String(reason) } };
  }
  if (response.status === 304 && asking.held) return { ok: true, ...asking.held };
  const answer: unknown = await response.json().catch(() => undefined);
  const tag = response.headers.get("etag");
  // The shape is the contract's; both ends are built from one repository.
  if (response.ok) return { ok: true, value: answer as T, ...(tag === null ? {} : { tag }) };
  // Only what was asked as this very session can tell its end: a sign-in may have come in between.
  if (response.status === 401 && typeof me === "object" && session.peek() === me) session.value = "ended";
  return { ok: false, error: errorOf(response, answer) };
}

function sending(body: unknown, me: typeof session.value, { isAutomatic, held }: Asking): RequestInit {
  const headers = new Headers({ accept: "application/json" });
  if (isAutomatic) headers.set("X-Sepakat-Automatic", "1");
  if (held) headers.set("if-none-match", held.tag);
  if (typeof me === "object") headers.set("X-Sepakat-Csrf", me.csrf);
  if (body === undefined) return { headers };
  if (body instanceof Blob) return { headers, body };
  headers.set("content-type", "application/json");
  return { headers, body: JSON.stringify(body) };
}

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: "E_BAD",
  401: "E_AUTH",
  403: "E_READONLY",
  404: "E_NOT_FOUND",
  409: "E_CONFLICT",
  413: "E_TOO_BIG",
  429: "E_RATE",
  503: "E_BUSY",
};

function errorOf(response: Response, answer: unknown): ApiError {
  const body: Readonly<Record<string, unknown>> = typeof answer === "object" && answer ? { ...answer } : {};
  const wait = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    code: typeof body.code === "string" ? body.code : (CODE_OF_STATUS[response.status] ?? "E_INTERNAL"),
    message: typeof body.message === "string" ? body.message : response.statusText,
    ...(body.detail === undefined ? {} : { detail: body.detail }),
    ...(typeof body.id === "string" ? { id: body.id } : {}),
    ...(Number.isFinite(wait) ? { waitSeconds: wait } : {}),
  };
}
