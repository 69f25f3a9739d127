import type { Catalogue } from "../message";

/** What each reader sets for themselves. */
export const settings = {
  title: { id: "Pengaturan saya", en: "My settings" },
  keptHere: {
    id: "Berlaku seketika, disimpan di peramban ini; bahasa juga di akun Anda.",
    en: "Every change counts at once and is kept in this browser, the language in your account as well.",
  },
  account: { id: "Akun", en: "Account" },
  signedInAs: { id: "Masuk sebagai {name}.", en: "Signed in as {name}." },
  sessions: { id: "Tempat Anda masuk", en: "Where you are signed in" },
  thisBrowser: { id: "peramban ini", en: "this browser" },
  unknownBrowser: { id: "Peramban tak dikenal", en: "Unknown browser" },
  lastSeen: { id: "Terakhir dipakai {when}", en: "Last used {when}" },
  endSession: { id: "Keluarkan", en: "Sign out" },
  endSessionOf: { id: "Keluarkan {browser}", en: "Sign out {browser}" },
  sessionEnded: { id: "{browser} sudah dikeluarkan", en: "{browser} is signed out" },
  look: { id: "Tampilan", en: "Appearance" },
  theme: { id: "Warna layar", en: "Colours of the screen" },
  light: { id: "Terang", en: "Light" },
  dark: { id: "Gelap", en: "Dark" },
  system: { id: "Ikut sistem", en: "As the system" },
  textSize: { id: "Ukuran teks transkrip", en: "Size of transcript text" },
  pixels: { id: "{size} px", en: "{size} px" },
  sample: {
    id: "Karena Ibu tidak memaksa. Tiap pagi Ibu duduk di bangku depan, tanya sudah makan atau belum.",
    en: "Because she did not push me. Every morning she sat on the front bench and asked whether I had eaten.",
  },
  keyboard: { id: "Papan tombol", en: "Keyboard" },
  singleKeys: { id: "Tombol satu huruf", en: "Single-letter keys" },
  singleKeysHint: {
    id: "J, K, Spasi, dan angka bekerja saat transkrip, daftar, atau rapat sedang fokus; tidak pernah saat mengetik.",
    en: "J, K, Space and digits work while a transcript, list or meeting has the focus; never while you type.",
  },
  keyHints: { id: "Petunjuk tombol di bawah layar", en: "Key hints at the foot of the screen" },
} as const satisfies Catalogue;
