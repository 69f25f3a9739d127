import type { Catalogue } from "../message";

/** The members of a study. */
export const members = {
  title: { id: "Anggota", en: "Members" },
  invite: { id: "Undang", en: "Invite" },
  inviteTitle: { id: "Undang anggota", en: "Invite a member" },
  name: { id: "Nama", en: "Name" },
  nameHint: { id: "Terlihat oleh semua anggota.", en: "All members see it." },
  role: { id: "Peran", en: "Role" },
  lead: { id: "Ketua tim", en: "Lead" },
  coder: { id: "Pengode", en: "Coder" },
  observer: { id: "Pengamat", en: "Observer" },
  you: { id: "Anda", en: "you" },

  leadSees: {
    id: "Ketua tim mengatur anggota, transkrip, buku kode, dan putaran. Bila ikut mengode putaran mandiri, ia tidak melihat pekerjaan orang lain sampai hasil dibuka.",
    en: "A lead manages members, transcripts, codebook and rounds. A lead who codes in a blind round sees nobody else’s work until reveal.",
  },
  coderSees: {
    id: "Pengode membaca transkrip dan buku kode, dan mengode putaran yang ditugaskan. Di putaran mandiri ia hanya melihat kodenya sendiri sampai hasil dibuka.",
    en: "A coder reads transcripts and codebook and codes the rounds assigned. In a blind round a coder sees only their own codings until reveal.",
  },
  observerSees: {
    id: "Pengamat membaca transkrip, versi terbit buku kode, dan rencana putaran; kode baru terlihat setelah hasil dibuka. Pengamat tidak mengode.",
    en: "An observer reads transcripts, published codebook versions and round plans, and codings only after reveal. An observer does not code.",
  },
  willSee: { id: "Yang akan dilihat {name}:", en: "What {name} will see:" },
  someone: { id: "orang ini", en: "this person" },

  makeLink: { id: "Buat tautan undangan", en: "Make an invitation link" },
  newLink: { id: "Tautan undangan", en: "Invitation link" },
  linkFor: { id: "Tautan undangan untuk {name}", en: "Invitation link for {name}" },
  linkOnce: {
    id: "Tautan ini hanya ditampilkan sekali dan hanya dapat dipakai satu kali, sampai {until}. Salin lalu kirimkan sendiri kepada {name}.",
    en: "This link is shown once and works once, until {until}. Copy it and send it to {name} yourself.",
  },
  linkReplaces: {
    id: "Tautan baru mematikan tautan sebelumnya. Anggota yang sudah bergabung tidak memerlukannya.",
    en: "A new link ends the one before. Members who have joined need none.",
  },
  copyLink: { id: "Salin tautan", en: "Copy the link" },
  linkCopied: { id: "Tautan tersalin", en: "Link copied" },
  copyByHand: { id: "Pilih tautannya dan salin dengan Ctrl C.", en: "Select the link and copy it with Ctrl C." },
  done: { id: "Selesai", en: "Done" },

  change: { id: "Ubah", en: "Change" },
  changeMember: { id: "Ubah {name}", en: "Change {name}" },
  onlyLead: {
    id: "Ini satu-satunya ketua tim. Jadikan orang lain ketua tim lebih dulu.",
    en: "This is the only lead. Make somebody else a lead first.",
  },
  codesNow: {
    id: "Anggota ini mengode putaran yang belum dibuka, jadi belum dapat menjadi pengamat.",
    en: "This member codes in a round that is not revealed, so cannot become an observer yet.",
  },
  remove: { id: "Keluarkan", en: "Remove" },
  removeMember: { id: "Keluarkan {name}", en: "Remove {name}" },
  removeTitle: { id: "Keluarkan {name} dari studi?", en: "Remove {name} from the study?" },
  removeSees: {
    id: "{name} langsung tidak melihat apa pun dari studi ini, juga di layar yang sedang terbuka.",
    en: "{name} sees nothing of this study any more, at once, on open screens too.",
  },
  removeKeeps: {
    id: "Kode dan tindakannya tetap ada dengan namanya; tidak ada yang terhapus.",
    en: "Their codings and acts stay, under their name; nothing is deleted.",
  },
  removeRounds: {
    id: "Tugasnya di {rounds} tetap tercatat, tetapi tidak dapat dilanjutkan.",
    en: "Their assignments in {rounds} stay on record, but cannot be continued.",
  },
  removeBack: {
    id: "Bila diundang lagi kelak, ia menjadi anggota baru.",
    en: "If invited again later, they will be a new member.",
  },
  former: { id: "Sudah keluar", en: "Former members" },
  acts: { id: "Tindakan", en: "Actions" },
} as const satisfies Catalogue;
