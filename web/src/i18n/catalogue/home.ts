import type { Catalogue } from "../message";

/** Home of a study: what is next for me. */
export const home = {
  nextForYou: { id: "Berikutnya untuk Anda", en: "Next for you" },
} as const satisfies Catalogue;
