import type { Catalogue } from "../message";

/** Names of keys, and the map of them. */
export const keys = {
  title: { id: "Tombol di layar ini", en: "Keys on this screen" },
  none: { id: "Layar ini tidak punya tombol sendiri.", en: "This screen has no keys of its own." },
  everywhere: { id: "Di mana saja", en: "Everywhere" },
  showMap: { id: "semua tombol", en: "all keys" },
  singleOff: {
    id: "Tombol satu huruf dimatikan di pengaturan Anda.",
    en: "Single-letter keys are off in your settings.",
  },
  Space: { id: "Spasi", en: "Space" },
  Enter: { id: "Enter", en: "Enter" },
  Escape: { id: "Esc", en: "Esc" },
  Delete: { id: "Del", en: "Del" },
} as const satisfies Catalogue;
