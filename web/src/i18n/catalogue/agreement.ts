import type { Catalogue } from "../message";

/** Figures of a round: what they are counted over, what they say, and the plain words behind them. */
export const agreement = {
  title: { id: "Kesepakatan, {name}", en: "Agreement, {name}" },
  frozen: { id: "Dibekukan saat hasil dibuka", en: "Frozen at reveal" },
  openNow: { id: "Putaran terbuka, angka berubah langsung", en: "Open round, figures are live" },
  layer: { id: "Lapisan", en: "Layer" },
  independent: { id: "Independen", en: "Independent" },
  after: { id: "Setelah diskusi", en: "After discussion" },
  nDecided: { id: "{n} diputus", en: "{n} decided" },
  nDeferred: { id: "{n} ditunda", en: "{n} deferred" },
  nOpen: { id: "{n} masih terbuka", en: "{n} still open" },
  decisionsMean: {
    id: "Yang ditunda dan yang terbuka memakai kode asli.",
    en: "Deferred and open ones keep the original codes.",
  },

  conditions: { id: "Dasar hitungan", en: "What is counted" },
  unit: { id: "Satuan", en: "Unit" },
  rule: { id: "Ada bila tercakup", en: "Present if covered" },
  scope: { id: "Pembicara", en: "Speakers" },
  first: { id: "Pengode pertama", en: "First coder" },
  second: { id: "Pengode kedua", en: "Second coder" },
  scopeTheme: { id: "sesuai cakupan tema", en: "as each theme applies" },
  scopeAll: { id: "semua", en: "all" },
  ruleAny: { id: "sedikit pun", en: "any of it" },
  ruleHalf: { id: "separuh", en: "half of it" },

  nTurn: { id: "{n} giliran", en: { one: "{n} turn", other: "{n} turns" } },
  nParagraph: { id: "{n} paragraf", en: { one: "{n} paragraph", other: "{n} paragraphs" } },
  nSentence: { id: "{n} kalimat", en: { one: "{n} sentence", other: "{n} sentences" } },
  nToken: { id: "{n} kata", en: { one: "{n} word", other: "{n} words" } },
  nCharacter: { id: "{n} karakter", en: { one: "{n} character", other: "{n} characters" } },
  nWindow: { id: "{n} jendela", en: { one: "{n} window", other: "{n} windows" } },
  ofRound: {
    id: "putaran dengan {n} transkrip",
    en: { one: "a round of {n} transcript", other: "a round of {n} transcripts" },
  },
  nCodings: { id: "{n} kode", en: { one: "{n} coding", other: "{n} codings" } },
  bothReviewed: {
    id: "{units} ditinjau keduanya, dihitung untuk {theme}; {round}",
    en: "{units} both reviewed, counted for {theme}; {round}",
  },
  leftOut: { id: "Tidak disertakan", en: "Left out" },
  leftOneCoder: { id: "{units} yang ditinjau satu pengode saja", en: "{units} that one coder alone reviewed" },
  leftNobody: { id: "{units} yang tidak ditinjau siapa pun", en: "{units} that nobody reviewed" },
  leftUnreviewed: {
    id: "{codings} di bagian yang tidak ditinjau pengodenya",
    en: "{codings} on places that their coder did not review",
  },
  leftOutOfScope: { id: "{codings} di luar cakupan temanya", en: "{codings} outside the scope of their theme" },
  leftOfTheme: {
    id: "{theme}: {units} dalam cakupan tidak dibandingkan",
    en: "{theme}: {units} in scope are not compared",
  },

  leftOutWord: { id: "tidak disertakan", en: "left out" },
  leftOutMeans: {
    id: "Kappa membandingkan dua pengode, jadi hanya satuan yang ditinjau keduanya yang dihitung; yang belum ditinjau bukan “tidak ada”. Kode di bagian yang belum ditandai “sudah ditinjau” oleh pengodenya, dan kode pada pembicara yang tidak dicakup temanya, tetap tersimpan tetapi tidak ikut dihitung. Halaman putaran memperlihatkan siapa sudah meninjau apa.",
    en: "Kappa compares two coders, so only units that both reviewed are counted; not reviewed is not “absent”. Codings on places that their coder did not mark as reviewed, and codings on speakers whom the theme does not cover, are kept but not counted. The round’s page shows who has reviewed what.",
  },

  openNote: {
    id: "Putaran terbuka: pengode melihat kode satu sama lain, jadi angka ini bukan kesepakatan independen.",
    en: "Open round: coders see each other’s codes, so these figures are not independent agreement.",
  },

  caption: {
    id: "Kesepakatan {first} dan {second}. Satuan: {unit}; ada bila tercakup {rule}; pembicara: {scope}; {counted}.",
    en: "Agreement of {first} and {second}. Unit: {unit}; present if it covers {rule}; speakers: {scope}; {counted}.",
  },
  theme: { id: "Tema", en: "Theme" },
  both: { id: "keduanya", en: "both" },
  onlyName: { id: "hanya {name}", en: "{name} only" },
  neither: { id: "tidak satu pun", en: "neither" },
  agree: { id: "sepakat %", en: "agree %" },
  positive: { id: "sep. positif", en: "pos. agr." },
  prevalenceShort: { id: "prev. %", en: "prev. %" },
  bias: { id: "bias", en: "bias" },
  kappa: { id: "κ", en: "κ" },
  negative: { id: "sep. negatif", en: "neg. agr." },
  prevalenceIndex: { id: "indeks prev.", en: "prev. index" },
  kappaMax: { id: "κ maks.", en: "κ max" },
  pabak: { id: "PABAK", en: "PABAK" },
  ac1: { id: "AC1", en: "AC1" },
  interval: { id: "Selang 95 %", en: "95 % interval" },
  alpha: { id: "α semua pengode", en: "α all coders" },
  know: { id: "Yang perlu diketahui", en: "What to know" },
  changed: { id: "berubah", en: "changed" },

  spokenCount: { id: "{theme}, {column}, {value}, buka kutipannya", en: "{theme}, {column}, {value}, opens passages" },
  spokenFigure: {
    id: "{theme}, {column} {value}, buka perbedaannya",
    en: "{theme}, {column} {value}, opens differences",
  },
  spokenPlain: { id: "{theme}, {column} {value}", en: "{theme}, {column} {value}" },
  spokenAfter: {
    id: "{theme}, setelah diskusi, {column} {value}",
    en: "{theme}, after discussion, {column} {value}",
  },
  spokenDecided: {
    id: "{theme}, setelah diskusi, {column} {value}, buka yang sudah diputus",
    en: "{theme}, after discussion, {column} {value}, opens what was decided",
  },
  spokenInterval: { id: "κ {kappa}, 95 % dari {low} sampai {high}", en: "κ {kappa}, 95 % from {low} to {high}" },
  spokenMax: { id: "paling tinggi {max}", en: "at most {max}" },
  spokenPassesMax: {
    id: "paling tinggi {max} dengan kekerapan ini; selangnya tidak dipotong di situ",
    en: "at most {max} with these rates of use; the interval is not cut there",
  },

  find: { id: "Cari tema", en: "Find a theme" },
  order: { id: "Urutan", en: "Order" },
  unsorted: { id: "Urutan buku kode", en: "Order of the codebook" },
  sortedUp: { id: "{column}, naik", en: "{column}, ascending" },
  sortedDown: { id: "{column}, turun", en: "{column}, descending" },
  columns: { id: "Kolom", en: "Columns" },
  download: { id: "Unduh CSV", en: "Download CSV" },
  noneFound: { id: "Tidak ada tema dengan nama itu.", en: "No theme has that name." },
  folded: {
    id: "{n} tema tidak dipakai siapa pun di putaran ini, jadi tidak tampak.",
    en: {
      one: "{n} theme was applied by nobody in this round and is not shown.",
      other: "{n} themes were applied by nobody in this round and are not shown.",
    },
  },
  unfold: { id: "Tampilkan juga", en: "Show them, too" },
  fold: { id: "Sembunyikan yang tidak dipakai", en: "Hide those that nobody applied" },

  undefined: { id: "tidak terdefinisi", en: "undefined" },
  undefinedNobody: { id: "tidak terdefinisi: tidak ada yang memakainya", en: "undefined: nobody applied it" },
  undefinedEverywhere: {
    id: "tidak terdefinisi: keduanya memakainya di mana-mana",
    en: "undefined: both applied it everywhere",
  },
  undefinedConstant: { id: "tidak terdefinisi: tidak ada variasi", en: "undefined: nothing varies" },
  undefinedNoJointUnits: {
    id: "tidak terdefinisi: tidak ada yang ditinjau keduanya",
    en: "undefined: nothing was reviewed by both",
  },

  flagNobody: {
    id: "Tidak ada variasi, jadi tidak ada yang diukur. Tidak ikut rata-rata.",
    en: "No variation, so nothing to measure. Not in the mean.",
  },
  flagNoJointUnits: {
    id: "Tidak ada satuan yang ditinjau keduanya. Tidak ikut rata-rata.",
    en: "No unit was reviewed by both. Not in the mean.",
  },
  flagFewUnits: {
    id: "Hanya {n} satuan dibandingkan.",
    en: { one: "Only {n} unit compared.", other: "Only {n} units compared." },
  },
  flagFew: {
    id: "Hanya {n} satuan memuatnya.",
    en: { one: "Only {n} unit carries it.", other: "Only {n} units carry it." },
  },
  flagRare: {
    id: "Jarang, {share} %: pengode terutama sepakat bahwa tema ini tidak ada.",
    en: "Rare, {share} %: coders agree mostly that it is absent.",
  },
  flagNearlyAlways: {
    id: "Hampir selalu, {share} %: pengode terutama sepakat bahwa tema ini ada.",
    en: "Nearly always, {share} %: coders agree mostly that it is there.",
  },
  flagConstant: {
    id: "Satu pengode memberi jawaban yang sama di mana-mana.",
    en: "One coder gave the same answer everywhere.",
  },
  flagUneven: { id: "Pemakaian tidak seimbang, {x} lawan {y}.", en: "Uneven use, {x} against {y}." },
  flagMax: { id: "κ paling tinggi {max}.", en: "κ cannot exceed {max}." },

  whyUndefinedSame: {
    id: "Tidak dapat dihitung: kedua pengode memberi nilai yang sama pada semua satuan. Ini bukan nol dan bukan satu.",
    en: "Cannot be computed: both coders gave every unit the same value. It is not zero and not one.",
  },
  whyUndefinedNoUnits: {
    id: "Tidak dapat dihitung: tidak ada satuan yang ditinjau keduanya. Ini bukan nol dan bukan satu.",
    en: "Cannot be computed: no unit was reviewed by both. It is not zero and not one.",
  },
  theTable: { id: "Tabel {first} dan {second}", en: "The table of {first} and {second}" },
  yes: { id: "{name} ya", en: "{name} yes" },
  no: { id: "{name} tidak", en: "{name} no" },
  total: { id: "jumlah", en: "total" },
  readOnly: { id: "{units} yang hanya diberi {name}", en: "{units} only {name} marked" },
  readBoth: { id: "{units} yang diberi keduanya", en: "{units} both marked" },
  pairs: { id: "Pasangan pengode", en: "Coder pairs" },
  pairsWhat: {
    id: "κ di bawah garis, banyaknya satuan yang ditinjau keduanya di atas",
    en: "κ below the diagonal, units both reviewed above",
  },
  pairKappa: { id: "{first} dan {second}, κ {value}", en: "{first} and {second}, κ {value}" },
  pairUnits: { id: "{first} dan {second}, {units}", en: "{first} and {second}, {units}" },
  alphaOfAll: {
    id: "α Krippendorff, {n} pengode: {value}",
    en: { one: "Krippendorff’s α, {n} coder: {value}", other: "Krippendorff’s α, {n} coders: {value}" },
  },
  otherUnits: { id: "Data yang sama, satuan lain", en: "Same data, other units" },
  compareUnits: { id: "Hitung dengan satuan lain", en: "Count by other units" },
  staysBetween: {
    id: "κ antara {low} dan {high}, satuan mana pun yang dipakai.",
    en: "κ is between {low} and {high} whichever unit is used.",
  },

  allThemes: { id: "Semua tema", en: "All themes" },
  pooled: { id: "κ gabungan {value}", en: "pooled κ {value}" },
  mean: {
    id: "rata-rata {n} κ yang terdefinisi {value}",
    en: { one: "mean of {n} defined κ {value}", other: "mean of {n} defined κ {value}" },
  },
  nUndefined: { id: "{n} tidak terdefinisi", en: "{n} undefined" },
  axisLegend: {
    id: "Selang 95 % dengan mengeluarkan satu transkrip bergantian; putus-putus: satuan dianggap saling bebas · tegak: κ tertinggi yang dimungkinkan kekerapan keduanya; selang di atasnya tipis, tidak dipotong",
    en: "95 % interval by leaving out one transcript at a time; dashed: units taken as independent · upright: highest κ these rates of use allow; the interval above it is thin, not cut",
  },

  pause: { id: "Jeda", en: "Pause" },
  goOn: { id: "Lanjutkan", en: "Go on" },
  readChanges: { id: "Baca perubahan ({n})", en: "Read changes ({n})" },
  changesRead: { id: "Berubah: {themes}", en: "Changed: {themes}" },
  asOf: { id: "Angka pukul {time}", en: "Figures as of {time}" },
  stale: { id: "Angka terakhir yang baik, pukul {time}", en: "Last good figures, {time}" },
  look: { id: "Lihat angka", en: "Look at the figures" },
  lookTitle: { id: "Melihat angka putaran mandiri", en: "Looking into a blind round" },
  noCoders: { id: "Kesepakatan memerlukan sedikitnya dua pengode.", en: "Agreement needs at least two coders." },
  copyRow: { id: "salin baris dengan dasarnya", en: "copy the row with its conditions" },
  copied: { id: "Baris {theme} tersalin", en: "Row of {theme} copied" },
  keysTitle: { id: "Tabel kesepakatan", en: "Agreement table" },
  keyNextFlag: { id: "catatan berikutnya", en: "next flag" },
  keyUnit: { id: "satuan", en: "unit" },
  keyPair: { id: "pasangan pengode", en: "coder pair" },
  keyLayer: { id: "independen atau setelah diskusi", en: "independent or after discussion" },

  explain: { id: "Apa arti {what}?", en: "What does {what} mean?" },
  kappaWord: { id: "kappa", en: "kappa" },
  prevalenceWord: { id: "prevalensi", en: "prevalence" },
  biasWord: { id: "bias", en: "bias" },
  intervalWord: { id: "selang kepercayaan", en: "the interval" },
  undefinedWord: { id: "tidak terdefinisi", en: "undefined" },
  layersWord: { id: "independen dan setelah diskusi", en: "independent and after discussion" },
  kappaMeans: {
    id: "Seberapa jauh dua pengode sepakat melebihi yang diharapkan bila keduanya memberi kode secara acak dengan kekerapan masing-masing. 1 = sepakat penuh, 0 = setara kebetulan. Kappa menilai kesepakatan, bukan benar atau salah.",
    en: "How far two coders agree beyond what chance would give if each kept their own rate of use. 1 is full agreement, 0 is what chance gives. It is about agreement, not about who is right.",
  },
  prevalenceMeans: {
    id: "Bagian dari semua jawaban kedua pengode yang mengatakan tema ini ada. Bila tema jarang atau hampir selalu ada, persentase kesepakatan tinggi dengan sendirinya, dan kappa dapat rendah.",
    en: "The share of all answers of both coders that say the theme is there. Where a theme is rare or nearly always there, % agreement is high by itself, and kappa can be low.",
  },
  biasMeans: {
    id: "Seberapa tidak seimbang keduanya memakai tema ini: selisih antara “hanya yang pertama” dan “hanya yang kedua”, dibagi semua satuan. 0 berarti sama seringnya.",
    en: "How unevenly the two use the theme: “only the first” less “only the second”, divided by all units. 0 means equally often.",
  },
  intervalMeans: {
    id: "Bila wawancara lain dari kelompok yang sama dipakai, nilai ini bisa berubah. Selang 95 % dihitung dengan mengeluarkan satu transkrip bergantian, karena giliran dalam satu wawancara saling terkait. Selang dapat melampaui κ tertinggi, bahkan 1: κ tertinggi berlaku bagi kekerapan di transkrip ini, dan dengan wawancara lain kekerapannya pun lain. Selang tidak dipotong di sana; bagian itu digambar tipis.",
    en: "Other interviews from the same group would give another value. The 95 % interval comes from leaving out one transcript at a time, since turns of one interview are related. It may pass the highest κ, and even 1: the highest κ is that of the rates of use in these transcripts, and other interviews would have other rates. The interval is not cut there; that part is drawn thin.",
  },
  prevalenceIndexMeans: {
    id: "(keduanya − tidak satu pun) dibagi semua satuan: −1 bila tema tidak pernah ada, 1 bila selalu ada. Makin jauh dari 0, makin mudah kappa rendah walau keduanya sering sepakat.",
    en: "(both − neither) divided by all units: −1 where the theme is never there, 1 where it always is. The farther from 0, the more easily kappa is low although the two often agree.",
  },
  kappaMaxMeans: {
    id: "Kappa tertinggi yang dapat dicapai bila tiap pengode tetap memakai tema ini sesering sekarang. Di bawah 1 bila yang satu memakainya lebih sering daripada yang lain.",
    en: "The highest kappa that could be reached if each coder kept using the theme as often as now. It is below 1 where one uses it more often than the other.",
  },
  pabakMeans: {
    id: "Kappa seandainya tema ini ada di separuh satuan dan keduanya memakainya sama sering: 2 × bagian sepakat − 1.",
    en: "Kappa as if the theme were at half of the units and both used it equally often: 2 × share of agreement − 1.",
  },
  ac1Means: {
    id: "Koefisien Gwet: kesepakatan melebihi kebetulan, dengan kebetulan yang tidak membesar bila tema jarang. Sering lebih tinggi daripada kappa pada tema yang jarang.",
    en: "Gwet’s coefficient: agreement beyond chance, with a chance that does not grow where a theme is rare. Often higher than kappa for rare themes.",
  },
  layersMean: {
    id: "Independen: dikode sebelum saling melihat; angka ini dibekukan saat hasil dibuka. Setelah diskusi: setelah perbedaan diputus; menunjukkan hasil musyawarah, bukan reliabilitas. Laporkan keduanya terpisah.",
    en: "Independent: coded before seeing each other; frozen at reveal. After discussion: after differences were decided; it shows what was settled, not reliability. Report both, apart.",
  },
} as const satisfies Catalogue;
