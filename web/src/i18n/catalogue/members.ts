import type { Catalogue } from "../message";

/** The members of a study. */
export const members = {
  invite: { id: "undang", en: "invite" },
} as const satisfies Catalogue;
