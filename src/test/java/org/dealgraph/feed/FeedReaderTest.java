package org.dealgraph.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.dealgraph.model.FeedEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

    private final FeedReader reader = new FeedReader();

    private Feed read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8), null, "https://example.org/feed");
    }

    private FeedEntry first(String text) {
        return read(text).entries().getFirst();
    }

    @Test
    void reads_rss_with_its_usual_modules() {
        FeedEntry entry = first("""
                <?xml version="1.0"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>News &amp; more</title><link>https://example.org/</link>
                <item><title>A &lt;b&gt;big&lt;/b&gt; deal</title><link>/a?utm_source=rss</link><guid isPermaLink="false">7</guid>
                <pubDate>Wed, 22 Apr 2026 10:30:00 GMT</pubDate><dc:creator>A. Writer</dc:creator><category>AI</category>
                <description>Short</description><content:encoded><![CDATA[<p>Long <a href="/b">text</a></p>]]></content:encoded></item>
                </channel></rss>""");

        assertThat(entry)
                .isEqualTo(new FeedEntry(
                        "example.org/a",
                        "7",
                        "https://example.org/a?utm_source=rss",
                        "A big deal",
                        Instant.parse("2026-04-22T10:30:00Z"),
                        null,
                        "A. Writer",
                        List.of("AI"),
                        "<p>Long <a href=\"https://example.org/b\">text</a></p>"));
    }

    @Test
    void reads_atom_with_inline_markup_and_bases() {
        FeedEntry entry = first("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/blog/"><title>Blog</title>
                <entry xml:base="2026/"><id>tag:example.org,2026:1</id><link rel="self" href="x"/><link href="deal"/><title type="text">1 &lt; 2</title>
                <updated>2026-04-22T10:30:00Z</updated><author><name>A. Writer</name><email>a@example.org</email></author>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content></entry></feed>""");

        assertThat(entry.link()).isEqualTo("https://example.org/blog/2026/deal");
        assertThat(entry.title()).isEqualTo("1 < 2");
        assertThat(entry.updated()).isEqualTo(Instant.parse("2026-04-22T10:30:00Z"));
        assertThat(entry.author()).isEqualTo("A. Writer");
        assertThat(entry.html()).isEqualTo("<p>Text</p>");
    }

    @Test
    void reads_rdf_json_and_news_sitemaps() {
        String rdf = """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="https://example.org/"><title>R</title></channel>
                <item rdf:about="https://example.org/a"><title>Deal</title><link>https://example.org/a</link><dc:date>2026-04-22</dc:date></item></rdf:RDF>""";
        String json = """
                {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "1", "url": "https://example.org/a", "title": "Deal",
                 "content_html": "<p>x</p><script>alert(1)</script>", "date_published": "2026-04-22T00:00:00Z", "authors": [{"name": "A"}], "tags": ["AI"]}]}""";
        String sitemap = """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>https://example.org/a</loc><news:news><news:publication><news:name>N</news:name></news:publication>
                <news:publication_date>2026-04-22</news:publication_date><news:title>Deal</news:title></news:news></url></urlset>""";

        for (String text : List.of(rdf, json, sitemap)) {
            FeedEntry entry = first(text);
            assertThat(entry.title()).isEqualTo("Deal");
            assertThat(entry.link()).isEqualTo("https://example.org/a");
            assertThat(entry.published()).isEqualTo(Instant.parse("2026-04-22T00:00:00Z"));
        }
        assertThat(first(json).html()).isEqualTo("<p>x</p>");
    }

    @Test
    void reads_a_companys_filings_as_edgar_lists_them() {
        FeedEntry entry = first("""
                {"cik": "0001045810", "name": "NVIDIA CORP", "filings": {"recent": {"accessionNumber": ["0001045810-26-000021"],
                 "filingDate": ["2026-02-25"], "acceptanceDateTime": ["2026-02-25T21:16:32.000Z"], "form": ["8-K"], "items": ["2.02,9.01"],
                 "primaryDocument": ["nvda-20260225.htm"], "primaryDocDescription": ["8-K"]}}}""");

        assertThat(entry.guid()).isEqualTo("0001045810-26-000021");
        assertThat(entry.link())
                .isEqualTo("https://www.sec.gov/Archives/edgar/data/1045810/000104581026000021/nvda-20260225.htm");
        assertThat(entry.categories()).containsExactly("8-K", "2.02", "9.01");
        assertThat(entry.published()).isEqualTo(Instant.parse("2026-02-25T21:16:32Z"));
    }

    @Test
    void reads_a_page_of_links_as_a_feed() {
        String page = """
                <title>Newsroom</title><nav><a href="/about">About</a></nav>
                <div class=card><a href="/news/big-deal?utm_source=home"><h3>Company signs a big deal</h3></a><span>April 22, 2026</span></div>
                <a href="/news/big-deal">Read</a><a href="https://other.example/news/x">Somebody else's long headline</a>""";

        Feed feed = reader.readPage(page.getBytes(StandardCharsets.UTF_8), null, "https://example.org/news", null);

        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.link()).isEqualTo("https://example.org/news/big-deal");
            assertThat(entry.title()).isEqualTo("Company signs a big deal");
            assertThat(entry.published()).isEqualTo(Instant.parse("2026-04-22T00:00:00Z"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><item><title>Deal & more</title></item>",
                "<rss><channel><item><title>Deal &nbsp; &amp; more</title><link></item></channel>",
                "  \n<!-- x --><!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><item><title>Deal</title></item></channel></rss>",
                "<RSS><CHANNEL><ITEM><TITLE>Deal</TITLE></ITEM></CHANNEL></RSS>",
                "<rss><channel><title>x<item><title>Deal</title></item></channel></rss>"
            })
    void reads_broken_feeds_too(String text) {
        assertThat(read(text).entries())
                .first()
                .satisfies(entry -> assertThat(entry.title()).startsWith("Deal"));
    }

    @Test
    void loads_nothing_and_expands_nothing() {
        FeedEntry entry = first("""
                <!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
                <rss><channel><item><title>x &file; &b; y</title></item></channel></rss>""");

        assertThat(entry.title()).isEqualTo("x &file; &b; y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href='java\tscript:alert(1)'>x</a>",
                "<a href='&#106;avascript:alert(1)'>x</a>",
                "<iframe src='https://example.org'></iframe>",
                "<p style='background:url(javascript:alert(1))'>x</p>",
                "<p style='width:expression(alert(1))'>x</p>",
                "<object data=x></object>",
                "<svg><script>alert(1)</script></svg>",
                "<form action='/x'><input></form>",
                "<img src='data:text/html,<script>alert(1)</script>'>",
                "<math><a xlink:href='javascript:alert(1)'>x</a></math>",
                "<base href='https://evil.example/'>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<link rel=stylesheet href='https://evil.example/x.css'>",
                "<a href='vbscript:x'>x</a>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>"
            })
    void leaves_nothing_active_in_an_entry(String html) {
        String escaped = html.replace("&", "&amp;").replace("<", "&lt;");

        String clean = first("<rss><channel><item><title>" + escaped + "</title><description>" + escaped
                        + "</description></item></channel></rss>")
                .html();

        assertThat(
                        org.jsoup.Jsoup.parseBodyFragment(clean)
                                .select(
                                        "script, iframe, object, embed, form, input, base, meta, link, svg, "
                                                + "[onerror], [style*=expression], [style*=url], [href*=script], [src^=data], [action]"))
                .isEmpty();
    }

    @Test
    void knows_an_entry_again_though_guid_and_link_were_dressed_up() {
        String before =
                "<rss><channel><item><title>Deal</title><guid>1</guid><link>https://www.example.org/news/deal?utm_source=rss</link></item></channel></rss>";
        String after = "<rss><channel><item><title>Deal, updated</title><guid>https://example.org/?p=99</guid>"
                + "<link>http://m.example.org/news/deal/amp/</link></item></channel></rss>";

        assertThat(first(before).id()).isEqualTo(first(after).id());
    }

    @Test
    void keeps_entries_apart_that_share_a_link() {
        Feed feed = read(
                "<rss><channel><link>https://example.org/</link><item><title>A</title><guid>1</guid><link>https://example.org/status</link></item>"
                        + "<item><title>B</title><guid>2</guid><link>https://example.org/status</link></item></channel></rss>");

        assertThat(feed.entries()).extracting(FeedEntry::id).containsExactly("1", "2");
    }

    @Test
    void takes_an_entry_that_stands_twice_once() {
        Feed feed = read("<rss><channel><item><title>A</title><link>https://example.org/a</link></item>"
                + "<item><title>A</title><link>https://example.org/a?utm_medium=x</link></item></channel></rss>");

        assertThat(feed.entries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "hello",
                "<html><body><p>No feed</p></body></html>",
                "{\"a\": 1}",
                "{\"items\": ",
                "[1, 2]",
                "\u0000\u0001"
            })
    void says_what_is_no_feed(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FeedException.class)
                .hasMessageStartingWith("could not read a feed: ");
    }
}
