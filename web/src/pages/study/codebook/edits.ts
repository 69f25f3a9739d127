import { signal } from "@preact/signals";
import type { Draft, Id, Theme } from "../../../model/entries";
import { isSame } from "./merge";

/** A theme that I am changing: what it was when I began, and what I have written. A new one began from nothing. */
export interface Edit {
  readonly base: Theme | undefined;
  readonly theme: Theme;
}

/** What I wrote and have not saved, by theme, for as long as this page is open: leaving a theme loses nothing. */
export const edits = signal<ReadonlyMap<Id, Edit>>(new Map());

export function edit(theme: Theme, draft: Draft | undefined): void {
  const base = edits.peek().has(theme.theme) ? edits.peek().get(theme.theme)?.base : draft && entryOf(draft);
  if (base && isSame(base, theme)) drop(theme.theme);
  else edits.value = new Map(edits.peek()).set(theme.theme, { base, theme });
}

export function drop(theme: Id): void {
  const fewer = new Map(edits.peek());
  fewer.delete(theme);
  edits.value = fewer;
}

/** The entry as an act carries it: the revision goes beside it. */
export function entryOf({ rev: _, ...theme }: Draft): Theme {
  return theme;
}

export function newTheme(theme: Id, parent: Id | null, place: number, colour: number): Theme {
  const none = { id: "", en: "" };
  return {
    theme,
    parent,
    label: none,
    definition: none,
    include: none,
    exclude: none,
    colour,
    key: null,
    scope: { roles: [], speakers: [] },
    exclusive_group: null,
    codable: true,
    place,
    archived: false,
  };
}
