package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.summary.Plan;

/** Every statement has a file, a use and a plan on a migrated database, and look-ups go through an index. */
@ExtendWith(Neo4jTest.class)
class CypherFilesTest {

    private static final Path FILES = Path.of("cypher", "queries");
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "dealgraph", "graph");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\w+)");

    /** These look at every node of a kind because that is the question; the registry's kinds are small. */
    private static final Set<Statement> SCANS = Set.of(
            Statement.CATALOGUE_REMOVE_PRODUCTS,
            Statement.CATALOGUE_REMOVE_MODELS,
            Statement.CATALOGUE_REMOVE_PLATFORMS,
            Statement.CATALOGUE_REMOVE_SITES,
            Statement.CATALOGUE_REMOVE_REGIONS,
            Statement.DEAL_LIST,
            Statement.DEAL_COUNT,
            Statement.ORGANIZATION_COUNT,
            Statement.JUDGEMENT_LIST,
            Statement.KEY_LIST,
            Statement.SUPPRESSION_LIST);

    @Test
    void every_file_is_a_statement_and_every_statement_a_file() throws IOException {
        assertThat(files())
                .isEqualTo(Arrays.stream(Statement.values())
                        .map(Statement::path)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void every_statement_is_used_by_one_repository() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.sorted().toList()) {
                code.append(Files.readString(source));
            }
        }
        assertThat(Statement.values())
                .allSatisfy(statement -> assertThat(Pattern.compile("Statement\\." + statement.name() + "\\b")
                                .matcher(code)
                                .results()
                                .count())
                        .as("uses of %s", statement.path())
                        .isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(Statement.class)
    void a_file_says_in_its_first_line_what_it_answers(Statement statement) throws IOException {
        List<String> lines = Files.readAllLines(FILES.resolve(statement.path() + ".cypher"));
        assertThat(lines.getFirst()).matches("// \\p{Lu}.{10,118}\\.");
        assertThat(lines.subList(1, lines.size())).noneMatch(line -> line.startsWith("//"));
    }

    @ParameterizedTest
    @EnumSource(Statement.class)
    void a_statement_has_a_plan_without_a_needless_scan(Statement statement, GraphStore store) {
        String text = store.queries().get(statement);
        Plan plan = plan(store, text);
        if (SCANS.contains(statement)) {
            assertThat(scans(plan)).as("scans of %s", statement.path()).isPositive();
        } else {
            assertThat(scans(plan)).as("scans of %s", statement.path()).isZero();
        }
    }

    private static Plan plan(GraphStore store, String text) {
        Map<String, Object> parameters = new HashMap<>();
        Matcher names = PARAMETER.matcher(text);
        while (names.find()) {
            parameters.put(names.group(1), null);
        }
        return store.read(tx -> tx.run("EXPLAIN " + text, parameters).consume().plan());
    }

    private static long scans(Plan plan) {
        String operator = plan.operatorType();
        boolean scan = operator.startsWith("NodeByLabelScan")
                || operator.startsWith("AllNodesScan")
                || operator.contains("RelationshipTypeScan")
                || operator.contains("AllRelationshipsScan");
        return (scan ? 1 : 0)
                + plan.children().stream().mapToLong(CypherFilesTest::scans).sum();
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(FILES)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> FILES.relativize(file).toString().replace('\\', '/'))
                    .map(name -> name.replaceFirst("\\.cypher$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
