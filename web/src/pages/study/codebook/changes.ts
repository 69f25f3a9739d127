import type { Theme } from "../../../model/entries";
import { siblingsOf } from "./tree";

export const TEXTS = ["label", "definition", "include", "exclude"] as const;
export type TextField = (typeof TEXTS)[number];
export const SETTINGS = ["parent", "colour", "key", "scope", "exclusive_group", "codable"] as const;
export type Setting = (typeof SETTINGS)[number];

/** What happened to one theme between two versions of a codebook. */
export type ThemeChange =
  | { readonly kind: "added"; readonly after: Theme }
  | { readonly kind: "removed"; readonly before: Theme }
  | {
      readonly kind: "changed";
      readonly before: Theme;
      readonly after: Theme;
      readonly texts: readonly TextField[];
      readonly settings: readonly Setting[];
      readonly isMoved: boolean;
    };

/** All that differs between two lists of living themes: in the later one's order, what is gone last. */
export function compareThemes(before: readonly Theme[], after: readonly Theme[]): readonly ThemeChange[] {
  const old = new Map(living(before).map((theme) => [theme.theme, theme]));
  const now = new Set(living(after).map((theme) => theme.theme));
  return [
    ...living(after).flatMap((theme) => {
      const was = old.get(theme.theme);
      return was ? changeOf(was, theme, before, after) : [{ kind: "added" as const, after: theme }];
    }),
    ...living(before)
      .filter((theme) => !now.has(theme.theme))
      .map((theme) => ({ kind: "removed" as const, before: theme })),
  ];
}

function changeOf(was: Theme, is: Theme, before: readonly Theme[], after: readonly Theme[]): ThemeChange[] {
  const texts = TEXTS.filter((field) => !same(was[field], is[field]));
  const settings = SETTINGS.filter((field) => !same(was[field], is[field]));
  const isMoved = was.parent === is.parent && rank(was, before, after) !== rank(is, after, before);
  return texts.length + settings.length > 0 || isMoved
    ? [{ kind: "changed", before: was, after: is, texts, settings, isMoved }]
    : [];
}

/** Place among those siblings that both versions have, so that a newcomer above does not move the others. */
function rank(theme: Theme, here: readonly Theme[], there: readonly Theme[]): number {
  const stays = new Set(there.filter((t) => !t.archived && t.parent === theme.parent).map((t) => t.theme));
  return siblingsOf(here, theme)
    .filter((sibling) => stays.has(sibling.theme))
    .findIndex((sibling) => sibling.theme === theme.theme);
}

function living(themes: readonly Theme[]): readonly Theme[] {
  return themes.filter((theme) => !theme.archived);
}

function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}
