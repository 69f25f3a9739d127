package org.sepakat.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sepakat.exchange.Reading.Format;
import org.sepakat.exchange.Reading.Read;
import org.sepakat.exchange.Reading.Unreadable;
import org.sepakat.exchange.Reading.Warning;
import org.sepakat.text.TranscriptText;

class TxtReaderTest {

    @Test
    void speakerLinesBeginTurnsAndFurtherLinesBelongToThem() {
        Read read = read("PS-01: Apa kabar?\nPM-07: Baik.\n\nSedikit lelah.\nPS-01: Mengapa?\n");

        assertEquals(Format.TURNS, read.format());
        assertEquals(List.of("PS-01|Apa kabar?", "PM-07|Baik.\n\nSedikit lelah.", "PS-01|Mengapa?"), turns(read));
        assertEquals(List.of(), read.warnings());
    }

    @Test
    void aWordBeforeAColonInsideATurnIsNoSpeaker() {
        Read read =
                read("Ani: Saya mencatat.\nCatatan: hujan deras.\nLalu reda.\nBudi: Ya.\nAni: Lalu?\nBudi: Pulang.");

        assertEquals(
                "Ani|Saya mencatat.\nCatatan: hujan deras.\nLalu reda.",
                turns(read).get(0));
        assertEquals(4, read.text().segments().size());
    }

    @Test
    void timesAndAddressesAreNoSpeakers() {
        Read read = read("12:30 kami mulai\nhttp://contoh.id dibuka\n12:30 kami mulai lagi");

        assertEquals(Format.PARAGRAPHS, read.format());
    }

    @Test
    void aLabelThatComesOnceIsBelievedWhereEveryLineHasOne() {
        assertEquals(List.of("Ani|Satu.", "Budi|Dua."), turns(read("Ani: Satu.\nBudi: Dua.")));
    }

    @Test
    void aLabelOverFortyCharactersIsText() {
        String label = "x".repeat(41);

        assertEquals(Format.PARAGRAPHS, read(label + ": a\n" + label + ": b").format());
        assertEquals(
                Format.TURNS,
                read(label.substring(1) + ": a\n" + label.substring(1) + ": b").format());
    }

    @Test
    void withoutSpeakersParagraphsAreBetweenBlankLines() {
        Read read = read("Pagi itu sepi.\nHujan turun.\n\n\n  Siangnya ramai.  \n");

        assertEquals(List.of("Pagi itu sepi.\nHujan turun.", "Siangnya ramai."), quotes(read.text()));
        assertNull(read.text().segments().get(0).speaker());
    }

    @Test
    void withoutBlankLinesEachLineIsAParagraph() {
        assertEquals(List.of("satu", "dua"), quotes(read("satu\ndua\n").text()));
    }

    @Test
    void carriageReturnsAndTheByteOrderMarkAreDropped() {
        Read read = read("\uFEFFAni: a\r\nBudi: b\rAni: c");

        assertEquals("Ani: a\nBudi: b\nAni: c", read.text().text());
    }

    @Test
    void emojiAndCombiningMarksKeepTheirCodeUnits() {
        Read read = read("Ani: 👩‍🏫 e\u0301\nBudi: ñ n\u0303");

        assertEquals(List.of("Ani|👩‍🏫 e\u0301", "Budi|ñ n\u0303"), turns(read));
        assertEquals(5, read.text().segments().get(0).span().start());
    }

    @Test
    void utf16IsReadByItsByteOrderMark() {
        byte[] little = "\uFEFFAni: a\nBudi: b".getBytes(StandardCharsets.UTF_16LE);
        byte[] big = "\uFEFFAni: a\nBudi: b".getBytes(StandardCharsets.UTF_16BE);

        assertEquals(
                "Ani: a\nBudi: b",
                assertInstanceOf(Read.class, TxtReader.read(little)).text().text());
        assertEquals(
                "Ani: a\nBudi: b",
                assertInstanceOf(Read.class, TxtReader.read(big)).text().text());
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() {
        byte[] windows = "Ani: caf\u00e9 kita".getBytes(Charset.forName("windows-1252"));

        assertEquals("Byte 8 is not UTF-8: save the file as UTF-8 text and send it again.", refused(windows));
    }

    @Test
    void aFileThatEndsInsideACharacterIsRefused() {
        byte[] whole = "Ani: é".getBytes(StandardCharsets.UTF_8);

        assertTrue(refused(java.util.Arrays.copyOf(whole, whole.length - 1)).startsWith("Byte 5 is not UTF-8"));
    }

    @Test
    void nulAndEmptinessAreRefused() {
        assertTrue(refused("Ani: a\0b".getBytes(StandardCharsets.UTF_8)).startsWith("Character 6 is NUL"));
        assertEquals("There is no text in this file.", refused(" \n\t".getBytes(StandardCharsets.UTF_8)));
        assertEquals("Nobody says anything in this file.", refused("Ani:\nBudi:\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatShouldBeLookedAtIsWarnedAbout() {
        assertEquals(
                List.of(Warning.EMPTY_TURNS, Warning.TEXT_BEFORE_FIRST_SPEAKER),
                read("Wawancara 3\nAni: a\nBudi:\nAni: b\nBudi: c").warnings());
        assertEquals(List.of(Warning.ONE_SPEAKER), read("Ani: a\nAni: b").warnings());
        assertEquals(
                List.of(Warning.LONG_TURNS),
                read("Ani: " + "kata ".repeat(81) + "\nBudi: " + "kata ".repeat(90))
                        .warnings());
    }

    @Test
    void theSummaryCountsSpeakersInOrderOfAppearance() {
        Summary summary =
                Summary.of(read("Budi: satu dua tiga\nAni: empat\nBudi: lima").text());

        assertEquals(List.of(new Summary.Speaker("Budi", 2, 17), new Summary.Speaker("Ani", 1, 5)), summary.speakers());
        assertEquals(1, summary.medianWords());
        assertEquals(3, summary.longestWords());
    }

    @Property
    void anyTextIsReadOrRefusedAndNothingIsLostFromIt(@ForAll String text) {
        Reading reading = TxtReader.read(text.getBytes(StandardCharsets.UTF_8));

        if (reading instanceof Read read) {
            String kept = text.startsWith("\uFEFF") ? text.substring(1) : text;
            byte[] bytes = kept.getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    new String(bytes, StandardCharsets.UTF_8)
                            .replace("\r\n", "\n")
                            .replace('\r', '\n'),
                    read.text().text());
        }
    }

    private static Read read(String text) {
        return assertInstanceOf(Read.class, TxtReader.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String refused(byte[] bytes) {
        return assertInstanceOf(Unreadable.class, TxtReader.read(bytes))
                .refusal()
                .message();
    }

    private static List<String> quotes(TranscriptText text) {
        return text.segments().stream()
                .map(segment -> text.quote(segment.span()))
                .toList();
    }

    private static List<String> turns(Read read) {
        return read.text().segments().stream()
                .map(segment -> segment.speaker() + "|" + read.text().quote(segment.span()))
                .toList();
    }
}
