import type { Answer } from "../../../api/http";
import { session } from "../../../api/session";
import type { TextType } from "./files";

interface Upload {
  readonly path: string;
  readonly file: Blob;
  readonly type: TextType | "application/zip";
  readonly signal: AbortSignal;
  /** A share from 0 to 1 of what has left the browser. */
  readonly onSent?: (share: number) => void;
}

/** The code of an upload that its own user stopped. */
export const CANCELLED = "CANCELLED";

/** Sends a file as it is. By XMLHttpRequest, since fetch tells nothing of what has been sent. */
export function upload<T>({ path, file, type, signal, onSent }: Upload): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (code: string, message: string) => resolve({ ok: false, error: { code, message } });
    request.open("POST", path);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", type);
    const me = session.peek();
    if (typeof me === "object") request.setRequestHeader("X-Sepakat-Csrf", me.csrf);
    request.upload.addEventListener("progress", ({ loaded, total }) => onSent?.(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => resolve(answerOf<T>(request.status, request.responseText)));
    request.addEventListener("error", () => fail("E_OFFLINE", "The server cannot be reached."));
    request.addEventListener("abort", () => fail(CANCELLED, "Cancelled."));
    signal.addEventListener("abort", () => request.abort());
    if (signal.aborted) fail(CANCELLED, "Cancelled.");
    else request.send(file);
  });
}

/** A refusal comes with an error status, or, for an op, as a code in the answer. */
export function answerOf<T>(status: number, text: string): Answer<T> {
  const body = parsed(text);
  if (status >= 200 && status < 300 && typeof body.code !== "string") return { ok: true, value: body as T };
  return {
    ok: false,
    error: {
      code: typeof body.code === "string" ? body.code : status === 413 ? "E_TOO_BIG" : "E_INTERNAL",
      message: typeof body.message === "string" ? body.message : "",
      ...(body.detail === undefined ? {} : { detail: body.detail }),
      ...(typeof body.id === "string" ? { id: body.id } : {}),
    },
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body ? { ...body } : {};
  } catch {
    return {};
  }
}
