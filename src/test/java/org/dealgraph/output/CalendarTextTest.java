package org.dealgraph.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "a;b,c\\d\ne",
                "1234567890123456789012345678901234567890123456789012345678901234567",
                "12345678901234567890123456789012345678901234567890123456789012345678",
                "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
                "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀"
            })
    void a_line_has_at_most_75_octets_and_unfolds_to_what_it_was(String value) {
        String written = new CalendarText().text("SUMMARY", value).toString();
        assertThat(written).endsWith("\r\n");
        assertThat(written.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .allMatch(
                        line -> new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(line));
        assertThat(written.replace("\r\n ", "")).isEqualTo("SUMMARY:" + CalendarText.escape(value) + "\r\n");
    }

    @Test
    void separators_and_line_ends_are_escaped() {
        assertThat(CalendarText.escape("a;b,c\\d\r\ne")).isEqualTo("a\\;b\\,c\\\\d\\ne");
    }
}
