import type { Catalogue } from "../message";

/** The coding workspace and the state of saving. */
export const coding = {
  allSaved: { id: "Semua tersimpan", en: "All saved" },
  sending: { id: "Mengirim {n}", en: "Sending {n}" },
  notSaved: {
    id: "{n} tindakan belum tersimpan, biarkan halaman ini terbuka",
    en: {
      one: "Not saved yet: {n} act, keep this page open",
      other: "Not saved yet: {n} acts, keep this page open",
    },
  },
  notSavedKept: {
    id: "{n} tindakan belum tersimpan. Disimpan di peramban ini",
    en: { one: "Not saved yet: {n} act. Kept in this browser", other: "Not saved yet: {n} acts. Kept in this browser" },
  },
  reconnecting: { id: "Menyambung lagi", en: "Reconnecting" },
  reconnectNow: { id: "coba sekarang", en: "try now" },
  elsewhere: { id: "Masuk di tempat lain", en: "Signed in elsewhere" },
  refused: { id: "Ditolak: {reason}", en: "Refused: {reason}" },
  reviewed: { id: "sudah ditinjau", en: "reviewed" },
  nextUnreviewed: { id: "berikutnya yang belum ditinjau", en: "next unreviewed" },
  certain: { id: "yakin", en: "certain" },
  fairlySure: { id: "agak ragu", en: "fairly sure" },
  unsure: { id: "ragu", en: "unsure" },
} as const satisfies Catalogue;
