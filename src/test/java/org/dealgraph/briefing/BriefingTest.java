package org.dealgraph.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dealgraph.api.RunningServer;
import org.dealgraph.briefing.Briefing.Part;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.briefing.Briefing.Sentence;
import org.dealgraph.briefing.Briefing.Source;
import org.dealgraph.briefing.RenderedBriefing.Format;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.graph.WatchRepository;
import org.dealgraph.model.Watch;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.Retractions;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Briefings over small articles of our own, from a real store and by HTTP. */
@ExtendWith(Neo4jTest.class)
class BriefingTest {

    private static final LocalDate SINCE = LocalDate.parse("2026-03-01");
    private static final LocalDate UNTIL = LocalDate.parse("2026-03-31");
    private static final String HOSTILE =
            "Meta signs <script>alert('x')</script> & \"quotes\" [link](javascript:alert(1)) ]]>";

    private static final Map<String, String> ARTICLES = Map.of(
            "old.txt", """
                    OpenAI signs a letter of intent with CoreWeave

                    January 12, 2026

                    OpenAI has signed a letter of intent to buy $6.5 billion of computing power from CoreWeave.
                    """,
            "amended.txt", """
                    OpenAI and CoreWeave sign their contract

                    March 4, 2026

                    OpenAI has signed a definitive agreement to buy $6.5 billion of computing power from CoreWeave.
                    """,
            "oracle.txt", """
                    OpenAI signs Oracle contract

                    March 10, 2026

                    OpenAI has signed a contract to buy at least $300 billion of computing power from Oracle over five years.
                    """,
            "hostile.txt", """
                    %s

                    March 12, 2026

                    Meta has signed a contract to buy $14 billion of computing power from CoreWeave.
                    """.formatted(HOSTILE));

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Briefings briefings;
    private static GraphStore store;

    @BeforeAll
    static void start(GraphStore given) {
        store = given;
        server = RunningServer.on(store);
        briefings = server.bean(Briefings.class);
        List<Input> inputs = RunningApplication.read(ARTICLES);
        inputs.forEach(input -> server.bean(Intake.class).take(List.of(input)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Briefing march() {
        return briefings.write(Ask.of(SINCE, UNTIL));
    }

    private static String text(Briefing briefing, String section) {
        return briefing.sections().stream()
                .filter(s -> s.id().equals(section))
                .flatMap(s -> s.sentences().stream())
                .map(Sentence::text)
                .reduce("", (a, b) -> a + b + "\n");
    }

    @Test
    void what_is_new_is_told_with_its_bound_and_what_was_known_is_told_as_changed() {
        Briefing briefing = march();
        assertThat(text(briefing, "new"))
                .contains("OpenAI agreed to spend at least $300 billion with Oracle over five years")
                .contains("Meta agreed to spend $14 billion with CoreWeave")
                .doesNotContain("6.5");
        assertThat(text(briefing, "short"))
                .isEqualTo("Two deals became known in the period, and one that was known before changed.\n");
        assertThat(text(briefing, "changed"))
                .isEqualTo(
                        "OpenAI’s purchase from CoreWeave is under a definitive agreement now; before, it was a letter of intent.\n");
        assertThat(text(briefing, "size")).contains("come to at least $314 billion, all of it firm");
    }

    @Test
    void every_number_has_its_claims_and_none_is_told_twice() {
        BriefingRules.hold(march());
    }

    @Test
    void a_period_in_which_nothing_was_published_has_nothing_new_and_no_empty_section() {
        Briefing briefing = briefings.write(Ask.of(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28")));
        assertThat(briefing.sections()).extracting(Section::id).doesNotContain("new", "changed", "ended");
        BriefingRules.hold(briefing);
        Briefing nothing = briefings.write(Ask.of(LocalDate.parse("2019-01-01"), LocalDate.parse("2019-12-31")));
        assertThat(nothing.sentences()).extracting(Sentence::text).containsExactly("There is nothing to tell.");
        assertThat(briefings.render(nothing, Format.TEXT, null, null).text()).doesNotContain("SOURCES");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void the_same_question_gives_the_same_bytes(Format format) {
        RenderedBriefing once = briefings.render(march(), format, "A note.", null);
        RenderedBriefing again = briefings.render(march(), format, "A note.", null);
        assertThat(again).isEqualTo(once);
        assertThat(briefings.render(march(), format, "Another note.", null).tag())
                .isNotEqualTo(once.tag());
    }

    @Test
    void a_briefing_kept_as_json_comes_back_whole() {
        Briefing briefing = march();
        String json = briefings.render(briefing, Format.JSON, "Note", null).text();
        assertThat(Layouts.Issue.read(json)).isEqualTo(new Layouts.Issue(briefing, "Note"));
    }

    @Test
    void a_number_that_the_graph_no_longer_bears_out_stops_the_briefing_with_the_sentence_s_name() {
        Briefing briefing = march();
        Sentence oracle = briefing.sentences().stream()
                .filter(s -> s.text().contains("Oracle"))
                .findFirst()
                .orElseThrow();
        String article = oracle.sources().getFirst();
        Retractions retractions = server.bean(Retractions.class);
        var target = new Retractions.Target.ArticleOf(article);
        retractions.retract(target, "a test", "wrong");
        try {
            assertThatThrownBy(() -> briefings.render(briefing, Format.TEXT, null, null))
                    .isInstanceOf(BriefingException.Unsupported.class)
                    .hasMessageContaining("sentence short.1")
                    .hasMessageContaining("it says two, the graph says one");
            Briefing only = with(briefing, oracle);
            assertThatThrownBy(() -> briefings.render(only, Format.TEXT, null, null))
                    .isInstanceOfSatisfying(
                            BriefingException.Unsupported.class,
                            e -> assertThat(e.sentence()).isEqualTo(oracle.name()))
                    .hasMessageContaining("nothing bears out at least $300 billion");
        } finally {
            retractions.restore(target, "a test", null);
        }
        assertThat(briefings.render(march(), Format.TEXT, null, null).text()).contains("at least $300 billion");
    }

    @Test
    void a_number_that_somebody_wrote_in_stops_the_briefing() {
        Briefing briefing = march();
        Sentence first = briefing.sentences().getFirst();
        List<Part> words = List.of(new Part("Everybody pays $900 billion.", null, null));
        assertThatThrownBy(() -> briefings.check(
                        with(briefing, new Sentence(first.name(), words, first.claims(), first.sources()))))
                .hasMessageContaining("sentence short.1")
                .hasMessageContaining("rests on no claim");
        Sentence oracle = briefing.sections().get(1).sentences().getFirst();
        List<Part> tampered = oracle.parts().stream()
                .map(p -> p.text().contains("$300") ? new Part("$900 billion", p.figure(), null) : p)
                .toList();
        assertThatThrownBy(() -> briefings.check(
                        with(briefing, new Sentence(oracle.name(), tampered, oracle.claims(), oracle.sources()))))
                .hasMessageContaining("it says $900 billion, the number is at least $300 billion");
        List<Part> renamed = oracle.parts().stream()
                .map(p -> "oracle".equals(p.name()) ? new Part("Acme 7", null, p.name()) : p)
                .toList();
        assertThatThrownBy(() -> briefings.check(
                        with(briefing, new Sentence(oracle.name(), renamed, oracle.claims(), oracle.sources()))))
                .hasMessageContaining("is not that of oracle");
        assertThatThrownBy(() -> briefings.check(
                        with(briefing, new Sentence(oracle.name(), oracle.parts(), List.of(), oracle.sources()))))
                .hasMessageContaining("claims that the sentence does not name");
    }

    private static Briefing with(Briefing briefing, Sentence only) {
        return new Briefing(
                briefing.title(),
                briefing.ask(),
                briefing.revision(),
                List.of(new Section("new", "What is new", List.of(only))),
                List.of(),
                briefing.sources());
    }

    @Test
    void hostile_titles_and_notes_are_text_in_every_format() {
        Briefing briefing = march();
        assertThat(briefing.sources()).extracting(Source::title).anyMatch(t -> t.contains("<script>"));
        for (Format format : List.of(Format.HTML, Format.MAIL)) {
            String html = briefings.render(briefing, format, HOSTILE, null).text();
            assertThat(html)
                    .doesNotContain("<script")
                    .contains("&lt;script&gt;")
                    .doesNotContain("href=\"javascript:");
            assertThat(html.replaceAll("(?s)xmlns=\"[^\"]*\"", ""))
                    .as("nothing remote but links")
                    .doesNotContainPattern("src=|@import|url\\(|<link|<iframe|<img");
        }
        String markdown =
                briefings.render(briefing, Format.MARKDOWN, HOSTILE, null).text();
        assertThat(markdown).contains("\\<script\\>").contains("\\[link\\](javascript");
        assertThat(briefings.render(briefing, Format.TEXT, HOSTILE, null).text())
                .contains("EDITOR’S NOTE");
    }

    @Test
    void a_mail_has_its_text_first_and_its_style_inlined() {
        RenderedBriefing mail = briefings.render(march(), Format.MAIL, null, null);
        assertThat(mail.parts()).extracting(RenderedBriefing.Part::type).containsExactly("text/plain", "text/html");
        assertThat(mail.parts().getFirst().text().lines()).allMatch(l -> l.length() <= 76 || l.contains("http"));
        assertThat(mail.text()).contains("prefers-color-scheme: dark").contains("style=\"color:#1b1f24");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"HTML", "MAIL"})
    void the_html_passes_the_nu_checker(Format format) {
        assertThat(NuChecker.complaints(
                        briefings.render(march(), format, HOSTILE, null).text()))
                .isEmpty();
        assertThat(NuChecker.complaints("<!doctype html><title>x</title><p><b>open</p>"))
                .isNotEmpty();
    }

    @Test
    void drawings_have_a_text_alternative_and_no_script() {
        assertThat(march().charts()).extracting(Briefing.Chart::id).contains("timeline", "matrix", "margin");
        assertThat(march().charts())
                .allSatisfy(chart -> assertThat(chart.svg())
                        .contains("role=\"img\"")
                        .contains("<title id=\"" + chart.id() + "-title\">")
                        .contains("<desc id=\"" + chart.id() + "-desc\">")
                        .contains("currentColor")
                        .doesNotContain("<script", "href", "#000", "black"));
    }

    @Test
    void a_set_of_templates_of_one_s_own_is_used_and_what_it_lacks_is_taken_from_ours() throws IOException {
        Path set = Files.createDirectories(folder.resolve("letter"));
        Files.writeString(
                set.resolve("briefing.txt"), "{{title}}\n{{#new}}{{#sentences}}- {{text}}\n{{/sentences}}{{/new}}");
        Layouts layouts = Layouts.in(folder);
        assertThat(layouts.render(march(), Format.TEXT, null, "letter").text())
                .startsWith("AI infrastructure deals, 1 March 2026 to 31 March 2026\n- OpenAI agreed to spend")
                .doesNotContain("WHAT");
        assertThat(layouts.render(march(), Format.MARKDOWN, null, "letter"))
                .isEqualTo(layouts.render(march(), Format.MARKDOWN, null, null));
        Files.writeString(set.resolve("briefing.md"), "{{titel}}");
        assertThatThrownBy(() -> layouts.render(march(), Format.MARKDOWN, null, "letter"))
                .isInstanceOf(BriefingException.class)
                .hasMessageContaining("letter/briefing.md")
                .hasMessageContaining("titel");
        for (String name : List.of("../letter", "nothing", "", "a/b")) {
            assertThatThrownBy(() -> layouts.render(march(), Format.MARKDOWN, null, name))
                    .isInstanceOf(BriefingException.class)
                    .hasMessageContaining("could not find");
        }
    }

    @Test
    void a_briefing_can_be_about_an_organization_a_deal_or_a_question() {
        Asks asks = server.bean(Asks.class);
        Briefing meta = briefings.write(asks.ofOrganization(SINCE, UNTIL, "Meta"));
        assertThat(text(meta, "new")).contains("Meta").doesNotContain("Oracle");
        assertThat(meta.title()).startsWith("Meta, ");
        String claim = meta.claims().getFirst();
        assertThat(text(briefings.write(asks.ofDeal(SINCE, UNTIL, claim)), "new"))
                .contains("$14 billion");
        assertThat(briefings.write(asks.ofQuestion(SINCE, UNTIL, "commitments")).sections())
                .extracting(Section::id)
                .containsExactly("short", "new", "size");
        assertThatThrownBy(() -> asks.ofQuestion(SINCE, UNTIL, "weather")).hasMessageContaining("COMMITMENTS");
        assertThatThrownBy(() -> asks.ofOrganization(SINCE, UNTIL, "Nobody & Sons"))
                .hasMessageContaining("Nobody & Sons");
        assertThatThrownBy(() -> Ask.of(UNTIL, SINCE)).hasMessageContaining("ends before it begins");
    }

    @Test
    void graphql_answers_with_sentences_claims_and_the_rendered_text() {
        JsonNode briefing = server.answer("""
                { briefing(since: "2026-03-01", until: "2026-03-31", organization: "oracle") {
                    title sections { id sentences { name text claimCount claims { evidence { quote } }
                      figures { text low high unit measure claimIds } } }
                    rendered(format: MAIL, note: "Hello") { tag parts { type text } } } }""").at("/data/briefing");
        JsonNode figure = briefing.at("/sections/1/sentences/0/figures/0");
        assertThat(figure.path("text").asText()).isEqualTo("at least $300 billion");
        assertThat(figure.path("low").asText()).isEqualTo("300000000000");
        assertThat(figure.path("high").isNull()).isTrue();
        assertThat(figure.path("claimIds")).isNotEmpty();
        assertThat(briefing.at("/sections/1/sentences/0/claims/0/evidence/quote")
                        .asText())
                .contains("$300 billion");
        assertThat(briefing.at("/rendered/parts/1/text").asText()).contains("Hello");
        assertThat(server.answer("{ briefing(since: \"2026-03\", until: \"2026-03-31\") { title } }")
                        .at("/errors/0/message")
                        .asText())
                .contains("since: a day");
        assertThat(server.answer(
                                "{ briefing(since: \"2026-03-01\", until: \"2026-03-31\", watch: \"none\") { title } }")
                        .at("/errors/0/message")
                        .asText())
                .contains("could not find the watch");
    }

    @Test
    void a_watch_briefs_on_what_it_lets_through() {
        Instant then = Instant.parse("2026-03-01T00:00:00Z");
        store.run(tx -> new WatchRepository(store.queries())
                .put(
                        tx,
                        new Watch(
                                "w-meta", "Meta's deals", "test", then, then, Map.of("party", List.of("meta")), null)));
        HttpResponse<String> page = get("/briefings/deals.txt?since=2026-03-01&until=2026-03-31&watch=meta%27s+deals");
        assertThat(page.body())
                .startsWith("Meta's deals, 1 March")
                .contains("$14 billion")
                .doesNotContain("Oracle");
    }

    @Test
    void a_page_answers_over_http_and_says_what_is_wrong() {
        HttpResponse<String> page = get("/briefings/deals.html?since=2026-03-01&until=2026-03-31&note=" + "%3Cb%3Ehi");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("at least $300 billion")
                .contains("&lt;b&gt;hi")
                .doesNotContain("<b>hi");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'unsafe-inline'");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        String path = "/briefings/deals.html?since=2026-03-01&until=2026-03-31&note=%3Cb%3Ehi";
        assertThat(server.send(server.request(path, "If-None-Match", tag).GET()).statusCode())
                .isEqualTo(304);
        assertThat(get("/").body()).contains("href=\"/briefings\"");
        assertThat(get("/briefings").statusCode()).isEqualTo(200);
        Map.of(
                        "/briefings/deals.pdf", 404,
                        "/briefings/deals.md?since=yesterday", 400,
                        "/briefings/deals.md?sinse=2026-03-01", 400,
                        "/briefings/deals.md?organization=meta&question=changes", 400,
                        "/briefings/deals.md?since=2026-03-31&until=2026-03-01", 400,
                        "/briefings/deals.md?template=..%2Fplain", 400)
                .forEach((asked, status) ->
                        assertThat(get(asked).statusCode()).as(asked).isEqualTo(status));
    }

    private static HttpResponse<String> get(String path) {
        return Objects.requireNonNull(server.send(server.request(path).GET()));
    }
}
