package org.sepakat.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sepakat.exchange.Reading.Format;
import org.sepakat.exchange.Reading.Read;
import org.sepakat.exchange.Reading.Unreadable;

class WebVttReaderTest {

    @Test
    void cuesOfTheSameVoiceBecomeOneTurnWithTheTimeOfTheFirst() {
        Read read = read("""
                WEBVTT - wawancara

                NOTE dibuat dengan tangan

                1
                00:01.500 --> 00:03.000
                <v Ani>Selamat pagi.

                00:03.000 --> 00:05.000 align:start
                <v Ani>Apa kabar?

                01:00:05.250 --> 01:00:07.000
                <v.keras Budi>Baik &amp; <i>sehat</i>
                sekali.</v>
                """);

        assertEquals(
                "Ani: Selamat pagi. Apa kabar?\n\nBudi: Baik & sehat sekali.",
                read.text().text());
        assertEquals(List.of("Ani|1500|Selamat pagi. Apa kabar?", "Budi|3605250|Baik & sehat sekali."), turns(read));
        assertEquals(Format.WEBVTT, read.format());
    }

    @Test
    void twoVoicesInOneCueAreTwoTurns() {
        assertEquals(
                List.of("Ani|0|Ya?", "Budi|0|Ya."),
                turns(read("WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ani>Ya?</v>\n<v Budi>Ya.</v>\n")));
    }

    @Test
    void namesBeforeColonsSpeakWhereNoVoiceIsMarked() {
        assertEquals(
                List.of("Ani|0|Satu 👋 dua.", "Budi|2000|Tiga."),
                turns(read("WEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nAni: Satu 👋\r\n\r\n"
                        + "00:01.000 --> 00:02.000\r\nAni: dua.\r\n\r\n00:02.000 --> 00:03.000\r\nBudi: Tiga.")));
    }

    @Test
    void cuesWithoutASpeakerStaySegmentsOfTheirOwn() {
        Read read = read("WEBVTT\n\n00:00.000 --> 00:01.000\nsatu\n\n00:01.000 --> 00:02.000\ndua");

        assertEquals("satu\n\ndua", read.text().text());
        assertNull(read.text().segments().get(1).speaker());
    }

    @Test
    void anotherFileIsRefused() {
        assertEquals(
                "The first line of a WebVTT file is WEBVTT; this one is not.", refused("1\n00:01 --> 00:02\nhalo"));
        assertEquals("Nobody says anything in this file.", refused("WEBVTT\n\nNOTE kosong"));
    }

    private static Read read(String text) {
        return assertInstanceOf(Read.class, WebVttReader.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String refused(String text) {
        return assertInstanceOf(Unreadable.class, WebVttReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .refusal()
                .message();
    }

    private static List<String> turns(Read read) {
        return read.text().segments().stream()
                .map(s ->
                        s.speaker() + "|" + s.startMillis() + "|" + read.text().quote(s.span()))
                .toList();
    }
}
