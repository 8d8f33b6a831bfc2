package org.dealgraph.briefing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dealgraph.api.IntakeKey;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Json;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Evidence;
import org.dealgraph.pipeline.Documents;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The example over four articles of others. Their words are not ours to keep: what was read in them is, as claims without
 * quotes, in {@code seeds.jsonl}. {@code -Ddealgraph.seeds=FOLDER} reads the articles again and writes it.
 */
@ExtendWith(Neo4jTest.class)
class SeedsBriefingTest {

    private static final Path READ = Path.of("src", "test", "resources", "briefing", "seeds.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GraphStore store;

    SeedsBriefingTest(GraphStore store) {
        this.store = store;
    }

    @Test
    void the_briefing_over_the_seeds_is_as_checked_in() throws IOException {
        try (ApplicationContext context = RunningApplication.on(store, (IntakeKey) () -> "none")) {
            context.getBean(Intake.class).takeStated(read(), "seeds");
            ExampleBriefings.compare(
                    context.getBean(Briefings.class),
                    Ask.of(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-05-01")),
                    "seeds",
                    "An example: four articles of spring 2026 about Amazon, Anthropic, Microsoft and OpenAI, read without looking anything up elsewhere.");
        }
    }

    private static Map<Article, List<Claim>> read() throws IOException {
        Map<Article, List<Claim>> stated = new LinkedHashMap<>();
        for (String line : Files.readAllLines(READ)) {
            JsonNode node = JSON.readTree(line);
            List<Claim> claims = new ArrayList<>();
            node.path("claims").forEach(claim -> claims.add(Json.read(claim.toString(), Claim.class)));
            stated.put(Json.read(node.path("article").toString(), Article.class), claims);
        }
        return stated;
    }

    @Test
    @EnabledIfSystemProperty(named = "dealgraph.seeds", matches = ".+")
    void the_articles_are_read_again() throws IOException {
        List<String> lines = new ArrayList<>();
        try (ApplicationContext context = RunningApplication.on(store, (IntakeKey) () -> "none");
                Stream<Path> files = Files.list(Path.of(System.getProperty("dealgraph.seeds")))) {
            ClaimReader reader = context.getBean(ClaimReader.class);
            for (Path file : files.sorted().toList()) {
                new Documents()
                        .read(file.toString(), Files.readAllBytes(file), null, RunningApplication.SEEN).stream()
                                .map(input -> ((Input.Document) input).article())
                                .forEach(article -> lines.add(line(article, reader.read(article))));
            }
        }
        Files.createDirectories(READ.getParent());
        Files.write(READ, lines);
    }

    private static String line(Article article, List<Claim> claims) {
        List<Claim> wordless = claims.stream().map(SeedsBriefingTest::wordless).toList();
        return Json.write(Map.of("article", article.withoutText(), "claims", wordless));
    }

    private static Claim wordless(Claim c) {
        return new Claim(
                c.id(),
                c.article(),
                c.kind(),
                c.from(),
                c.to(),
                c.beneficiaries(),
                c.subject(),
                c.schedule(),
                c.standing(),
                c.attribution(),
                c.core(),
                new Evidence(c.evidence().spans(), ""),
                c.reading());
    }
}
