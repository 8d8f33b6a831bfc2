package org.dealgraph.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dealgraph.api.RunningServer;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** News with script in every field goes all the way from a page to the feeds, where nothing of it acts. */
@ExtendWith(Neo4jTest.class)
class HostileNewsTest {

    private static final String ACTIVE = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    private static final String ESCAPED =
            ACTIVE.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    private static final Pattern SCRIPTED = Pattern.compile("(?i)\\s*(?:javascript|data|vbscript):.*", Pattern.DOTALL);
    private static final String PAGE = """
        <html lang="en"><head><title>Zephyrine Labs %1$s to buy from Oracle</title>
        <link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="data:text/html,x">
        <meta property="og:site_name" content="Wire %1$s"><meta name="author" content="%1$s">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"OpenAI %2$s signs with Oracle","datePublished":"2026-05-01",
        "author":{"name":"%2$s"},"publisher":{"name":"%2$s"},"url":"javascript:alert(1)"}</script></head><body><article>
        <h1>OpenAI %1$s signs with Oracle</h1><p>OpenAI has signed a contract to buy $300 billion of computing power from Oracle over five years.</p>
        <p>OpenAI has signed a contract to buy $200 billion of computing power from Microsoft %1$s over five years.</p>
        <p onclick="alert(1)">The deal was announced on Friday &lt;svg onload=alert(1)&gt; and runs for five years, %3$s the companies said in a statement.</p>
        </article></body></html>\
        """.formatted(ESCAPED, ACTIVE.replace("</", "<\\/"), ACTIVE);

    /** The same where title and publisher stand in the page's head alone, with another sum. */
    private static final String BARE = PAGE.replaceAll("(?s)<script type=.*?\\}</script>", "")
            .replace("$300 billion", "$70 billion")
            .replace("Oracle over", "CoreWeave over");

    @Test
    void nothing_of_it_acts_in_any_feed(GraphStore store) throws Exception {
        try (RunningServer server = RunningServer.on(store)) {
            server.bean(Intake.class).take(RunningApplication.read(Map.of("news.html", PAGE, "plain.html", BARE)));
            String atom = get(server, "atom");
            String rss = get(server, "rss");
            List<String> html = new ArrayList<>(Xml.of(atom).all("//a:entry/a:content | //a:entry/a:summary"));
            html.addAll(Xml.of(rss).all("//item/description"));
            new ObjectMapper()
                    .readTree(get(server, "json"))
                    .path("items")
                    .forEach(item -> html.add(item.path("content_html").asText()));

            assertThat(html).hasSizeGreaterThanOrEqualTo(6).allSatisfy(HostileNewsTest::isInert);
            assertThat(Xml.of(atom).all("//a:link/@href | //a:uri"))
                    .noneMatch(link -> SCRIPTED.matcher(link).matches());
            assertThat(Xml.of(rss).all("//link | //source/@url"))
                    .noneMatch(link -> SCRIPTED.matcher(link).matches());
            assertThat(atom + rss).doesNotContain("<script", "<img", "<svg");
            assertThat(get(server, "ics")).doesNotContainIgnoringCase("javascript:");
        }
    }

    private static String get(RunningServer server, String ending) {
        return server.send(server.request("/feeds/deals." + ending + "?all=true"))
                .body();
    }

    private static void isInert(String html) {
        for (Element element : Jsoup.parseBodyFragment(html).body().select("*")) {
            assertThat(element.normalName()).isNotIn("script", "img", "svg", "iframe", "object", "form");
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on");
                assertThat(SCRIPTED.matcher(attribute.getValue()).matches()).isFalse();
            }
        }
    }
}
