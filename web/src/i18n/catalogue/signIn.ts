import type { Catalogue } from "../message";

/** Signing in, the first run of a server, and invitations. */
export const signIn = {
  title: { id: "Masuk", en: "Sign in" },
  lead: {
    id: "Beberapa peneliti mengode transkrip yang sama, lalu melihat seberapa jauh mereka sepakat.",
    en: "Several researchers code the same transcripts, and see how far they agree.",
  },
  name: { id: "Nama", en: "Name" },
  nameHint: { id: "Nama akun Anda, bukan surel.", en: "The name of your account, not an e-mail address." },
  password: { id: "Kata sandi", en: "Password" },
  showPassword: { id: "Tampilkan kata sandi", en: "Show the password" },
  newPasswordHint: {
    id: "Paling sedikit 12 huruf. Beberapa kata biasa lebih baik daripada satu kata yang rumit.",
    en: "At least 12 characters. A few plain words are better than one complicated one.",
  },
  submit: { id: "Masuk", en: "Sign in" },
  wrong: {
    id: "Nama atau kata sandi tidak cocok. Tidak ada yang berubah. Periksa keduanya dan coba lagi.",
    en: "Name or password do not match. Nothing has changed. Check both and try again.",
  },
  throttled: {
    id: "Terlalu banyak percobaan. Tunggu {n} detik, lalu coba lagi; akun Anda aman.",
    en: {
      one: "Too many tries. Wait {n} second, then try again; your account is safe.",
      other: "Too many tries. Wait {n} seconds, then try again; your account is safe.",
    },
  },
  sessionEnded: {
    id: "Sesi Anda sudah berakhir. Masuk lagi untuk kembali ke halaman tadi.",
    en: "Your session has ended. Sign in to return to where you were.",
  },
  forgotten: {
    id: "Lupa kata sandi? Mintalah tautan masuk kepada ketua tim atau pengelola server.",
    en: "Forgotten it? Ask your lead, or whoever runs this server, for a sign-in link.",
  },
  followingLink: { id: "Tautan masuk sedang dipakai", en: "Using your sign-in link" },
  linkSpent: {
    id: "Tautan ini sudah dipakai atau sudah lewat waktunya. Akun Anda tidak berubah. Masuk dengan kata sandi, atau mintalah tautan baru.",
    en: "This link was used already, or is too old. Your account is unchanged. Sign in with your password, or ask for a new link.",
  },
  signOut: { id: "Keluar", en: "Sign out" },

  firstRunTitle: { id: "Selamat datang di Sepakat", en: "Welcome to Sepakat" },
  firstRunLead: {
    id: "Server ini baru. Buat akun pertama; pemiliknya mengelola server dan dapat memulai studi.",
    en: "This server is new. Make the first account; whoever holds it runs the server and can start a study.",
  },
  firstRunClosed: {
    id: "Server ini sudah punya akun pertama. Masuklah dengan akun Anda.",
    en: "This server has its first account already. Sign in with yours.",
  },
  token: { id: "Kode pemasangan", en: "Set-up code" },
  tokenHint: {
    id: "Tertulis di jendela tempat server dijalankan.",
    en: "It stands in the window in which the server was started.",
  },
  tokenWrong: {
    id: "Kode pemasangan tidak cocok. Salin lagi dari jendela server; kode berganti setiap kali server dijalankan.",
    en: "The set-up code does not match. Copy it again from the server's window; it changes at each start.",
  },
  yourName: { id: "Nama Anda", en: "Your name" },
  yourNameHint: {
    id: "Dipakai untuk masuk, dan terlihat oleh rekan satu tim.",
    en: "Used to sign in, and seen by your team.",
  },
  createAccount: { id: "Buat akun", en: "Make the account" },

  invitationTitle: { id: "Undangan", en: "Invitation" },
  invitedTo: { id: "Anda diundang ke {study}", en: "You are invited to {study}" },
  invitedAs: { id: "Peran Anda: {role}.", en: "Your role: {role}." },
  roleLead: {
    id: "Ketua tim merencanakan putaran, menerbitkan buku kode, dan membuka hasil.",
    en: "A lead plans rounds, publishes the codebook and reveals results.",
  },
  roleCoder: {
    id: "Pengode membaca transkrip, memberi kode, dan ikut rapat konsensus.",
    en: "A coder reads transcripts, codes them, and takes part in consensus meetings.",
  },
  roleObserver: {
    id: "Pengamat melihat hasil setelah dibuka, tanpa mengode dan tanpa memilih.",
    en: "An observer sees results once revealed, without coding or voting.",
  },
  joinAs: { id: "Gabung sebagai {name}", en: "Join as {name}" },
  joinNew: { id: "Buat akun dan gabung", en: "Make an account and join" },
  haveAccount: { id: "Sudah punya akun? Masuk dulu", en: "Have an account already? Sign in first" },
  invitationSpent: {
    id: "Undangan ini sudah dipakai, dicabut, atau lewat waktunya. Mintalah yang baru kepada ketua tim.",
    en: "This invitation was used, withdrawn, or is too old. Ask your lead for a new one.",
  },
} as const satisfies Catalogue;
