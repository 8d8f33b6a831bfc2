package org.dealgraph.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the robots.txt cases from the suites' folder, which is no part of the project. */
class RobotsSuiteTest {

    private static final Path CASES =
            Path.of(System.getProperty("dealgraph.suites", "../shared/suites"), "robots", "cases.jsonl");

    @Test
    void decides_every_case_as_its_authors_do() throws IOException {
        assumeTrue(Files.isRegularFile(CASES), "skipped: no suite at " + CASES);
        ObjectMapper mapper = new ObjectMapper();
        List<String> failed = new ArrayList<>();
        List<String> lines = Files.readAllLines(CASES);
        for (String line : lines) {
            JsonNode item = mapper.readTree(line);
            Robots robots = Robots.parse(item.path("robots").asText());
            boolean allowed =
                    robots.allows(item.path("agent").asText(), item.path("url").asText());
            if (allowed != item.path("allowed").asBoolean()) {
                failed.add(line);
            }
        }
        System.out.printf("robots: %d of %d%n", lines.size() - failed.size(), lines.size());
        assertThat(failed).isEmpty();
    }
}
