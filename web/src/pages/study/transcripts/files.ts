import type { ApiError } from "../../../api/http";
import { newId } from "../../../live/ids";
import type { Id, Segment, SpeakerRole } from "../../../model/entries";

export const KINDS = ["interview", "observation", "focus_group"] as const;
export type TranscriptKind = (typeof KINDS)[number];

/** How the server would read a file; nothing is stored by it. Offsets are UTF-16 code units of the text it would keep. */
export interface Preview {
  readonly text_length: number;
  readonly segments: readonly Segment[];
  readonly speakers: readonly { readonly label: string; readonly turns: number; readonly characters: number }[];
  readonly median_words: number;
  readonly longest_words: number;
  readonly format: "turns" | "paragraphs" | "webvtt";
  readonly warnings: readonly string[];
}

export type FileState =
  | { readonly at: "reading" }
  | { readonly at: "unreadable"; readonly error: ApiError }
  | { readonly at: "ready"; readonly preview: Preview; readonly text: string | undefined }
  | { readonly at: "waiting"; readonly preview: Preview; readonly text: string | undefined }
  | { readonly at: "cancelled"; readonly preview: Preview; readonly text: string | undefined }
  | { readonly at: "sending"; readonly preview: Preview; readonly text: string | undefined; readonly sent: number }
  | { readonly at: "failed"; readonly preview: Preview; readonly text: string | undefined; readonly error: ApiError }
  | { readonly at: "stored" };

/** A chosen file on its way to being a transcript. The ids are made once, so that a second try stores nothing twice. */
export interface ImportFile {
  readonly id: Id;
  readonly opId: Id;
  readonly file: File;
  readonly name: string;
  readonly kind: TranscriptKind;
  readonly state: FileState;
}

/** The server takes no larger body. */
export const MOST_BYTES = 50 * 1024 * 1024;

export type TextType = "text/plain" | "text/vtt";

/** By the name alone: browsers disagree about the types of subtitles. Undefined if it is neither. */
export function typeOf(fileName: string): TextType | undefined {
  if (/\.vtt$/i.test(fileName)) return "text/vtt";
  return /\.(txt|text)$/i.test(fileName) ? "text/plain" : undefined;
}

export function newFile(file: File): ImportFile {
  const kind = /\b(obs|observasi|observation)\b/i.test(file.name.replaceAll("_", " ")) ? "observation" : "interview";
  return {
    id: newId(),
    opId: newId(),
    file,
    name: file.name.replace(/\.[^.]+$/, "").slice(0, 200),
    kind,
    state: { at: "reading" },
  };
}

/** A first guess from the label, in both languages; people check it. */
export function guessRole(label: string): SpeakerRole {
  return /^(ps\b|ps-|i\d*$|int|interviewer|pewawancara|peneliti|researcher|moderator|fasilitator|facilitator|therapist|konselor|counsel)/i.test(
    label.trim(),
  )
    ? "interviewer"
    : "participant";
}

/** What the server keeps of a plain text: UTF-8, no byte order mark, line feeds. Undefined where it reads the file in another way. */
export function textAsKept(bytes: ArrayBuffer, preview: Preview): string | undefined {
  const text = new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
  return preview.format !== "webvtt" && text.length === preview.text_length ? text : undefined;
}

/** Base64url of the UTF-8 JSON of label to role, as the address of an import wants it. */
export function encodeRoles(roles: Readonly<Record<string, SpeakerRole>>): string {
  const bytes = new TextEncoder().encode(JSON.stringify(roles));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
