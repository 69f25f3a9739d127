package org.sepakat.agreement.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sepakat.agreement.Sentence;

/**
 * One thing a reader should know beside a figure.
 *
 * @param values the numbers that raised it, in the order of its code's names
 */
public record Flag(Code code, List<Double> values) {

    /** A place for a value in a sentence; with a percent sign behind the name, as a share of a hundred. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(%?)}");

    /** In the order in which they should be read. */
    public enum Code {
        FEW_UNITS(
                "Only {units} units were compared: a figure over so few says little.",
                "Hanya {units} satuan yang dibandingkan: angka dari jumlah sekecil itu tidak banyak berarti.",
                "units"),
        FEW_MARKS(
                "Only {marks} units carry this theme for anyone: one of them more or less moves the figure visibly.",
                "Hanya {marks} satuan yang memuat tema ini menurut siapa pun: satu saja bertambah atau berkurang sudah menggeser"
                        + " angka ini.",
                "marks"),
        RARE_THEME(
                "This theme is rare ({prevalence%} %). Coders agree mostly that it is absent, so percent agreement is high while"
                        + " kappa is low. Look at positive agreement.",
                "Tema ini jarang muncul ({prevalence%} %). Pengode terutama sepakat bahwa tema ini tidak ada, sehingga"
                        + " persentase kesepakatan tinggi walau kappa rendah. Lihat kesepakatan positif.",
                "prevalence"),
        NEAR_UNIVERSAL_THEME(
                "This theme is nearly everywhere ({prevalence%} %). Coders agree mostly that it is present, so kappa rests on the"
                        + " few places without it. Look at negative agreement.",
                "Tema ini hampir selalu ada ({prevalence%} %). Pengode terutama sepakat bahwa tema ini ada, sehingga kappa"
                        + " bertumpu pada sedikit tempat tanpa tema ini. Lihat kesepakatan negatif.",
                "prevalence"),
        CODER_CONSTANT(
                "A coder gave every unit the same answer ({marks} units marked), so kappa cannot exceed 0.",
                "Seorang pengode memberi jawaban yang sama pada semua satuan ({marks} satuan ditandai), sehingga kappa tidak dapat"
                        + " melebihi 0.",
                "marks"),
        CODER_BIAS(
                "The coders use this theme unevenly: one applied it {first} times, the other {second} times. Check whether the"
                        + " definition is read in two ways.",
                "Pengode memakai tema ini tidak seimbang: yang satu {first} kali, yang lain {second} kali. Periksa apakah"
                        + " definisinya dibaca berbeda.",
                "first second bias_index"),
        LOW_KAPPA_MAX(
                "With use this uneven kappa cannot exceed {cohen_kappa_max}.",
                "Dengan pemakaian yang tidak seimbang ini, kappa paling tinggi {cohen_kappa_max}.",
                "cohen_kappa_max"),
        FEW_TRANSCRIPTS(
                "Only {transcripts} transcripts were compared: there is no interval over transcripts, and the textbook one takes"
                        + " the units of an interview to be independent.",
                "Hanya {transcripts} transkrip yang dibandingkan: tidak ada selang antar transkrip, dan selang buku teks"
                        + " menganggap satuan dalam satu wawancara saling bebas.",
                "transcripts"),
        FINE_UNIT(
                "The {units} units are finer than a coder's judgement: percent agreement, AC1 and PABAK count mostly empty text and"
                        + " come near 1 whatever the coders did.",
                "{units} satuan ini lebih halus daripada penilaian pengode: persentase kesepakatan, AC1 dan PABAK terutama"
                        + " menghitung teks kosong dan mendekati 1 apa pun yang dilakukan pengode.",
                "units"),
        LONG_TURNS(
                "The median turn has {median_words} words, so a theme is easily somewhere in each. Look at sentences"
                        + " as well.",
                "Median giliran bicara {median_words} kata, sehingga suatu tema mudah muncul di mana saja di"
                        + " dalamnya. Lihat juga per kalimat.",
                "median_words");

        private final String english;
        private final String indonesian;
        private final String names;

        /** @param names of the values, parted by blanks */
        Code(String english, String indonesian, String names) {
            this.english = english;
            this.indonesian = indonesian;
            this.names = names;
        }

        /** What the values are, by the names they have in files. */
        public List<String> names() {
            return List.of(names.split(" "));
        }
    }

    public Flag {
        values = List.copyOf(values);
        if (values.size() != code.names().size()) {
            throw new IllegalArgumentException(code + " takes " + code.names + ", got " + values);
        }
    }

    static Flag of(Code code, Number... values) {
        return new Flag(code, Arrays.stream(values).map(Number::doubleValue).toList());
    }

    public Sentence sentence() {
        return new Sentence(filled(code.english, '.'), filled(code.indonesian, ','));
    }

    private String filled(String template, char point) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(number(
                                values.get(code.names().indexOf(place.group(1))),
                                !place.group(2).isEmpty())
                        .replace('.', point)));
    }

    private static String number(double value, boolean isShare) {
        if (isShare) {
            return String.format(Locale.ROOT, "%.1f", 100 * value);
        }
        return value == Math.rint(value)
                ? String.valueOf(Math.round(value))
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
