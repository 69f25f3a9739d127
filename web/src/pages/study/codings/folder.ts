import type { ApiError } from "../../../api/http";
import { zip } from "./zip";

/** What an import would bring; nothing is stored by it. */
export interface ImportPreview {
  readonly transcripts: readonly { readonly name: string; readonly known: boolean; readonly segments: number }[];
  readonly coders: readonly { readonly name: string; readonly known: boolean; readonly member: string }[];
  readonly themes: readonly { readonly name: string; readonly known: boolean }[];
  readonly differences: readonly Difference[];
  readonly codings: number;
  readonly reviews: number;
  readonly publishes: boolean;
  readonly left_out: {
    readonly files: readonly string[];
    readonly units_one_coder: number;
    readonly units_nobody: number;
    readonly codings_out_of_scope: number;
  };
}

/** In what a theme of the files is not the one that is here, which holds. Empty: everyone, nothing above, no group. */
export interface Difference {
  readonly theme: string;
  readonly what: "scope" | "parent" | "group" | "definition";
  readonly files: readonly string[];
  readonly here: readonly string[];
}

/** One thing wrong with a file; line and column count from 1, 0 means the whole. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly message: string;
}

export interface Faults {
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
}

/** A folder that somebody chose: what it or its ZIP file is called, what goes to the server, and the files that stay. */
export interface Chosen {
  readonly as: "folder" | "zip";
  readonly name: string;
  readonly body: Blob;
  readonly unsent: readonly string[];
}

const TAKEN = /^(codebook|codings|coverage)\.csv$|^transcripts\/[^/]+\.(txt|vtt)$/;

/** Packs what an import reads of a folder. A path begins with the folder's own name. */
export async function packed(files: readonly File[]): Promise<Chosen> {
  const inside = files.map((file) => ({ file, path: file.webkitRelativePath.split("/").slice(1).join("/") }));
  const taken = inside.filter(({ path }) => TAKEN.test(path));
  const parts = await Promise.all(
    taken.map(async ({ file, path }) => ({ path, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  return {
    as: "folder",
    name: files[0]?.webkitRelativePath.split("/")[0] ?? "",
    body: zip(parts),
    unsent: inside.filter(({ path }) => !TAKEN.test(path) && !/(^|\/)\./.test(path)).map(({ path }) => path),
  };
}

/** A ZIP file goes as it is. */
export function zipped(file: File): Chosen {
  return { as: "zip", name: file.name, body: file, unsent: [] };
}

/** What a round is called unless somebody says otherwise. */
export function roundName({ name }: Chosen): string {
  return name.replace(/\.zip$/i, "");
}

/** The faults that a refusal tells of, if it is about the folder. */
export function faultsIn({ detail }: ApiError): Faults | undefined {
  if (typeof detail !== "object" || !detail || !("faults" in detail && "counts" in detail)) return undefined;
  // The shape is the contract's.
  return detail as Faults;
}

/** Where a fault lies, as editors write it. */
export function placeOf({ file, line, column }: Fault): string {
  return [file, line || undefined, line && column ? column : undefined].filter((part) => part !== undefined).join(":");
}
