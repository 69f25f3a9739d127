import type { RecordedOp, Submission } from "../model/acts";
import type { Id, Role, StreamKind } from "../model/entries";
import type { StreamInfo } from "../model/stream";
import { anything, boolean, byWord, count, type Decoder, list, mapOf, object, oneOf, string } from "./decode";
import { recordedOp, streamInfo } from "./entries";

/** The frames of `sepakat.v1` (SPEC 2): JSON, told apart by "t". */

export type Cursors = Readonly<Record<Id, number>>;

export type ClientFrame =
  | { readonly t: "hello"; readonly v: 1; readonly client: Id; readonly csrf: string; readonly build: string }
  | { readonly t: "sub"; readonly study: Id; readonly cursors: Cursors }
  | { readonly t: "unsub"; readonly study: Id }
  | { readonly t: "ops"; readonly study: Id; readonly ops: readonly Submission[] }
  | { readonly t: "pull"; readonly study: Id; readonly stream: Id; readonly from: number; readonly to: number }
  | { readonly t: "pres"; readonly study: Id; readonly round: Id; readonly transcript: Id; readonly segment?: number }
  | { readonly t: "ping" | "pong"; readonly n: number };

export interface Present {
  readonly member: Id;
  readonly transcript: Id;
  readonly segment?: number;
}

interface Shapes {
  welcome: {
    readonly session: string;
    readonly heartbeat_ms: number;
    readonly limits: Readonly<Record<string, number>>;
  };
  streams: { readonly study: Id; readonly member: Id; readonly role: Role; readonly streams: readonly StreamInfo[] };
  snap: {
    readonly study: Id;
    readonly stream: Id;
    readonly kind: StreamKind;
    readonly seq: number;
    readonly part: number;
    readonly of: number;
    readonly data: string;
    readonly sha256: string;
  };
  evs: { readonly study: Id; readonly stream: Id; readonly list: readonly RecordedOp[] };
  live: { readonly study: Id; readonly stream: Id; readonly seq: number };
  head: { readonly study: Id; readonly stream: Id; readonly seq: number };
  ok: { readonly op_id: Id; readonly stream: Id; readonly seq: number };
  no: {
    readonly op_id?: Id;
    readonly code: string;
    readonly message: string;
    readonly retry: boolean;
    readonly after_ms?: number;
    readonly detail?: unknown;
  };
  pres: { readonly study: Id; readonly round: Id; readonly members: readonly Present[] };
  ping: { readonly n: number };
  pong: { readonly n: number };
  reset: { readonly study: Id; readonly stream?: Id; readonly reason: string };
  drain: { readonly reconnect_after_ms: number };
}

export type ServerFrame = { [T in keyof Shapes]: { readonly t: T } & Shapes[T] }[keyof Shapes];
export type Frame<T extends keyof Shapes> = Extract<ServerFrame, { t: T }>;

const place = object<Shapes["head"]>({ study: string, stream: string, seq: count });
const present = object<Present>({ member: string, transcript: string, segment: count }, "segment");
const beat = object<Shapes["ping"]>({ n: count });

const shapes: { readonly [T in keyof Shapes]: Decoder<Shapes[T]> } = {
  welcome: object<Shapes["welcome"]>({ session: string, heartbeat_ms: count, limits: mapOf(count) }),
  streams: object<Shapes["streams"]>({
    study: string,
    member: string,
    role: oneOf("lead", "coder", "observer"),
    streams: list(streamInfo),
  }),
  snap: object<Shapes["snap"]>({
    study: string,
    stream: string,
    kind: oneOf("study", "drafts", "round", "private"),
    seq: count,
    part: count,
    of: count,
    data: string,
    sha256: string,
  }),
  evs: object<Shapes["evs"]>({ study: string, stream: string, list: list(recordedOp) }),
  live: place,
  head: place,
  ok: object<Shapes["ok"]>({ op_id: string, stream: string, seq: count }),
  no: object<Shapes["no"]>(
    { op_id: string, code: string, message: string, retry: boolean, after_ms: count, detail: anything },
    "op_id",
    "after_ms",
    "detail",
  ),
  pres: object<Shapes["pres"]>({ study: string, round: string, members: list(present) }),
  ping: beat,
  pong: beat,
  reset: object<Shapes["reset"]>({ study: string, stream: string, reason: string }, "stream"),
  drain: object<Shapes["drain"]>({ reconnect_after_ms: count }),
};

const frame: Decoder<ServerFrame> = byWord(
  "t",
  Object.fromEntries(
    Object.entries(shapes).map(([t, shape]): [string, Decoder<ServerFrame>] => [
      t,
      // Word and fields belong together by the table above, which the type of a loop over it cannot tell.
      (value, path) => ({ t, ...shape(value, path) }) as ServerFrame,
    ]),
  ),
);

/** Throws on anything that is not a frame of this protocol. */
export function decodeFrame(text: string): ServerFrame {
  const value: unknown = JSON.parse(text);
  return frame(value, "frame");
}

export function encodeFrame(sent: ClientFrame): string {
  return JSON.stringify(sent);
}
