package org.sepakat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AgreementCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aFolderOfTwoCoders() throws IOException {
        Files.createDirectory(folder.resolve("transcripts"));
        write("transcripts/satu.txt", "P: Apa kabar?\r\n\r\nS: Baik \uD83D\uDE00 sekali.\r\n\r\nS: Saya marah.\r\n");
        write("codebook.csv", "theme,applies_to_speaker\nmarah,S\nsenang,\n");
        write("codings.csv", "transcript,coder,theme,unit,start,end\nsatu,A,marah,3,,\nsatu,B,senang,,19,20\n");
        write("coverage.csv", "transcript,unit,coder\nsatu,1,A\nsatu,2,A\nsatu,3,A\nsatu,1,B\nsatu,2,B\nsatu,3,B\n");
    }

    @Test
    void a_folder_gives_each_theme_its_table_over_the_units_in_its_scope() throws IOException {
        assertEquals(0, run(folder.toString(), "--json"), err::toString);
        JsonNode theme =
                new ObjectMapper().readTree(out.toString()).get("themes").get(0);
        JsonNode pair = theme.get("pairs").get(0);
        assertEquals(2, theme.get("units").asInt());
        assertEquals("0 1 0 1", pair.get("a") + " " + pair.get("b") + " " + pair.get("c") + " " + pair.get("d"));
        assertEquals(0, pair.get("cohen_kappa").asDouble());
        assertTrue(pair.get("positive_agreement").asDouble() == 0);
    }

    @Test
    void offsets_count_code_points_of_the_text_with_simple_line_ends() throws IOException {
        assertEquals(0, run(folder.toString(), "--json", "--scope", "all"), err::toString);
        JsonNode pair = new ObjectMapper()
                .readTree(out.toString())
                .get("themes")
                .get(1)
                .get("pairs")
                .get(0);
        assertEquals(3, pair.get("n").asInt());
        assertEquals(1, pair.get("c").asInt());
    }

    @Test
    void without_json_a_person_reads_a_table() {
        assertEquals(0, run(folder.toString()));
        assertTrue(out.toString().contains("kappa A / B"), out::toString);
        assertTrue(out.toString().contains("  ! Only 2 units were compared"), out::toString);
        assertTrue(out.toString().contains("  why, A / B: left out 1, another theme instead 0"), out::toString);
    }

    @Test
    void a_theme_says_what_to_know_and_why_its_figure_is_low() throws IOException {
        write("codings.csv", "transcript,coder,theme,unit\nsatu,A,marah,3\nsatu,B,senang,3\nsatu,A,senang,2\n");
        assertEquals(0, run(folder.toString(), "--json"), err::toString);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        JsonNode theme = json.get("themes").get(0);
        JsonNode why = theme.get("pairs").get(0).get("diagnosis");
        assertEquals("[\"FEW_UNITS\",\"FEW_MARKS\",\"CODER_CONSTANT\",\"FEW_TRANSCRIPTS\"]", codes(theme.get("flags")));
        assertEquals(2, theme.get("flags").get(0).get("units").asInt());
        assertEquals(1, why.get("substituted").asInt());
        assertEquals(
                "{\"theme\":\"senang\",\"units\":1}", why.get("instead").get(0).toString());
        assertEquals(1, why.get("if_settled").get(0).get("as_present").asDouble());
        assertEquals("satu 3 3", telling(theme.get("diagnosis").get("telling").get(0)));
        assertEquals(
                "{\"themes\":[\"marah\",\"senang\"],\"units\":1}",
                json.get("pairs").get(0).get("confusion").get(0).toString());
    }

    private static String codes(JsonNode flags) {
        return flags.findValues("code").toString().replace(", ", ",");
    }

    private static String telling(JsonNode unit) {
        return unit.get("transcript").asText() + " " + unit.get("unit") + " " + unit.get("segment");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        codings.csv  | satu,A,sedih,1,,    | codings.csv:4:8: theme 'sedih' is not in codebook.csv
        codings.csv  | satu,C,marah,1,,    | codings.csv:4:6: coder 'C' has no row in coverage.csv
        codings.csv  | satu,A,marah,4,,    | codings.csv:4:14: expected a unit from 1 to 3, found '4'
        codings.csv  | satu,A,marah,,5,NaN | codings.csv:4:15: expected 0 <= start < end
        codings.csv  | satu,A,marah,,-2,5  | codings.csv:4:15: expected 0 <= start < end
        codings.csv  | satu,A,marah,3,,    | codings.csv:4:8: this row stands there twice
        codings.csv  | dua,A,marah,1,,     | codings.csv:4:1: no transcript 'dua'
        codings.csv  | satu,A,marah        | codings.csv:4:8: expected 6 cells as in the heading, parted by a comma, found 3
        codings.csv  | 'satu,"A,marah'     | codings.csv:4:6: a quote that nothing closes
        coverage.csv | satu,9,A            | coverage.csv:8:6: expected a unit from 1 to 3
        """)
    void a_bad_row_is_refused_by_file_line_and_column(String file, String row, String message) throws IOException {
        Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + row + "\n");
        assertEquals(2, run(folder.toString(), "--json"));
        assertTrue(err.toString().contains(message), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void a_coding_outside_coverage_is_refused() throws IOException {
        write("coverage.csv", "transcript,unit,coder\nsatu,1,A\nsatu,2,A\nsatu,3,B\nsatu,2,B\n");
        assertEquals(2, run(folder.toString()));
        assertTrue(err.toString().contains("codings.csv:2:6: A did not cover this place"), err::toString);
    }

    @Test
    void an_empty_folder_is_refused_without_a_stack_trace(@TempDir Path empty) {
        assertEquals(2, run(empty.toString()));
        assertTrue(err.toString().contains("expected transcripts/*.txt or *.vtt, found none"));
        assertFalse(err.toString().contains("\tat "));
    }

    @Test
    void a_coding_of_a_sub_theme_counts_for_those_above_it_only_where_asked() throws IOException {
        write("codebook.csv", "theme,parent\nmarah,rasa\nsenang,\nrasa,emosi\nemosi,\n");
        assertEquals("0 0", cells("rasa") + " " + cells("emosi"));
        assertEquals("1 1", cells("rasa", "--rollup") + " " + cells("emosi", "--rollup"));
    }

    @Test
    void a_tree_that_no_import_would_take_is_not_rolled_up() throws IOException {
        write("codebook.csv", "theme,parent\nmarah,rasa\nsenang,cemas\nrasa,marah\n");
        assertEquals(2, run(folder.toString(), "--rollup"));
        assertTrue(err.toString().contains("codebook.csv:2:7: theme 'marah' stands under itself"), err::toString);
        assertTrue(err.toString().contains("codebook.csv:3:8: the parent 'cemas'"), err::toString);
        assertEquals(0, run(folder.toString()), "without the tree there is nothing wrong");
    }

    /** Marks that only the first coder made of a theme. */
    private int cells(String theme, String... options) throws IOException {
        out.getBuffer().setLength(0);
        String[] arguments = {folder.toString(), "--json"};
        assertEquals(
                0, run(Stream.concat(Stream.of(arguments), Stream.of(options)).toArray(String[]::new)), err::toString);
        for (JsonNode each : new ObjectMapper().readTree(out.toString()).get("themes")) {
            if (each.get("theme").asText().equals(theme)) {
                return each.get("pairs").get(0).get("b").asInt();
            }
        }
        throw new AssertionError("no theme " + theme);
    }

    @Test
    void the_bootstrap_names_its_seed_and_gives_the_same_interval_again() throws IOException {
        StringBuilder matrix = new StringBuilder("x,y,t\n");
        for (int unit = 0; unit < 60; unit++) {
            matrix.append(unit % 2)
                    .append(',')
                    .append(unit % 7 == 0 ? 1 : unit % 2)
                    .append(",t")
                    .append(unit % 6);
            matrix.append('\n');
        }
        write("m.csv", matrix.toString());
        JsonNode first = bootstrap("7");
        assertEquals(first, bootstrap("7"));
        assertEquals(7, first.get("bootstrap").get("seed").asInt());
        assertEquals(2, first.get("cohen_kappa_ci95_cluster_bootstrap").size());
        JsonNode other = bootstrap("8").get("cohen_kappa_ci95_cluster_bootstrap");
        assertFalse(first.get("cohen_kappa_ci95_cluster_bootstrap").equals(other));
        for (String key :
                new String[] {"krippendorff_alpha", "fleiss_kappa", "conger_kappa", "gwet_ac1", "light_kappa"}) {
            assertEquals(2, first.get(key + "_ci95_cluster_jackknife_t").size(), key);
            assertEquals(2, first.get(key + "_ci95_cluster_bootstrap").size(), key);
        }
    }

    private JsonNode bootstrap(String seed) throws IOException {
        out.getBuffer().setLength(0);
        String file = folder.resolve("m.csv").toString();
        String[] arguments = {"--ratings", file, "--clusters", "t", "--json", "--interval", "bootstrap", "--seed", seed
        };
        assertEquals(0, run(arguments), err::toString);
        return new ObjectMapper().readTree(out.toString()).get(0);
    }

    @Test
    void free_spans_have_figures_of_their_own() throws IOException {
        write("codings.csv", "transcript,coder,theme,unit,start,end\nsatu,A,senang,,18,24\nsatu,B,senang,,19,24\n");
        assertEquals(0, run(folder.toString(), "--json"), err::toString);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        JsonNode pair = json.get("themes").get(1).get("pairs").get(0);
        assertEquals(0, pair.get("span_f1_exact").asDouble());
        assertEquals(1, pair.get("span_f1_iou").asDouble());
        assertTrue(pair.get("u_alpha_binary").asDouble() > 0.8, pair::toString);
        assertEquals(1, pair.get("cohen_kappa").asDouble());
        assertEquals(1, pair.get("diagnosis").get("boundary").asInt());
        assertEquals(1, json.get("krippendorff_alpha_masi").asDouble());
    }

    @Test
    void matrices_print_an_array_with_one_object_per_file() throws IOException {
        write("m.csv", "x,y,t\nya,ya,1\ntidak,ya,1\n,ya,2\n");
        String file = folder.resolve("m.csv").toString();
        String[] arguments = {"--ratings", file, file, "--categories", "tidak,ya", "--clusters", "t", "--json"};
        assertEquals(0, run(arguments), err::toString);
        JsonNode array = new ObjectMapper().readTree(out.toString());
        assertEquals(2, array.size());
        assertEquals(file, array.get(1).get("file").asText());
        assertEquals(0.5, array.get(0).get("percent_agreement").asDouble());
        assertTrue(array.get(0).get("cohen_kappa_ci95_cluster_jackknife_t").isNull());
        assertEquals(
                "TOO_FEW_CLUSTERS",
                array.get(0)
                        .get("reasons")
                        .get("cohen_kappa_ci95_cluster_jackknife_t")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        'x\\n1\\n0\\n'             | at least two coders, found 1
        'x,y\\n1,NaN\\n0,0\\n'      | 'NaN' is no category
        'x,y\\n1,Infinity\\n0,0\\n' | m.csv:2:3: 'Infinity' is no category; expected one of [0, 1] or nothing
        'x,y\\n1,2\\n3,1e999\\n'    | m.csv:3:3: '1e999' is no category
        'x,y\\n1,#DIV/0!\\n0,0\\n'  | m.csv:2:3: '#DIV/0!' is no category
        'x,y\\n'                   | m.csv:2:1: expected a row for each unit below the heading, found none
        'x,y,x\\n1,0,1\\n'         | m.csv:1:5: expected every column to have a name of its own, found 'x' again, as in column 1
        'x,,y\\n1,0,1\\n'          | m.csv:1:3: expected every column to have a name of its own, found one without
        'x,y\\n1,0,1\\n'           | m.csv:2:3: expected 2 cells as in the heading, parted by a comma, found 3
        'x;y\\n1;0\\n1,0\\n'       | m.csv:3:1: expected 2 cells as in the heading, parted by a semicolon, found 1
        'x;y\\n"1"0;0\\n'          | m.csv:2:4: text after a closing quote; expected a semicolon or the end of the line
        'x,y\\nya,ya\\n'           | at least two categories
        ''                       | the file is empty
        """)
    void a_bad_matrix_is_refused(String text, String message) throws IOException {
        write("m.csv", text.replace("\\n", "\n"));
        assertEquals(2, run("--ratings", folder.resolve("m.csv").toString()));
        assertTrue(err.toString().contains(message), err::toString);
    }

    @Test
    void a_unit_without_a_transcript_is_refused_where_transcripts_are_named() throws IOException {
        write("m.csv", "x,t,y\n1,a,1\n0,,1\n");
        String file = folder.resolve("m.csv").toString();
        assertEquals(2, run("--ratings", file, "--clusters", "t", "--json"));
        assertTrue(err.toString().contains("m.csv:3:3: expected the name of the unit's transcript"), err::toString);
        assertEquals(2, run("--ratings", file, "--clusters", "transkrip"));
        assertTrue(err.toString().contains("expected a column 'transkrip', found [x, t, y]"), err::toString);
    }

    @Test
    void a_value_that_was_not_declared_is_refused_by_its_place() throws IOException {
        write("m.csv", "x,y\na,b\nb,c\n");
        String file = folder.resolve("m.csv").toString();
        assertEquals(2, run("--ratings", file, "--categories", "a,b"));
        assertTrue(err.toString().contains("m.csv:3:3: 'c' is no category; expected one of [a, b]"), err::toString);
        assertEquals(2, run("--ratings", file, "--categories", "a,,b,c"));
        assertTrue(err.toString().contains("none without a name"), err::toString);
    }

    @Test
    void a_column_of_texts_is_no_coder() throws IOException {
        String rows = IntStream.range(0, 1001).mapToObj(i -> i + ",0\n").collect(Collectors.joining());
        write("m.csv", "x,y\n" + rows);
        assertEquals(2, run("--ratings", folder.resolve("m.csv").toString()));
        assertTrue(err.toString().contains("1001 categories; expected at most 1000"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y\n1,10\n2,2\n10,1.5\n",
                "\uFEFFx;y\r\n1;10\r\n2;2\r\n\r\n10;1.5\r\n",
                "x\ty\r1\t10\r2\t2\r10\t1.5",
                "\n \nx;y\n1;10\n2;2\n10;1.5\n"
            })
    void a_spreadsheets_separators_line_ends_and_byte_order_mark_are_understood(String text) throws IOException {
        write("m.csv", text);
        assertEquals(0, run("--ratings", folder.resolve("m.csv").toString(), "--json"), err::toString);
        JsonNode json = new ObjectMapper().readTree(out.toString()).get(0);
        assertEquals("[\"1\",\"1.5\",\"2\",\"10\"]", json.get("categories").toString());
        assertEquals("[\"x\",\"y\"]", json.get("coders").toString());
    }

    @Test
    void of_several_inputs_the_good_ones_come_out_and_each_bad_one_is_told_of() throws IOException {
        write("good.csv", "x,y\n1,0\n0,0\n");
        write("bad.csv", "x,y\n1,NaN\n");
        String good = folder.resolve("good.csv").toString();
        String bad = folder.resolve("bad.csv").toString();
        String none = folder.resolve("none.csv").toString();
        assertEquals(2, run("--ratings", "--json", bad, good, none));
        JsonNode array = new ObjectMapper().readTree(out.toString());
        assertEquals(1, array.size());
        assertEquals(good, array.get(0).get("file").asText());
        assertTrue(err.toString().contains(bad + ": refused"), err::toString);
        assertTrue(err.toString().contains("bad.csv:2:3: 'NaN' is no category"), err::toString);
        assertTrue(err.toString().contains("none.csv: the file is missing"), err::toString);
    }

    @Test
    void words_of_a_scale_stand_beside_a_figure_only_where_the_scale_is_named() throws IOException {
        StringBuilder rows = new StringBuilder("x,y,t\n");
        for (int unit = 0; unit < 120; unit++) {
            rows.append(unit % 3 == 0 ? 1 : 0).append(',').append(unit % 3 == 0 && unit % 7 > 0 ? 1 : 0);
            rows.append(",t").append(unit % 8).append('\n');
        }
        write("m.csv", rows.toString());
        String file = folder.resolve("m.csv").toString();
        assertEquals(0, run("--ratings", file, "--clusters", "t", "--json"), err::toString);
        assertFalse(out.toString().contains("_level"));
        JsonNode clustered = ofScale("landis-koch", "--ratings", file, "--clusters", "t");
        assertEquals(
                "Landis & Koch 1977",
                clustered.get("cohen_kappa_level").get("scale").asText());
        assertEquals(
                "over transcripts",
                clustered.get("cohen_kappa_level").get("error").asText());
        assertTrue(clustered.get("cohen_kappa_level").get("probability").asDouble() >= 0.95);
        write("m.csv", rows.toString().replaceAll(",t[0-9]*", ""));
        JsonNode alone = ofScale("krippendorff", "--ratings", file).get("krippendorff_alpha_level");
        assertEquals("units taken as independent", alone.get("error").asText());
        assertEquals("Rely", alone.get("level").asText());
        assertEquals(2, run("--ratings", file, "--scale", "best"));
        assertTrue(
                err.toString().contains("scale 'best': expected one of [altman, cicchetti, fleiss, krippendorff"),
                err::toString);
    }

    private JsonNode ofScale(String scale, String... arguments) throws IOException {
        out.getBuffer().setLength(0);
        String[] named = Stream.concat(Stream.of(arguments), Stream.of("--json", "--scale", scale))
                .toArray(String[]::new);
        assertEquals(0, run(named), err::toString);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        return json.isArray() ? json.get(0) : json;
    }

    @Test
    void the_table_fits_a_hundred_columns_and_names_why_a_figure_has_no_value() throws IOException {
        write("codings.csv", "transcript,coder,theme,unit\nsatu,A,marah,3\n");
        assertEquals(0, run(folder.toString(), "--scale", "fleiss"), err::toString);
        String text = out.toString();
        assertTrue(
                text.lines()
                        .filter(line -> !line.startsWith("  ") && !line.startsWith("/"))
                        .allMatch(line -> line.length() <= 100),
                text);
        assertTrue(text.lines().anyMatch(line -> line.startsWith("kappa A / B") && line.endsWith("CONSTANT")), text);
    }

    @Test
    void a_wrong_option_is_said_once_whatever_the_inputs() {
        assertEquals(2, run("--unit", "verse", folder.toString(), folder.toString()));
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void a_category_declared_twice_is_refused() throws IOException {
        write("m.csv", "x,y\n1,2\n");
        String file = folder.resolve("m.csv").toString();
        assertEquals(2, run("--ratings", file, "--categories", "1,2,1"));
        assertTrue(
                err.toString()
                        .contains("expected every category once and none without a name, found [1, 2, 1] declared"),
                err::toString);
    }

    @Test
    void a_million_columns_are_refused() throws IOException {
        write("m.csv", "a,".repeat(1_000_000) + "b\n");
        assertEquals(2, run("--ratings", folder.resolve("m.csv").toString()));
        assertTrue(err.toString().contains("1000001 columns; expected at most 1000"), err::toString);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private int run(String... arguments) {
        return new CommandLine(new AgreementCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
