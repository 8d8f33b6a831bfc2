package org.dealgraph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs the web platform's URL cases from the suites' folder, which is no part of the project. */
class WebAddressSuiteTest {

    private static final Path CASES =
            Path.of(System.getProperty("dealgraph.suites", "../shared/suites"), "url", "urltestdata.json");
    private static final double HELD = 0.98;

    @Test
    void reads_web_addresses_as_browsers_do() throws IOException {
        assumeTrue(Files.isRegularFile(CASES), "skipped: no suite at " + CASES);
        List<String> failed = new ArrayList<>();
        int all = 0;
        for (JsonNode item : new ObjectMapper().readTree(CASES.toFile())) {
            if (item.isObject() && isWeb(item)) {
                all++;
                String input = item.path("input").asText();
                String want = item.path("failure").asBoolean()
                        ? "failure"
                        : item.path("href").asText();
                String have =
                        read(input, item.path("base")).map(WebAddress::href).orElse("failure");
                if (!want.equals(have)) {
                    failed.add("%s on %s: want %s, have %s".formatted(input, item.path("base"), want, have));
                }
            }
        }
        System.out.printf("url: %d of %d%n", all - failed.size(), all);
        if (Boolean.getBoolean("dealgraph.suites.print")) {
            failed.forEach(System.out::println);
        }
        assertThat(all - failed.size()).as("failed: %s", failed).isGreaterThanOrEqualTo((int) Math.ceil(HELD * all));
    }

    private static Optional<WebAddress> read(String input, JsonNode base) {
        if (base.isNull() || base.isMissingNode()) {
            return WebAddress.parse(input);
        }
        Optional<WebAddress> start = WebAddress.parse(base.asText());
        return start.isPresent() ? start.get().resolve(input) : WebAddress.parse(input);
    }

    private static boolean isWeb(JsonNode item) {
        if (item.path("failure").asBoolean()) {
            return item.path("input").asText().strip().toLowerCase().startsWith("http");
        }
        return item.path("protocol").asText().matches("https?:");
    }
}
