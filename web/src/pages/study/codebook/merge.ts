import type { Theme } from "../../../model/entries";
import { SETTINGS, type Setting, TEXTS, type TextField } from "./changes";

/** The smallest piece of a theme that two people can differ on. */
export type Part =
  | { readonly field: TextField; readonly language: "id" | "en" }
  | { readonly field: Setting | "place" };

const PARTS: readonly Part[] = [
  ...TEXTS.flatMap((field) => [{ field, language: "id" } as const, { field, language: "en" } as const]),
  ...SETTINGS.map((field) => ({ field })),
  { field: "place" },
];

/** My text and the server's after both changed from the same one: what fits together, and the parts that do not. */
export interface Merge {
  readonly theme: Theme;
  readonly conflicts: readonly Part[];
}

/** Takes theirs, with every part that only I changed; parts that both changed differently are conflicts and stay theirs. */
export function merge(base: Theme, mine: Theme, theirs: Theme): Merge {
  let theme = theirs;
  const conflicts: Part[] = [];
  for (const part of PARTS) {
    if (same(base, mine, part) || same(mine, theirs, part)) continue;
    if (same(base, theirs, part)) theme = withPart(theme, mine, part);
    else conflicts.push(part);
  }
  return { theme, conflicts };
}

/** One theme with a part taken from another. */
export function withPart(theme: Theme, from: Theme, part: Part): Theme {
  if (!("language" in part)) return { ...theme, [part.field]: from[part.field] };
  const { field, language } = part;
  return { ...theme, [field]: { ...theme[field], [language]: from[field][language] } };
}

export function isSame(one: Theme, other: Theme): boolean {
  return PARTS.every((part) => same(one, other, part)) && one.archived === other.archived;
}

/** A name for a part, unique within a theme. */
export function partKey(part: Part): string {
  return "language" in part ? `${part.field}.${part.language}` : part.field;
}

function same(one: Theme, other: Theme, part: Part): boolean {
  const value = (theme: Theme) => ("language" in part ? theme[part.field][part.language] : theme[part.field]);
  return JSON.stringify(value(one)) === JSON.stringify(value(other));
}
