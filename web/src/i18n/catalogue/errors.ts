import type { Catalogue } from "../message";

/** One entry per error code: what happened, what is safe, what to do. E_OFFLINE and E_INTERNAL are also the page's own. */
export const errors = {
  errorId: { id: "Nomor kesalahan: {errorId}", en: "Error id: {errorId}" },

  "E_BAD.happened": { id: "Ini tidak diterima.", en: "This was not accepted." },
  "E_BAD.safe": { id: "Tidak ada yang berubah.", en: "Nothing has changed." },
  "E_BAD.todo": {
    id: "Perbaiki yang disebut di bawah, lalu coba lagi.",
    en: "Mend what is named below, then try again.",
  },
  "E_TOO_BIG.happened": { id: "Kiriman ini terlalu besar.", en: "This is too big to send." },
  "E_TOO_BIG.safe": { id: "Yang sudah tersimpan tetap aman.", en: "What was saved is safe." },
  "E_TOO_BIG.todo": { id: "Kirim dalam bagian yang lebih kecil.", en: "Send it in smaller parts." },
  "E_RATE.happened": { id: "Terlalu banyak permintaan dalam waktu singkat.", en: "Too many requests in a short time." },
  "E_RATE.safe": { id: "Yang sudah tersimpan tetap aman.", en: "What was saved is safe." },
  "E_RATE.todo": { id: "Tunggu sebentar, lalu coba lagi.", en: "Wait a moment, then try again." },
  "E_AUTH.happened": {
    id: "Anda belum masuk, atau sesi sudah berakhir.",
    en: "You are not signed in, or the session has ended.",
  },
  "E_AUTH.safe": { id: "Yang sudah tersimpan tetap aman.", en: "What was saved is safe." },
  "E_AUTH.todo": { id: "Masuk lagi untuk melanjutkan.", en: "Sign in to go on." },
  "E_NOT_FOUND.happened": {
    id: "Yang Anda cari tidak ada, atau bukan untuk Anda.",
    en: "What you asked for does not exist, or is not for you.",
  },
  "E_NOT_FOUND.safe": { id: "Tidak ada yang berubah.", en: "Nothing has changed." },
  "E_NOT_FOUND.todo": { id: "Kembali ke daftar dan pilih lagi.", en: "Go back to the list and choose again." },
  "E_READONLY.happened": {
    id: "Bagian ini hanya dapat dibaca oleh Anda.",
    en: "You can read this part, but not change it.",
  },
  "E_READONLY.safe": { id: "Tidak ada yang berubah.", en: "Nothing has changed." },
  "E_READONLY.todo": {
    id: "Bila Anda perlu mengubahnya, hubungi ketua tim.",
    en: "If you need to change it, ask your lead.",
  },
  "E_FROZEN.happened": {
    id: "Putaran ini sudah ditutup, jadi kodenya tidak dapat diubah.",
    en: "This round is closed, so its codings cannot change.",
  },
  "E_FROZEN.safe": {
    id: "Semua yang masuk sebelum penutupan tersimpan.",
    en: "All that arrived before it closed is saved.",
  },
  "E_FROZEN.todo": {
    id: "Simpan catatan Anda sebagai memo, atau bicarakan dengan ketua tim.",
    en: "Keep your note as a memo, or talk to your lead.",
  },
  "E_STALE.happened": { id: "Orang lain mengubah bagian ini lebih dulu.", en: "Someone else changed this first." },
  "E_STALE.safe": { id: "Kedua naskah masih ada.", en: "Both texts still exist." },
  "E_STALE.todo": {
    id: "Lihat perubahannya, lalu pilih atau gabungkan.",
    en: "Look at the change, then choose or merge.",
  },
  "E_OPID_REUSED.happened": {
    id: "Tindakan ini bertabrakan dengan tindakan lain dari peramban Anda.",
    en: "This act collides with another one from your browser.",
  },
  "E_OPID_REUSED.safe": { id: "Tindakan yang pertama tersimpan.", en: "The first of them is saved." },
  "E_OPID_REUSED.todo": {
    id: "Muat ulang halaman, lalu ulangi yang kedua.",
    en: "Reload the page, then do the second one again.",
  },
  "E_QUOTA.happened": {
    id: "Ruang penyimpanan server penuh atau batasnya tercapai.",
    en: "The server's storage is full, or its limit is reached.",
  },
  "E_QUOTA.safe": { id: "Yang sudah tersimpan tetap aman.", en: "What was saved is safe." },
  "E_QUOTA.todo": {
    id: "Hubungi pengelola server; coba lagi setelah ada ruang.",
    en: "Tell whoever runs the server; try again once there is room.",
  },
  "E_VERSION.happened": { id: "Halaman ini lebih lama daripada servernya.", en: "This page is older than its server." },
  "E_VERSION.safe": { id: "Yang sudah tersimpan tetap aman.", en: "What was saved is safe." },
  "E_VERSION.todo": { id: "Muat ulang halaman.", en: "Reload the page." },
  "E_BUSY.happened": { id: "Server sedang sibuk.", en: "The server is busy." },
  "E_BUSY.safe": { id: "Yang sudah tersimpan tetap aman.", en: "What was saved is safe." },
  "E_BUSY.todo": {
    id: "Tunggu sebentar; biasanya pulih dalam beberapa detik.",
    en: "Wait a moment; it usually takes a few seconds.",
  },
  "E_DB.happened": {
    id: "Basis data tidak menjawab, jadi belum pasti tindakan terakhir tersimpan.",
    en: "The database did not answer, so it is not certain that the last act was saved.",
  },
  "E_DB.safe": { id: "Semua yang tertulis “tersimpan” aman.", en: "Everything that said “saved” is safe." },
  "E_DB.todo": {
    id: "Biarkan halaman ini terbuka; tindakan dikirim ulang tanpa menjadi ganda.",
    en: "Keep this page open; the act is sent again and never counted twice.",
  },
  "E_CONFLICT.happened": {
    id: "Nama atau keadaan ini sudah dipakai.",
    en: "That name is taken, or things have moved on.",
  },
  "E_CONFLICT.safe": { id: "Tidak ada yang berubah.", en: "Nothing has changed." },
  "E_CONFLICT.todo": {
    id: "Pilih yang lain, atau muat ulang untuk melihat keadaan terkini.",
    en: "Choose another, or reload to see how things stand.",
  },
  "E_INTERNAL.happened": { id: "Ada kesalahan di server.", en: "Something went wrong in the server." },
  "E_INTERNAL.safe": { id: "Yang sudah tersimpan tetap aman.", en: "What was saved is safe." },
  "E_INTERNAL.todo": {
    id: "Coba lagi; bila berulang, kirim nomor di bawah kepada pengelola.",
    en: "Try again; if it happens again, send the id below to whoever runs the server.",
  },
  "E_OFFLINE.happened": { id: "Server tidak dapat dihubungi.", en: "The server cannot be reached." },
  "E_OFFLINE.safe": { id: "Yang sudah tersimpan tetap aman.", en: "What was saved is safe." },
  "E_OFFLINE.todo": { id: "Periksa sambungan Anda, lalu coba lagi.", en: "Check your connection, then try again." },
} as const satisfies Catalogue;
