import type { Catalogue } from "../message";

/** Transcripts and their import. */
export const transcripts = {
  pseudonymise: { id: "samarkan nama", en: "pseudonymise" },
  import: { id: "impor", en: "import" },
  export: { id: "ekspor", en: "export" },
} as const satisfies Catalogue;
