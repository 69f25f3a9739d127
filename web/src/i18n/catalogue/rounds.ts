import type { Catalogue } from "../message";

/** Rounds and their phases. */
export const rounds = {
  draft: { id: "rancangan", en: "draft" },
  coding: { id: "pengodean", en: "coding" },
  closed: { id: "ditutup", en: "closed" },
  revealed: { id: "dibuka", en: "revealed" },
  consensus: { id: "konsensus", en: "consensus" },
  final: { id: "final", en: "final" },
  revealResults: { id: "Buka hasil", en: "Reveal results" },
  revealForGood: { id: "Hasil yang sudah dibuka tidak dapat ditutup lagi.", en: "Reveal cannot be undone." },
} as const satisfies Catalogue;
