import type { Catalogue } from "../message";

/** The codebook and its versions. */
export const codebook = {
  definition: { id: "definisi", en: "definition" },
  include: { id: "sertakan", en: "include" },
  exclude: { id: "kecualikan", en: "exclude" },
  example: { id: "contoh", en: "example" },
  publishVersion: { id: "terbitkan versi", en: "publish version" },
} as const satisfies Catalogue;
