import type { Catalogue } from "../message";

/** Home of a study: what is next for me. */
export const home = {
  nextForYou: { id: "Berikutnya untuk Anda", en: "Next for you" },
  theStudy: { id: "Studi ini", en: "This study" },

  start: { id: "Mulai {name}", en: "Begin {name}" },
  continue: { id: "Lanjutkan {name}", en: "Continue {name}" },
  continueAt: { id: "Lanjutkan {name} di giliran {turn}", en: "Continue {name} at turn {turn}" },
  codeDo: { id: "Lanjutkan", en: "Go on" },
  reviewedOf: { id: "{n} dari {of} giliran ditinjau", en: "{n} of {of} turns reviewed" },

  import: { id: "Impor transkrip pertama", en: "Import the first transcripts" },
  importWhy: {
    id: "Putaran dimulai dari teks. Pratinjau tampil sebelum apa pun disimpan.",
    en: "A round begins with texts. You see a preview before anything is stored.",
  },
  importDo: { id: "Impor transkrip", en: "Import transcripts" },
  writeCodebook: { id: "Tulis buku kode", en: "Write the codebook" },
  writeCodebookWhy: {
    id: "Tema beserta definisi, sertakan, dan kecualikan dalam bahasa Indonesia dan Inggris.",
    en: "Themes with their definition, include and exclude, in Indonesian and English.",
  },
  writeCodebookDo: { id: "Buka buku kode", en: "Open the codebook" },
  publishCodebook: { id: "Terbitkan versi pertama buku kode", en: "Publish the first version of the codebook" },
  publishCodebookWhy: {
    id: "Sebuah putaran memakai satu versi terbit. Selama belum ada, putaran tidak dapat dimulai.",
    en: "A round is coded with one published version. Until there is one, no round can start.",
  },
  plan: { id: "Rencanakan putaran pertama", en: "Plan the first round" },
  planWhy: {
    id: "Transkrip mana, oleh siapa, mandiri atau terbuka.",
    en: "Which transcripts, by whom, blind or open.",
  },
  planDo: { id: "Putaran baru", en: "New round" },
  startRound: { id: "Mulai {name}", en: "Start {name}" },
  startRoundWhy: {
    id: "Rencananya sudah ada. Saat dimulai, versi buku kode dan transkrip dikunci untuk putaran ini.",
    en: "The plan is there. Starting fixes the codebook version and the transcripts for this round.",
  },
  settle: { id: "{name} belum dapat dimulai", en: "{name} cannot start yet" },
  settleWhy: {
    id: "Halaman putaran menyebutkan apa yang masih perlu dibereskan.",
    en: "The round’s page says what is still to be settled.",
  },
  watch: { id: "{name} sedang dikode", en: "{name} is being coded" },
  watchWhy: {
    id: "Tutup putaran bila waktunya tiba; setelah ditutup tidak ada kode yang berubah.",
    en: "Close the round when it is time; after that no coding changes.",
  },
  close: { id: "Bagian Anda di {name} selesai", en: "Your part of {name} is done" },
  closeWhy: {
    id: "Semua giliran Anda sudah ditinjau. Tutup putaran bila waktunya tiba.",
    en: "You have reviewed all your turns. Close the round when it is time.",
  },
  allReviewed: { id: "Bagian Anda di {name} selesai", en: "Your part of {name} is done" },
  allReviewedWhy: {
    id: "Semua giliran Anda sudah ditinjau. Anda masih dapat memperbaikinya sampai putaran ditutup.",
    en: "You have reviewed all your turns. You can still change them until the round is closed.",
  },
  reveal: { id: "Buka hasil {name}", en: "Reveal {name}" },
  revealWhy: {
    id: "Putaran sudah ditutup. Setelah hasil dibuka, semua anggota melihat kode dan angkanya.",
    en: "The round is closed. After reveal all members see codings and figures.",
  },
  waitForReveal: { id: "{name} menunggu dibuka", en: "{name} waits for reveal" },
  waitForRevealWhy: {
    id: "Putaran sudah ditutup; kode Anda tersimpan dan dapat dibaca.",
    en: "The round is closed; your codings are saved and can be read.",
  },
  waitForStart: { id: "{name} belum dimulai", en: "{name} has not started" },
  waitForStartWhy: {
    id: "Ketua tim memulainya. Sementara itu, bacalah buku kode.",
    en: "A lead starts it. Until then, read the codebook.",
  },
  results: { id: "Hasil {name} sudah dibuka", en: "{name} is revealed" },
  resultsWhy: {
    id: "Kode semua pengode kini dapat dibaca.",
    en: "The codings of all coders can be read now.",
  },
  alsoOpen: { id: "Juga terbuka", en: "Also open" },
  withResults: { id: "Putaran lain dengan hasil terbuka", en: "Other rounds with open results" },
  figuresOf: { id: "Kesepakatan {name}", en: "Agreement of {name}" },
  differencesOf: { id: "Perbedaan {name}", en: "Disagreements of {name}" },
  allSettled: { id: "Semua perbedaan sudah diputus atau ditunda.", en: "All differences are decided or deferred." },
  lookAtDifferences: {
    id: "Lihat {n} perbedaan",
    en: { one: "Look at {n} difference", other: "Look at {n} differences" },
  },
  lookAtFigures: { id: "Lihat kesepakatan", en: "Look at the agreement" },
  waitForLead: { id: "Belum ada tugas untuk Anda", en: "Nothing for you yet" },
  waitForLeadWhy: {
    id: "Ketua tim sedang menyiapkan studi. Buku kode dan transkrip sudah dapat dibaca begitu ada.",
    en: "A lead is preparing the study. You can read codebook and transcripts as soon as they are there.",
  },
  lookAtRound: { id: "Lihat putaran", en: "Look at the round" },
  readCodebook: { id: "Baca buku kode", en: "Read the codebook" },
  planAnother: { id: "Rencanakan putaran berikutnya", en: "Plan the next round" },

  version: {
    id: "versi {version}, {n} tema",
    en: { one: "version {version}, {n} theme", other: "version {version}, {n} themes" },
  },
  notPublished: { id: "belum terbit", en: "not published" },
  membersN: { id: "{n} orang", en: { one: "{n} person", other: "{n} people" } },
  none: { id: "belum ada", en: "none yet" },
} as const satisfies Catalogue;
