package org.dealgraph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Totals;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Term;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Little stories as several outlets would tell them, from their texts on, against what an analyst would say of them. In
 * {@code stories/told.txt} a story starts with '#', an article with '@' (title and day), '=' is a term that counts, and '!'
 * a total with its basis and kind: one figure, or two between which it must lie.
 */
@ExtendWith(Neo4jTest.class)
class StoriesTest {

    private static final Path FILE = Path.of("src", "test", "resources", "stories", "told.txt");

    private static GraphStore store;
    private static ApplicationContext context;

    private record Story(String title, Map<String, String> articles, List<String> terms, List<String> totals) {

        @Override
        public String toString() {
            return title;
        }
    }

    @BeforeAll
    static void start(GraphStore opened) {
        store = opened;
        context = RunningApplication.on(opened);
    }

    @AfterAll
    static void stop() {
        Wiped.articlesAndDecisions(store);
        context.close();
    }

    static Stream<Story> stories() throws IOException {
        List<Story> stories = new ArrayList<>();
        String open = "";
        for (String line : Files.readAllLines(FILE)) {
            Story story = stories.isEmpty() ? null : stories.getLast();
            if (line.startsWith("# ")) {
                stories.add(new Story(line.substring(2), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>()));
            } else if (story != null && line.startsWith("@ ")) {
                open = "article-" + story.articles().size() + ".txt";
                story.articles().put(open, line.substring(2).replace(" | ", "\n\n") + "\n\n");
            } else if (story != null && line.startsWith("= ")) {
                story.terms().add(line.substring(2));
            } else if (story != null && line.startsWith("! ")) {
                story.totals().add(line.substring(2));
            } else if (story != null && !line.isBlank()) {
                story.articles().merge(open, line + "\n", String::concat);
            }
        }
        return stories.stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void says_what_an_analyst_would_say(Story story) {
        take(story, List.copyOf(story.articles().keySet()));
        List<String> dump = RunningApplication.dump(context);
        String picture = String.join("\n", terms().stream().map(Term::toString).toList());
        List<String> counted = terms().stream()
                .filter(term -> term.counted() && !term.stage().ended())
                .map(StoriesTest::line)
                .toList();
        assertThat(counted).as(picture).containsAll(story.terms());
        for (String total : story.totals()) {
            List<String> words = Arrays.asList(total.split(" "));
            assertThat(sum(Basis.valueOf(words.getFirst().toUpperCase(Locale.ROOT)), ClaimKind.valueOf(words.get(1))))
                    .as("%s of:%n%s", total, picture)
                    .isBetween(Double.parseDouble(words.get(2)) - 0.001, Double.parseDouble(words.getLast()) + 0.001);
        }
        take(story, List.copyOf(story.articles().keySet()).reversed());
        assertThat(RunningApplication.dump(context)).isEqualTo(dump);
    }

    private static void take(Story story, List<String> order) {
        Wiped.articlesAndDecisions(store);
        for (String name : order) {
            context.getBean(Intake.class)
                    .take(RunningApplication.read(Map.of(name, story.articles().get(name))));
        }
    }

    private static String line(Term term) {
        String unit =
                term.subject().money() == null ? "" : term.subject().money().currency();
        return "%s %s > %s %s%s"
                .formatted(
                        term.kind(),
                        String.join("+", term.from()),
                        String.join("+", term.to()),
                        term.subject().quantity().map(StoriesTest::figure).orElse("-"),
                        unit.isEmpty() || unit.equals("USD") ? "" : " " + unit);
    }

    private static String figure(Interval amount) {
        return amount.value().movePointLeft(9).stripTrailingZeros().toPlainString();
    }

    private static List<Term> terms() {
        return RunningApplication.terms(context);
    }

    /** In billions of dollars, or in megawatts. */
    private static double sum(Basis basis, ClaimKind kind) {
        return Totals.of(new ArrayList<>(terms()), Scope.everything(), basis).stream()
                .filter(total -> total.category().kind() == kind)
                .mapToDouble(total -> total.amount().value().doubleValue()
                        / (total.category().unit().equals("MW") ? 1 : 1e9))
                .sum();
    }
}
