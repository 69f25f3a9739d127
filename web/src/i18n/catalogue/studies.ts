import type { Catalogue } from "../message";

/** The list of studies. */
export const studies = {
  title: { id: "Studi", en: "Studies" },
  none: {
    id: "Belum ada studi. Mulailah satu, atau minta undangan kepada ketua tim.",
    en: "No studies yet. Start one, or ask a lead for an invitation.",
  },
  newStudy: { id: "Studi baru", en: "New study" },
  name: { id: "Nama studi", en: "Name of the study" },
  nameHint: {
    id: "Dapat diganti kapan saja. Terlihat oleh semua anggota.",
    en: "Can be changed at any time. All members see it.",
  },
  create: { id: "Mulai studi", en: "Start the study" },
  lead: { id: "Ketua tim", en: "Lead" },
  coder: { id: "Pengode", en: "Coder" },
  observer: { id: "Pengamat", en: "Observer" },
} as const satisfies Catalogue;
