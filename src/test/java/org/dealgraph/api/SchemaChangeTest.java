package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.ObjectTypeDefinition;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.DiffSet;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The schema against the one that clients were promised, in {@code graphql/published/schema.graphqls}. What they use may go
 * only after it was published as deprecated. {@code -Ddealgraph.schema.write=true} publishes the schema as it is now, for a
 * look at the difference before a commit.
 */
class SchemaChangeTest {

    private static final Path PUBLISHED = Path.of("graphql", "published", "schema.graphqls");

    @Test
    void nothing_that_was_published_goes_without_having_been_deprecated() throws IOException {
        String now = now();
        if (Boolean.getBoolean("dealgraph.schema.write")) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, now);
        }
        assertThat(breaches(Files.readString(PUBLISHED), now)).isEmpty();
    }

    @Test
    void a_field_that_goes_a_type_that_changes_and_an_argument_that_is_asked_for_are_breaches() {
        String before = "type Query { a: Int! b: String c(x: Int): Int } enum E { ONE TWO }";
        assertThat(breaches(before, "type Query { b: String c(x: Int): Int } enum E { ONE TWO }"))
                .isNotEmpty();
        assertThat(breaches(before, "type Query { a: Int b: String c(x: Int): Int } enum E { ONE TWO }"))
                .isNotEmpty();
        assertThat(breaches(before, "type Query { a: Int! b: String c(x: Int!): Int } enum E { ONE TWO }"))
                .isNotEmpty();
        assertThat(breaches(before, before + " type More { d: Int }")).isEmpty();
    }

    @Test
    void what_was_deprecated_may_go() {
        String before = "type Query { a: Int @deprecated(reason: \"ask for b\") b: String }";
        assertThat(breaches(before, "type Query { b: String }")).isEmpty();
    }

    private static List<String> breaches(String published, String now) {
        CapturingReporter reporter = new CapturingReporter();
        TypeDefinitionRegistry promised = new SchemaParser().parse(published);
        new SchemaDiff()
                .diffSchema(
                        DiffSet.diffSet(
                                UnExecutableSchemaGenerator.makeUnExecutableSchema(promised),
                                UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(now))),
                        reporter);
        return reporter.getBreakages().stream()
                .filter(event -> !deprecated(promised, event))
                .map(DiffEvent::getReasonMsg)
                .toList();
    }

    private static boolean deprecated(TypeDefinitionRegistry promised, DiffEvent event) {
        return promised.getType(event.getTypeName(), ObjectTypeDefinition.class).stream()
                .flatMap(type -> type.getFieldDefinitions().stream())
                .filter(field -> field.getName().equals(event.getFieldName()))
                .anyMatch(field -> field.hasDirective("deprecated"));
    }

    private static String now() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("graphql"))) {
            return files.filter(f -> f.toString().endsWith(".graphqls"))
                    .sorted()
                    .map(SchemaChangeTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
