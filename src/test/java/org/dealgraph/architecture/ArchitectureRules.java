package org.dealgraph.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;

/** The rules of DESIGN and CONTRIBUTING as code, for any root package, so that planted breaches can be tried. */
final class ArchitectureRules {

    private static final String[] STAGES = {"fetch", "feed", "article", "claim", "entity", "deal"};
    private static final String[] OUTER = {"pipeline", "briefing", "api", "output", "web", "cli", "mcp"};

    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        for (String stage : STAGES) {
            String[] strangers = Stream.concat(
                            Arrays.stream(STAGES).filter(s -> !s.equals(stage)),
                            Stream.concat(Stream.of("graph", "answer", "event"), Arrays.stream(OUTER)))
                    .map(this::in)
                    .toArray(String[]::new);
            rules.put(
                    stage + " knows model and catalogue only",
                    noClasses()
                            .that()
                            .resideInAPackage(in(stage))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(strangers)));
        }
        rules.put(
                "model knows nobody",
                noClasses()
                        .that()
                        .resideInAPackage(in("model"))
                        .should()
                        .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAPackage(in("model"))))));
        rules.put(
                "only graph speaks to Neo4j, others may hold a transaction open",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(in("graph"))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.neo4j.driver..", "ac.simons.neo4j..")
                                .and(not(JavaClass.Predicates.type(TransactionContext.class)))));
        rules.put(
                "only EmbeddedNeo4j names the server",
                noClasses()
                        .that(not(new DescribedPredicate<JavaClass>("EmbeddedNeo4j") {
                            @Override
                            public boolean test(JavaClass c) {
                                return c.getName().startsWith(root + ".graph.EmbeddedNeo4j");
                            }
                        }))
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.neo4j..")
                                .and(not(resideInAnyPackage("org.neo4j.driver..", "org.neo4j.bolt.connection..")))));
        rules.put("only api knows graphql-java", only("api", "graphql..", "org.dataloader.."));
        rules.put("jsoup stays in article and feed", onlyIn(new String[] {"article", "feed"}, "org.jsoup.."));
        rules.put(
                "graph and answer know nothing that calls them",
                noClasses()
                        .that()
                        .resideInAnyPackage(in("graph"), in("answer"), in("event"))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                Arrays.stream(OUTER).map(this::in).toArray(String[]::new))));
        rules.put(
                "nobody knows cli but the main class",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(in("cli"), root)
                        .should()
                        .dependOnClassesThat(resideInAPackage(in("cli"))));
        rules.put(
                "code lives with its noun",
                noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Processor)"));
        rules.put(
                "packages form no cycle",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
        return rules;
    }

    private ArchRule only(String owner, String... libraries) {
        return onlyIn(new String[] {owner}, libraries);
    }

    private ArchRule onlyIn(String[] owners, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(Arrays.stream(owners).map(this::in).toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries));
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<? super JavaClass> predicate) {
        return DescribedPredicate.not(predicate.forSubtype());
    }

    private String in(String name) {
        return root + "." + name + "..";
    }
}
