package org.sepakat.exchange.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sepakat.exchange.folder.CodingFolder.FolderCoding;
import org.sepakat.study.ForeignRound;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.TranscriptText;

class CodingFolderReaderTest {
    private static final String VTT = """
            WEBVTT

            00:01.000 --> 00:02.000
            <v Ibu S>Saya \uD83D\uDE00 marah.

            00:02.000 --> 00:03.000
            <v Ibu S>Sekali.

            00:03.000 --> 00:04.000
            <v P>Lalu?
            """;

    private final Map<String, byte[]> files = new TreeMap<>();

    private void write(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private CodingFolder read(boolean allReviewed) throws Faults {
        return CodingFolderReader.read(FolderFiles.of("folder", files), allReviewed);
    }

    private static TranscriptText text(CodingFolder folder) {
        return Objects.requireNonNull(folder.transcripts().get("a"));
    }

    private static Set<Integer> reviewedByB(CodingFolder folder) {
        return Objects.requireNonNull(
                Objects.requireNonNull(folder.reviewed().get("a")).get("B"));
    }

    private void writeTables() {
        write("codebook.csv", "note,theme,parent\nx,marah,rasa\ny,rasa,\n");
        write("codings.csv", "transcript,coder,theme,unit,start,end,sure\na,A,marah,1,,,yes\na,B,marah,,12,13,no\n");
        write("coverage.csv", "transcript,unit,coder,when\na,1,A,now\na,2,A,now\na,1,B,now\n");
    }

    @Test
    void subtitles_are_read_as_an_import_reads_them_and_further_columns_are_left_out() throws Faults {
        write("transcripts/a.vtt", VTT);
        writeTables();
        CodingFolder folder = read(false);

        assertEquals(
                Arrays.asList("Ibu S", "P"),
                text(folder).segments().stream().map(BaseSegment::speaker).toList());
        FolderCoding emoji = folder.codings().get(1);
        assertEquals("\uD83D\uDE00", text(folder).quote(emoji.span()), "code points became code units");
        assertEquals(Set.of(0), reviewedByB(folder));
    }

    @Test
    void where_there_is_a_text_its_subtitles_are_left_out() throws Faults {
        write("transcripts/a.vtt", "no subtitles at all");
        write("transcripts/a.txt", "Ibu S: Saya \uD83D\uDE00 marah.\n\nP: Lalu?\n");
        write("transcripts/old/b.txt", "P: deeper\n");
        write("notes.md", "a note");
        writeTables();

        assertEquals(2, text(read(false)).segments().size());
        FolderFiles folder = FolderFiles.of("folder", files);
        assertEquals(
                List.of("notes.md", "transcripts/a.vtt", "transcripts/old/b.txt"),
                CodingFolderReader.unread(folder, false));
        assertTrue(CodingFolderReader.unread(folder, true).contains("coverage.csv"));
    }

    @Test
    void without_coverage_all_were_reviewed_only_if_that_is_said() throws Faults {
        write("transcripts/a.vtt", VTT);
        writeTables();
        files.remove("coverage.csv");

        assertThrows(Faults.class, () -> read(false));
        assertEquals(Set.of(0, 1), reviewedByB(read(true)));
    }

    @Test
    void a_round_to_import_has_parents_before_children_and_labels_in_the_language_that_is_named() throws Faults {
        write("transcripts/a.vtt", VTT);
        writeTables();
        ForeignRound round = FolderImport.of(read(false), new FolderImport.Settings("Dari luar", true));

        assertEquals(
                List.of("rasa", "marah"),
                round.themes().stream().map(ForeignRound.Entry::name).toList());
        assertEquals("rasa", round.themes().get(0).label().id());
        assertEquals("", round.themes().get(0).label().en());
        assertEquals(2 + 3, round.acts());
    }
}
