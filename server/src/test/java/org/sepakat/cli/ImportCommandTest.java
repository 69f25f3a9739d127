package org.sepakat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder that cannot be imported is refused before any database is opened, with everything that is wrong with it. */
class ImportCommandTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aFolderOfTwoCoders() throws IOException {
        Files.createDirectory(folder.resolve("transcripts"));
        write("transcripts/satu.txt", "P: Apa kabar?\n\nS: Baik sekali.\n\nS: Saya marah.\n");
        write(
                "codebook.csv",
                "theme,parent,exclusive_group,applies_to_speaker\nrasa,,,\nmarah,rasa,satu,S\nsenang,rasa,satu,\n");
        write("codings.csv", "transcript,coder,theme,unit,start,end\nsatu,A,marah,3,,\nsatu,B,senang,2,,\n");
        write("coverage.csv", "transcript,unit,coder\nsatu,1,A\nsatu,2,A\nsatu,3,A\nsatu,1,B\nsatu,2,B\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            codings.csv  | satu,A,"mar     | malformed: 1              | codings.csv:4:8: a quote that nothing closes; expected a closing quote
            codings.csv  | satu,A,marah    | malformed: 1              | codings.csv:4:8: expected 6 cells as in the heading, parted by a comma, found 3
            codings.csv  | satu,A,sedih,1,,| unknown theme: 1          | codings.csv:4:8: theme 'sedih' is not in codebook.csv
            codings.csv  | satu,C,marah,1,,| coder without coverage: 1 | codings.csv:4:6: coder 'C' has no row in coverage.csv
            codings.csv  | satu,A,marah,4,,| unit out of range: 1      | codings.csv:4:14: expected a unit from 1 to 3, found '4'
            codings.csv  | satu,A,marah,3,,| duplicate row: 1          | codings.csv:4:8: this row stands there twice, first in line 2
            codings.csv  | satu , A , marah ,3,,| duplicate row: 1     | codings.csv:4:11: this row stands there twice, first in line 2
            codings.csv  | satu,B,rasa,3,, | outside coverage: 1       | codings.csv:4:6: B did not cover this place
            codings.csv  | satu,A,rasa,,13,15| bad value: 1            | codings.csv:4:14: expected words between start and end
            codings.csv  | satu,A,senang,3,,| exclusive group: 1       | codings.csv:4:8: 'senang' and, in line 2, 'marah' are of the exclusive group 'satu'
            codebook.csv | takut,cemas,,   | unknown theme: 1          | codebook.csv:5:7: the parent 'cemas' of theme 'takut' is not in codebook.csv
            codebook.csv | takut,takut,,   | bad value: 1              | codebook.csv:5:7: theme 'takut' stands under itself
            codebook.csv | " marah ",,,    | duplicate row: 1          | codebook.csv:5:1: theme 'marah' stands there twice, first in line 3
            coverage.csv | satu,1, A       | duplicate row: 1          | coverage.csv:7:6: this row stands there twice, first in line 2
            coverage.csv | satu,9,A        | unit out of range: 1      | coverage.csv:7:6: expected a unit from 1 to 3
            """)
    void what_is_wrong_is_named_by_file_line_and_column_and_counted(
            String file, String row, String count, String message) throws IOException {
        write(file, Files.readString(folder.resolve(file)) + row + "\n");
        assertEquals(2, run());
        assertTrue(err.toString().contains(count), err::toString);
        assertTrue(err.toString().contains(message), err::toString);
        assertTrue(err.toString().contains("Nothing was imported."), err::toString);
        assertFalse(Files.exists(folder.resolve("data")), "no database was made");
    }

    @Test
    void coverage_is_needed_unless_everything_was_reviewed() throws IOException {
        Files.delete(folder.resolve("coverage.csv"));
        assertEquals(2, run());
        assertTrue(err.toString().contains("coverage.csv: the file is missing"), err::toString);
    }

    @Test
    void names_that_no_study_can_hold_are_named_by_their_place() throws IOException {
        write(
                "codebook.csv",
                Files.readString(folder.resolve("codebook.csv")) + "a\0b,,,\n" + "x".repeat(181) + ",,,\n");
        assertEquals(2, run());
        assertTrue(err.toString().contains("bad value: 2"), err::toString);
        assertTrue(err.toString().contains("codebook.csv:5:1: expected text, found a NUL"), err::toString);
        assertTrue(err.toString().contains("codebook.csv:6:1: expected at most 180"), err::toString);
    }

    @Test
    void all_that_is_missing_is_named_at_once(@TempDir Path empty) {
        folder = empty;
        assertEquals(2, run());
        for (String file : List.of("transcripts/", "codebook.csv", "codings.csv", "coverage.csv")) {
            assertTrue(err.toString().contains("  " + file + ": "), err::toString);
        }
        assertTrue(err.toString().contains("missing file: 4"), err::toString);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private int run() {
        return Main.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute(
                        "import",
                        "--study",
                        "S",
                        "--data",
                        folder.resolve("data").toString(),
                        folder.toString());
    }
}
