package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    OpenAI              | "OpenAI"
                    AND OR NOT          | "AND" AND "OR" AND "NOT"
                    $38 billion         | "38" AND "billion"
                    name:x* (y) ~2      | "name" AND "x" AND "y" AND "2"
                    AT&T                | "AT" AND "T"
                    日本 café            | "日本" AND "café"
                    """, quoteCharacter = '\u0001')
    void every_word_is_quoted_and_needed(String input, String query) {
        assertThat(FullText.query(input)).contains(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"", "*:*", "\\\\", "&&||!(){}[]^~?/"})
    void no_word_gives_no_query(String input) {
        assertThat(FullText.query(input)).isEmpty();
    }

    @Test
    void what_is_typed_without_end_is_cut() {
        assertThat(FullText.query("word ".repeat(10_000)))
                .hasValueSatisfying(query -> assertThat(query.split(" AND ")).hasSize(16));
        assertThat(FullText.query("w".repeat(100_000)))
                .hasValueSatisfying(query -> assertThat(query).hasSize(66));
    }
}
