import { vi } from "vitest";

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Headers;
}

/** An answer: a status and a body, with headers if need be. */
export type Reply = readonly [status: number, body: unknown, headers?: Record<string, string>];

/** Stands in for the server at fetch(): answers by "METHOD path", and keeps what was asked. Everything else is 404. */
export function serve(replies: Readonly<Record<string, Reply | undefined>>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const method = init.method ?? "GET";
    const body = typeof init.body === "string" ? JSON.parse(init.body) : init.body;
    calls.push({ method, path, body, headers: new Headers(init.headers) });
    const [status, answer, headers] = replies[`${method} ${path}`] ?? [404, { code: "E_NOT_FOUND", message: "absent" }];
    return new Response(status === 304 ? null : JSON.stringify(answer), { status, headers: headers ?? {} });
  });
  return calls;
}
