package org.dealgraph.article;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.dealgraph.model.Article;
import org.dealgraph.model.Tier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents made to hang, fill or cheat a reader. Each ends; what is read of it is plain text of bounded size. */
class HostileDocumentsTest {

    private static final int LARGE = 400_000;
    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    private static final String WORDS = "The visitors walked through the rooms and wrote down what they saw there. ";
    private static final Origin ORIGIN = new Origin("test", null, Tier.BLOG, Instant.EPOCH);

    static Stream<String> kinds() {
        return documents().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Timeout(value = 60, unit = SECONDS)
    void is_read_in_bounds_and_nothing_active_comes_out(String kind) {
        byte[] body = documents().getOrDefault(kind, "").getBytes(StandardCharsets.UTF_8);
        Reading reading = new ArticleReader().read(new Page(body, "text/html", "https://example.org/a"), ORIGIN);
        Article article = switch (reading) {
            case Reading.Read read -> read.article();
            case Reading.Unread unread -> unread.rest();
        };
        if (article != null) {
            assertThat(article.text()).hasSizeLessThanOrEqualTo(1 << 20).doesNotContain("root:x:0");
            assertThat(article.address()).doesNotStartWith("javascript:").doesNotStartWith("data:");
            if (!kind.startsWith("escaped")) {
                assertThat(article.title() + article.byline() + article.publisher() + article.text())
                        .doesNotContainIgnoringCase("<script")
                        .doesNotContainIgnoringCase("onerror=");
            }
        }
    }

    private static Map<String, String> documents() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String tag :
                new String[] {"div", "span", "b", "blockquote", "ul><li", "table><tr><td", "font", "a href=x"}) {
            all.put("deep " + tag, page("<" + tag + ">".repeat(1) + ("<" + tag + ">").repeat(30_000) + WORDS));
        }
        all.put("unclosed attributes", page("<p " + "a=\"b\" ".repeat(60_000) + ">" + WORDS));
        all.put("one huge attribute", page("<p title=\"" + "x".repeat(LARGE) + "\">" + WORDS));
        all.put("one huge word", page("<p>" + "x".repeat(LARGE)));
        all.put("many paragraphs", page(("<p>" + WORDS + "</p>").repeat(20_000)));
        all.put("many empty elements", page("<i></i>".repeat(60_000) + WORDS));
        all.put("many links", page(("<a href=/x>" + WORDS + "</a>").repeat(10_000)));
        all.put("misnested formatting", page("<b><i><u>".repeat(5_000) + "</b></i></u>".repeat(5_000) + WORDS));
        all.put("misnested tables", page("<table><b>".repeat(5_000) + WORDS));
        all.put("open comment", page("<!--" + "-".repeat(LARGE)));
        all.put("open script", page("<script>" + "x".repeat(LARGE)));
        all.put("open title", "<html><head><title>" + "x".repeat(LARGE));
        all.put("open textarea", page("<textarea>" + "<p>x".repeat(20_000)));
        all.put("entities without end", page("<p>" + "&".repeat(LARGE)));
        all.put("numeric entities", page("<p>" + "&#x1F600;&#0;&#xD800;&#99999999999;".repeat(5_000)));
        all.put(
                "doctype with entities",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                        + page("<p>&b;&c;" + WORDS));
        all.put(
                "script in the title",
                "<html><head><title>" + "A report</title>" + SCRIPT + "</head><body><p>" + WORDS);
        all.put(
                "script in meta",
                "<html><head><meta property='og:title' content='&lt;b&gt;A report'>" + SCRIPT + "</head>"
                        + page("<p>" + WORDS));
        all.put(
                "script as canonical",
                "<html><head><link rel=canonical href='javascript:alert(1)'></head>" + page("<p>" + WORDS));
        all.put(
                "data as canonical",
                "<html><head><link rel=canonical href='data:text/html,x'></head>" + page("<p>" + WORDS));
        all.put("script in the text", page("<p>" + WORDS + SCRIPT + WORDS));
        all.put("script in svg", page("<svg><script>alert(1)</script><text>x</text></svg><p>" + WORDS));
        all.put(
                "script in noscript",
                page("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript><p>" + WORDS));
        all.put("escaped script in the text", page("<p>" + WORDS + "&lt;script&gt;alert(1)&lt;/script&gt; " + WORDS));
        all.put("json-ld without end", ld("{\"a\":".repeat(30_000)));
        all.put("json-ld lists without end", ld("[".repeat(100_000)));
        all.put(
                "json-ld with a huge number",
                ld("{\"@type\":\"Article\",\"datePublished\":" + "9".repeat(100_000) + "}"));
        all.put(
                "json-ld with wrong types",
                ld("{\"@type\":[[]],\"headline\":{},\"author\":7,\"datePublished\":[null]}"));
        all.put("json-ld that is huge", ld("{\"headline\":\"" + "x".repeat(LARGE) + "\"}"));
        all.put(
                "frames",
                page("<iframe src=file:///etc/passwd></iframe><object data=file:///etc/passwd></object><p>" + WORDS));
        all.put("base elsewhere", "<html><head><base href='file:///etc/'></head>" + page("<a href=passwd>" + WORDS));
        all.put(
                "refresh",
                "<html><head><meta http-equiv=refresh content='0;url=file:///etc/passwd'></head>"
                        + page("<p>" + WORDS));
        all.put("control characters", page("<p>" + "\u0000\u0001\u0008\u001b[31m".repeat(100) + WORDS));
        all.put("text turned around", page("<p>\u202E" + WORDS + "\u2066\u2069"));
        all.put("combining marks", page("<p>a" + "\u0301".repeat(100_000) + WORDS));
        all.put("dates without end", page("<p>" + "November 2 2026 ".repeat(20_000)));
        all.put("quotes without end", page("<p>" + "\"“‘".repeat(60_000)));
        all.put("dots without end", page("<p>" + ". ".repeat(100_000)));
        all.put("dollars without end", page("<p>" + "$1 ".repeat(100_000)));
        all.put("spaces without end", page("<p>" + "\u00a0 \t".repeat(100_000) + WORDS));
        all.put("a consent page that never ends", page("<p>" + "We use cookies and similar ".repeat(15_000)));
        all.put("a wall that never ends", page("<p>" + "subscribe sign in register ".repeat(15_000)));
        all.put("a submission without end", "<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>8-K\n".repeat(8_000));
        return all;
    }

    private static String ld(String json) {
        return "<html><head><script type=\"application/ld+json\">" + json + "</script></head><body><article><p>"
                + WORDS.repeat(4) + "</p></article></body></html>";
    }

    private static String page(String body) {
        return "<html lang=en><body><article><h1>A report</h1>" + body + "<p>" + WORDS.repeat(4)
                + "</p></article></body></html>";
    }
}
