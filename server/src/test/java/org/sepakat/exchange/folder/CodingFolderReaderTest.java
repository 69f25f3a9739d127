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
import org.junit.jupiter.api.function.Executable;
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

    @Test
    void names_are_the_same_however_a_system_writes_them_or_blanks_surround_them() throws Faults {
        write("transcripts/Rene\u0301.txt", "P: Lalu?\n\nIbu S: Marah.\n");
        write("codebook.csv", "theme\nmarah\n");
        write("codings.csv", "transcript,coder,theme,unit\nRen\u00e9,Jose\u0301 ,marah,2\n");
        write("coverage.csv", "transcript,unit,coder\n Ren\u00e9 ,2, Jos\u00e9\nRene\u0301,2,B\n");
        CodingFolder folder = read(false);

        assertEquals(Set.of("Ren\u00e9"), folder.transcripts().keySet());
        assertEquals(List.of("B", "Jos\u00e9"), folder.coders());
        assertEquals("Jos\u00e9", folder.codings().get(0).coder());
    }

    private static String refused(Executable reading) {
        return String.valueOf(assertThrows(Faults.class, reading).getMessage());
    }

    @Test
    void two_transcripts_of_one_name_are_refused_by_both_their_files() {
        write("transcripts/a.txt", "P: Lalu?\n");
        write("transcripts/a .txt", "P: Lain?\n");
        writeTables();
        String refused = refused(() -> read(false));
        assertTrue(refused.contains("'transcripts/a .txt' and 'transcripts/a.txt'"), refused);
    }

    @Test
    void figures_that_roll_up_refuse_the_trees_that_an_import_refuses() throws Faults {
        write("transcripts/a.vtt", VTT);
        writeTables();
        write("codebook.csv", "theme,parent\nmarah,rasa\nrasa,marah\ntakut,cemas\n");
        CodingFolder folder = read(false);
        assertEquals(2, folder.codings().size(), "they count without a tree");

        String rolledUp = refused(folder::rolledUp);
        String imported = refused(() -> FolderImport.of(folder, new FolderImport.Settings("Dari luar", true)));
        assertEquals(rolledUp, imported);
        assertTrue(rolledUp.contains("codebook.csv:2:7: theme 'marah' stands under itself"), rolledUp);
        assertTrue(rolledUp.contains("codebook.csv:4:7: the parent 'cemas'"), rolledUp);
    }

    @Test
    void a_tree_may_be_eight_levels_deep_in_whatever_order_it_stands() {
        write("transcripts/a.vtt", VTT);
        writeTables();
        var codebook = new StringBuilder("theme,parent\nmarah,\n");
        for (int level = 1; level <= 9; level++) {
            codebook.append("t")
                    .append(level)
                    .append(",")
                    .append(level == 1 ? "" : "t" + (level - 1))
                    .append("\n");
        }
        write("codebook.csv", codebook.toString());
        String refused = refused(() -> read(false).rolledUp());
        assertTrue(refused.contains("codebook.csv:11:4: theme 't9' stands too deep"), refused);
    }
}
