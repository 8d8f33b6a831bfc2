package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bolt://localhost:7687",
                "neo4j://graph.example.org",
                "neo4j+s://0123abcd.databases.example.org",
                "bolt+ssc://10.0.0.1:7687"
            })
    void these_addresses_are_taken(String uri) {
        assertThat(GraphSettings.server(uri, "neo4j", "secret").server()).contains(URI.create(uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:7687", "http://localhost:7474", "bolt:", "neo4j://", "bolt://a b", "7687"})
    void other_addresses_are_refused_by_name(String uri) {
        assertThatThrownBy(() -> GraphSettings.server(uri, "neo4j", "secret").server())
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("could not read NEO4J_URI: '" + uri + "'")
                .hasMessageContaining("bolt://");
    }

    @Test
    void a_password_in_the_address_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> GraphSettings.server("bolt://neo4j:hunter2@localhost", "neo4j", null)
                        .server())
                .isInstanceOf(GraphException.class)
                .hasMessageNotContaining("hunter2");
        assertThat(GraphSettings.server("bolt://localhost", "neo4j", "hunter2").toString())
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void no_address_means_the_embedded_server(String uri) {
        assertThat(GraphSettings.server(uri, "neo4j", null).server()).isEmpty();
        assertThat(GraphSettings.embedded(Path.of("somewhere")).server()).isEmpty();
    }
}
