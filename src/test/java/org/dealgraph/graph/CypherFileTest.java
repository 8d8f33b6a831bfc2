package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CypherFileTest {

    @Test
    void comments_are_not_sent() {
        assertThat(CypherFile.parse("a/b", "// One.\nRETURN 1 AS one\n  // not this\n")
                        .text())
                .isEqualTo("RETURN 1 AS one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "RETURN 1", "// Nothing follows.\n", "// Two.\nRETURN 1;\nRETURN 2", "\n// Late.\nRETURN 1"})
    void a_file_that_is_no_single_explained_statement_is_refused_by_name(String content) {
        assertThatThrownBy(() -> CypherFile.parse("deal/odd", content))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("cypher/queries/deal/odd.cypher");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> CypherFile.of("deal/not_there"))
                .isInstanceOf(GraphException.class)
                .hasMessage("could not find a statement: cypher/queries/deal/not_there.cypher");
    }
}
