package org.sepakat.cli.golden;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every case of a golden file and every key it expects, each at its tolerance; a key or kind that is not known fails. The file is
 * {@code -Dgolden=FILE}, or {@code ../shared/golden/agreement.json} from the project's root.
 */
class GoldenTest {

    @TestFactory
    List<DynamicTest> every_case_holds_at_its_tolerance() throws IOException {
        Path file = Path.of(System.getProperty("golden", "../../shared/golden/agreement.json"));
        List<DynamicTest> tests = new ArrayList<>();
        if (!Files.exists(file)) {
            String sentence = "no golden file at " + file.toAbsolutePath() + "; give one with -Dgolden=FILE";
            return List.of(DynamicTest.dynamicTest("the golden file", () -> assumeTrue(false, sentence)));
        }
        for (JsonNode example : new ObjectMapper().readTree(file.toFile())) {
            tests.add(DynamicTest.dynamicTest(example.get("id").asText(), () -> run(example)));
        }
        return tests;
    }

    private static void run(JsonNode example) {
        JsonNode actual = GoldenKind.of(example.get("kind").asText()).figures(example.get("data"), example);
        new GoldenComparison(example).compare(actual);
    }
}
