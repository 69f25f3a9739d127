package org.sepakat.agreement;

/** Why a figure has no value. The code goes into files and over the wire, the sentence in front of a researcher. */
public enum Reason {
    NO_JOINT_UNITS(
            "No unit was reviewed by both coders, so there is nothing to compare.",
            "Tidak ada satuan yang ditinjau oleh kedua pengode, jadi tidak ada yang dapat dibandingkan."),
    ONE_CODER(
            "Agreement needs at least two coders; there is only one.",
            "Kesepakatan memerlukan sedikitnya dua pengode; di sini hanya ada satu."),
    CONSTANT(
            "Nothing varies: every coder gave every unit the same answer, so chance cannot be told from agreement.",
            "Tidak ada variasi: semua pengode memberi jawaban yang sama pada semua satuan, sehingga kebetulan tidak dapat"
                    + " dibedakan dari kesepakatan."),
    EMPTY_DENOMINATOR(
            "Nobody used the answer this figure is about, so it would divide by zero.",
            "Tidak seorang pun memakai jawaban yang diukur oleh angka ini, sehingga pembaginya nol."),
    UNDEFINED_PAIR(
            "At least one pair of coders has no defined value, so the mean over all pairs has none either.",
            "Sedikitnya satu pasangan pengode tidak mempunyai nilai, sehingga rata-rata semua pasangan juga tidak ada."),
    TOO_FEW_CLUSTERS(
            "Too few transcripts have a value to judge how much the figure would vary between transcripts.",
            "Terlalu sedikit transkrip yang mempunyai nilai untuk menaksir seberapa besar angka ini berubah antar"
                    + " transkrip."),
    TOO_LARGE(
            "Too many coders or units for a figure that is worked out exactly; take fewer, or a shorter stretch of text.",
            "Terlalu banyak pengode atau satuan untuk angka yang dihitung secara eksak; ambil lebih sedikit, atau potongan teks"
                    + " yang lebih pendek.");

    private final String english;
    private final String indonesian;

    Reason(String english, String indonesian) {
        this.english = english;
        this.indonesian = indonesian;
    }

    public Sentence sentence() {
        return new Sentence(english, indonesian);
    }
}
