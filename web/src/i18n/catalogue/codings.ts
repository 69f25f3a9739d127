import type { Catalogue } from "../message";

/** Importing codings that were made elsewhere. */
export const codings = {
  title: { id: "Impor kode", en: "Import codings" },
  lead: {
    id: "Kode yang dibuat di tempat lain masuk sebagai satu putaran yang langsung terbuka. Tidak ada yang disimpan sebelum langkah terakhir.",
    en: "Codings that were made elsewhere come in as one round, open from the first. Nothing is stored before the last step.",
  },
  onlyLeads: { id: "Hanya ketua tim yang mengimpor kode.", en: "Only a lead imports codings." },
  toRounds: { id: "Ke daftar putaran", en: "To the rounds" },
  chooseFolder: { id: "Pilih folder", en: "Choose a folder" },
  folderNote: {
    id: "Folder berisi codebook.csv, codings.csv, coverage.csv, dan transcripts/*.txt atau *.vtt. Berkas lain tidak dikirim.",
    en: "The folder holds codebook.csv, codings.csv, coverage.csv and transcripts/*.txt or *.vtt. Other files are not sent.",
  },
  chooseZip: { id: "Atau pilih berkas ZIP dari folder itu", en: "Or choose a ZIP file of that folder" },
  round: { id: "Nama putaran", en: "Name of the round" },
  themesIn: { id: "Bahasa nama tema di berkas", en: "Language of the themes in the files" },
  allReviewed: { id: "Semua pengode meninjau semua giliran", en: "Every coder reviewed every turn" },
  allReviewedHint: {
    id: "Maka coverage.csv tidak dibaca. Tanpa ini, giliran tanpa baris di sana dihitung belum ditinjau.",
    en: "Then coverage.csv is not read. Without this, a turn without a row there counts as not reviewed.",
  },

  looking: { id: "Memeriksa folder", en: "Looking at the folder" },
  seen: { id: "Folder sudah diperiksa", en: "The folder has been looked at" },
  preview: { id: "Yang akan masuk", en: "What would come in" },
  turns: { id: "Giliran", en: "Turns" },
  themes: { id: "Tema", en: "Themes" },
  codings: { id: "Kode", en: "Codings" },
  reviews: { id: "Tinjauan", en: "Reviews" },
  known: { id: "({n} sudah ada)", en: "({n} here already)" },
  coderNames: { id: "Pengode: {names}", en: "Coders: {names}" },
  renamed: {
    id: "{name} adalah nama orang lain di studi ini, jadi pengode di berkas masuk sebagai {member}.",
    en: "{name} is somebody else’s name in this study, so the coder in the files comes in as {member}.",
  },
  publishes: {
    id: "Versi baru buku kode akan diterbitkan, termasuk perubahan yang masih dirancang.",
    en: "A new codebook version will be published, with the changes that are still under work.",
  },
  leftOut: { id: "Yang tidak dihitung", en: "What is left out" },
  oneCoder: {
    id: "{n} giliran hanya ditinjau satu pengode: tersimpan, tetapi tidak masuk angka kesepakatan.",
    en: {
      one: "{n} turn was reviewed by one coder only: kept, but in no agreement figure.",
      other: "{n} turns were reviewed by one coder only: kept, but in no agreement figure.",
    },
  },
  nobody: {
    id: "{n} giliran tidak ditinjau siapa pun.",
    en: { one: "{n} turn was reviewed by nobody.", other: "{n} turns were reviewed by nobody." },
  },
  outOfScope: {
    id: "{n} kode di luar cakupan temanya: tersimpan, tetapi tidak dihitung.",
    en: {
      one: "{n} coding lies outside the scope of its theme: kept, but not counted.",
      other: "{n} codings lie outside the scope of their theme: kept, but not counted.",
    },
  },
  filesUnread: {
    id: "{n} berkas tidak dibaca",
    en: { one: "{n} file is not read", other: "{n} files are not read" },
  },

  importN: { id: "Impor {n} kode", en: { one: "Import {n} coding", other: "Import {n} codings" } },
  sending: { id: "Mengirim folder", en: "Sending the folder" },
  storing: { id: "Menyimpan semuanya sekaligus …", en: "Storing all of it at once …" },
  cancelled: {
    id: "Dibatalkan. Bila putaran ini tidak muncul di daftar, tidak ada yang disimpan; mencoba lagi tidak menyimpan dua kali.",
    en: "Cancelled. If the round is not in the list, nothing was stored; trying again stores nothing twice.",
  },
  stored: { id: "{n} kode tersimpan.", en: { one: "{n} coding is stored.", other: "{n} codings are stored." } },
  openRound: { id: "Buka putaran", en: "Open the round" },

  faults: {
    id: "{n} kesalahan di folder ini",
    en: { one: "{n} fault in this folder", other: "{n} faults in this folder" },
  },
  faultsSafe: {
    id: "Tidak ada yang diimpor. Perbaiki berkasnya, lalu pilih lagi.",
    en: "Nothing was imported. Mend the files and choose them again.",
  },
  faultCount: { id: "{what}: {n}", en: "{what}: {n}" },
  faultsShown: { id: "{n} dari {of} ditampilkan.", en: "{n} of {of} are shown." },
  place: { id: "Berkas:baris:kolom", en: "File:line:column" },
  what: { id: "Apa yang salah", en: "What is wrong" },
  missing_file: { id: "Berkas tidak ada", en: "A file is missing" },
  malformed: { id: "Tabel tidak dapat dibaca", en: "A table cannot be read" },
  unknown_theme: { id: "Tema tidak dikenal", en: "Unknown theme" },
  unknown_transcript: { id: "Transkrip tidak dikenal", en: "Unknown transcript" },
  unit_out_of_range: { id: "Giliran atau letak di luar teks", en: "A turn or place outside the text" },
  duplicate_row: { id: "Baris ganda", en: "A row stands there twice" },
  coder_without_coverage: { id: "Pengode tidak dikenal", en: "Unknown coder" },
  outside_coverage: { id: "Kode di tempat yang tidak ditinjau", en: "A coding where its coder reviewed nothing" },
  bad_value: { id: "Isi yang tidak mungkin", en: "An impossible value" },
  exclusive_group: { id: "Dua tema yang saling meniadakan", en: "Two themes that exclude each other" },
  too_few_coders: { id: "Kurang dari dua pengode", en: "Fewer than two coders" },
} as const satisfies Catalogue;
