package org.dealgraph.output;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.apptasticsoftware.rssreader.RssReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dealgraph.api.RunningServer;
import org.dealgraph.catalogue.Opml;
import org.dealgraph.feed.FeedReader;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Milestone;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Revision.Cause;
import org.dealgraph.model.Revision.Kind;
import org.dealgraph.model.Source;
import org.dealgraph.model.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds over HTTP from a real store, read back by readers that others wrote and by our own. */
@ExtendWith(Neo4jTest.class)
class FeedsTest {

    /** Titles as they come in, and as every reader must show them. */
    private static final Map<String, String> TITLES = titles();

    private static final String LONG = "We will spend <b>more</b> & more. ".repeat(30);
    private static final String PAGER = "new:pager";

    private static RunningServer server;
    private static Told told;
    private static Deal before;
    private static Deal after;

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("Acme commits $1 billion to Beta", "Acme commits $1 billion to Beta");
        titles.put("<script>alert(1)</script> & <b>bold</b>", "‹script›alert(1)‹/script› & ‹b›bold‹/b›");
        titles.put("Zoë & 日本 pay 🚀🇪🇺 €5", "Zoë & 日本 pay 🚀🇪🇺 €5");
        titles.put("An end ]]> of <![CDATA[ a section", "An end ]]› of ‹![CDATA[ a section");
        titles.put("One\u0000two\u0007three\u001b[31m\ufffe four\u0085five", "One two three [31m four five");
        titles.put("AT&T, R&D &amp; &lt;i&gt; &#60;p&#62; &copy", "AT&T, R&D ＆amp; ＆lt;i＆gt; ＆#60;p＆#62; ＆copy");
        titles.put(
                "Quotes \" ' ; , \\ and\r\n lines\u2028 turned \u202eback", "Quotes \" ' ; , \\ and lines turned back");
        titles.put(" \t ", "a deal without a title");
        return titles;
    }

    @BeforeAll
    static void start(GraphStore store) {
        told = new Told(store);
        int i = 0;
        for (String title : TITLES.keySet()) {
            Deal deal = Told.deal("c-hostile-" + i++, title, "new:acme", 1, Stage.AGREED, "2027");
            told.state(deal, title, "https://news.example/" + i + "?a=1&b=<2>", LONG);
            told.happened(Kind.ADDED, Cause.NEWS, null, deal);
        }
        before = Told.deal("c-life", "A life", "new:liver", 300, Stage.LETTER_OF_INTENT, "2027-03-15");
        after = Told.with(
                Told.deal("c-life", "A life", "new:liver", 200, Stage.DEFINITIVE, "2028-Q1"),
                new Milestone(
                        Milestone.Sort.PAYMENT,
                        Money.of(Interval.stated(BigDecimal.TEN.movePointRight(9)), "USD"),
                        null,
                        null,
                        PartialDate.parse("2029-03"),
                        "once it runs",
                        List.of("c-life")));
        told.state(after, "Shorter", "javascript:alert(1)", "They pay.");
        told.happened(Kind.ADDED, Cause.NEWS, null, before);
        told.happened(Kind.CORROBORATED, Cause.NEWS, before, before);
        told.happened(Kind.AMENDED, Cause.NEWS, before, after);
        told.happened(Kind.DISPUTED, Cause.JUDGEMENT, after, after);
        told.happened(Kind.AMENDED, Cause.BACKFILL, after, after);
        told.happened(Kind.RETRACTED, Cause.NEWS, after, null);
        page(260);
        server = RunningServer.on(store);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void page(int count) {
        told.happened(IntStream.range(0, count)
                .mapToObj(i -> told.change(
                        Kind.ADDED,
                        Cause.NEWS,
                        null,
                        Told.deal(
                                "c-page-" + told.log().size() + "-" + i, "Page " + i, PAGER, 1, Stage.AGREED, "2027")))
                .toList());
    }

    /** What a reader must find of one entry. */
    private record Seen(
            @Nullable String id,
            String title,
            @Nullable Instant date,
            @Nullable String link) {}

    private static List<Seen> expected(Predicate<Revision> shown) {
        List<String> titles = List.copyOf(TITLES.values());
        return told.log().stream()
                .filter(shown)
                .sorted(Comparator.comparing(Revision::number).reversed())
                .map(r -> new Seen(
                        "tag:dealgraph.org,2026:event/" + r.number() + "/" + r.deal(),
                        titles.get(Integer.parseInt(r.deal().replace("c-hostile-", ""))),
                        r.recordedAt().truncatedTo(ChronoUnit.SECONDS),
                        base() + "/feeds/entries/" + r.number()))
                .toList();
    }

    private static String base() {
        return "http://" + server.address().getAuthority();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return server.send(server.request(path, headers).GET());
    }

    private static String body(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode json(String path) {
        return RunningServer.json(get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss"})
    void rome_reads_every_entry_back(String form) throws Exception {
        SyndFeed feed = new SyndFeedInput().build(new StringReader(body("/feeds/deals." + form + "?party=new:acme")));
        assertThat(feed.getEntries())
                .extracting(e ->
                        new Seen(e.getUri(), e.getTitle(), e.getPublishedDate().toInstant(), e.getLink()))
                .isEqualTo(expected(r -> r.deal().startsWith("c-hostile")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss"})
    void a_second_reader_reads_every_entry_back(String form) {
        byte[] bytes = body("/feeds/deals." + form + "?party=new:acme").getBytes(StandardCharsets.UTF_8);
        assertThat(new RssReader().read(new ByteArrayInputStream(bytes)))
                .extracting(i -> new Seen(
                        i.getGuid().orElse(null),
                        i.getTitle().orElse(""),
                        i.getPubDateAsZonedDateTime().orElseThrow().toInstant(),
                        i.getLink().orElse(null)))
                .isEqualTo(expected(r -> r.deal().startsWith("c-hostile")));
    }

    /** With a folder in which npm has installed what bench/feeds-node names: {@code -Ddealgraph.node=bench/feeds-node}. */
    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    @EnabledIfSystemProperty(named = "dealgraph.node", matches = ".+")
    void readers_of_another_world_read_every_entry_back(String form) throws Exception {
        Process node = new ProcessBuilder("node", "read.mjs", base() + "/feeds/deals." + form + "?party=new:acme")
                .directory(new File(System.getProperty("dealgraph.node")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(out).isZero();
        List<String> lines = out.lines().toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(form.equals("json") ? 1 : 2);
        for (String line : lines) {
            assertThat(new ObjectMapper().readTree(line))
                    .extracting(i -> new Seen(
                            i.path("id").asText(),
                            i.path("title").asText(),
                            Instant.parse(i.path("date").asText()),
                            i.path("link").asText()))
                    .isEqualTo(expected(r -> r.deal().startsWith("c-hostile")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void our_own_reader_reads_every_entry_back(String form) {
        byte[] bytes = body("/feeds/deals." + form + "?party=new:acme").getBytes(StandardCharsets.UTF_8);
        assertThat(new FeedReader().read(bytes, null, "").entries())
                .extracting(e -> new Seen(e.guid(), e.title(), e.published(), e.link()))
                .isEqualTo(expected(r -> r.deal().startsWith("c-hostile")));
    }

    @Test
    void json_holds_the_same_entries() {
        assertThat(json("/feeds/deals.json?party=new:acme").path("items"))
                .extracting(e -> new Seen(
                        e.path("id").asText(),
                        e.path("title").asText(),
                        Instant.parse(e.path("date_published").asText()),
                        e.path("url").asText()))
                .isEqualTo(expected(r -> r.deal().startsWith("c-hostile")));
    }

    /** The rules of the feed validator, as paths that must find something in every document, and some that must not. */
    static Stream<String> rules() {
        return Stream.of(
                "atom | /a:feed/a:id",
                "atom | /a:feed/a:title",
                "atom | /a:feed/a:updated",
                "atom | /a:feed/a:author/a:name",
                "atom | /a:feed/a:link[@rel='self']",
                "atom | /a:feed/a:link[@rel='alternate' and @type='text/html']",
                "atom not | //a:entry[count(a:id)!=1 or count(a:title)!=1 or count(a:updated)!=1]",
                "atom not | //a:entry[count(a:link[@rel='alternate'])!=1]",
                "atom not | //a:entry[not(a:content) and not(a:summary)]",
                "atom not | //a:content[@type!='html']",
                "atom not | //a:entry[a:updated=preceding-sibling::a:entry/a:updated]",
                "atom not | //a:link[@rel='alternate'][@type=preceding-sibling::a:link[@rel='alternate']/@type]",
                "atom not | //a:link[@rel='self' and not(@type)]",
                "atom not | //*[local-name()='archive' and not(parent::a:feed)]",
                "atom not | /a:feed[h:archive and not(a:link[@rel='current'])]",
                "atom not | //a:*[not(node()) and not(self::a:link or self::a:category)]",
                "atom not | //a:entry[a:id=preceding-sibling::a:entry/a:id]",
                "atom not | //a:entry[a:published > a:updated]",
                "atom not | //a:link[not(starts-with(@href,'http://') or starts-with(@href,'https://'))]",
                "rss | /rss[@version='2.0']/channel/title",
                "rss | /rss/channel/link",
                "rss | /rss/channel/description",
                "rss | /rss/channel/language",
                "rss | /rss/channel/a:link[@rel='self']",
                "rss not | //item[count(title)!=1 or count(link)!=1 or count(description)!=1]",
                "rss not | //item[count(guid)!=1 or guid[@isPermaLink!='false']]",
                "rss not | //item[guid=preceding-sibling::item/guid]",
                "rss not | //item[count(pubDate)!=1]",
                "rss not | /rss/channel[count(title)!=1 or count(link)!=1 or count(description)!=1 or count(language)!=1]",
                "rss not | //item/preceding-sibling::*[preceding-sibling::item and not(self::item)]",
                "rss not | //title[contains(.,'<') or contains(.,'&lt;')]",
                "rss not | //channel/description[contains(.,'<')]",
                "rss not | //a:link[@rel='related' and not(parent::item)]",
                "rss not | //author");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_of_the_feed_validator_holds(String rule) {
        String[] parts = rule.split(" \\| ", 2);
        boolean forbidden = parts[0].endsWith(" not");
        String form = parts[0].replace(" not", "");
        for (String query : List.of("", "?party=new:acme", "?party=new:nobody", "?party=" + PAGER + "&archive=1")) {
            Xml feed = Xml.of(body("/feeds/deals." + form + query));
            assertThat(feed.count(parts[1]) > 0).as(rule + " of " + query).isNotEqualTo(forbidden);
        }
    }

    @Test
    void dates_have_the_forms_that_the_formats_ask_for() {
        Xml atom = Xml.of(body("/feeds/deals.atom"));
        assertThat(atom.all("//a:updated | //a:published"))
                .hasSizeGreaterThan(100)
                .allSatisfy(date -> assertThat(OffsetDateTime.parse(date)).isNotNull());
        Xml rss = Xml.of(body("/feeds/deals.rss"));
        assertThat(rss.all("//pubDate | //lastBuildDate"))
                .hasSizeGreaterThan(50)
                .allMatch(date -> date.matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"))
                .allSatisfy(date -> assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date))
                        .isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "atom, application/atom+xml",
        "rss, application/rss+xml",
        "json, application/feed+json",
        "ics, text/calendar",
        "opml, text/x-opml"
    })
    void self_is_where_it_came_from_and_the_type_is_the_format_s(String form, String type) {
        String path = "/feeds/deals." + form + "?kind=INVEST,SPEND&minimumDollars=1000000&text=page";
        HttpResponse<String> answer = get(path);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type + "; charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        String self = base() + path;
        switch (form) {
            case "atom" ->
                assertThat(Xml.of(answer.body()).all("/a:feed/a:link[@rel='self']/@href"))
                        .containsExactly(self);
            case "rss" ->
                assertThat(Xml.of(answer.body()).all("//a:link[@rel='self']/@href"))
                        .containsExactly(self);
            case "json" ->
                assertThat(RunningServer.json(answer).path("feed_url").asText()).isEqualTo(self);
            default -> assertThat(answer.body()).isNotEmpty();
        }
    }

    @Test
    void news_and_judgements_are_shown_and_corroborations_and_backfill_only_to_who_asks() {
        assertThat(tags("?party=new:liver")).containsExactly("RETRACTED", "DISPUTED", "AMENDED", "ADDED");
        assertThat(tags("?party=new:liver&all=true"))
                .containsExactly("RETRACTED", "AMENDED", "DISPUTED", "AMENDED", "CORROBORATED", "ADDED");
        assertThat(tags("?party=new:liver&cause=JUDGEMENT")).containsExactly("DISPUTED");
        assertThat(tags("?party=new:liver&change=added,retracted")).containsExactly("RETRACTED", "ADDED");
    }

    @ParameterizedTest
    @CsvSource({
        "minimumDollars=250000000000, 2",
        "minimumDollars=301000000000, 0",
        "strength=FIRM, 3",
        "strength=HEADLINE, 4",
        "kind=INVEST, 0",
        "kind=SPEND&text=life, 4",
        "text=other, 0",
        "minimumMegawatts=1, 0",
        "product=h100, 0",
        "publishedFrom=2026-10, 4",
        "publishedTo=2025, 0"
    })
    void a_filter_of_the_api_holds_for_a_feed(String filter, int found) {
        assertThat(tags("?party=new:liver&" + filter)).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=NOTHING",
                "minimumDollars=lots",
                "publishedFrom=soon",
                "unknown=1",
                "tier=WIRE",
                "archive=-1",
                "all=maybe",
                "text=a&text=b"
            })
    void what_cannot_be_asked_is_refused_by_name(String filter) {
        HttpResponse<String> answer = get("/feeds/deals.atom?" + filter);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(filter.substring(0, filter.indexOf('=')));
    }

    private static List<String> tags(String query) {
        return json("/feeds/deals.json" + query).path("items").findValuesAsText("kind");
    }

    @Test
    void an_amendment_says_before_and_after_in_words_and_links_what_it_supersedes() {
        JsonNode items = json("/feeds/deals.json?party=new:liver&all=true").path("items");
        JsonNode amended = items.get(3);
        assertThat(amended.path("title").asText()).isEqualTo("Amended: A life");
        assertThat(amended.path("_dealgraph").path("changes"))
                .extracting(c -> c.path("what").asText() + ": "
                        + c.path("before").asText() + " → " + c.path("after").asText())
                .containsExactly(
                        "amount: up to $300 billion → up to $200 billion",
                        "stage: letter of intent → definitive",
                        "start: 2027-03-15 → 2028-Q1");
        assertThat(amended.path("content_text").asText())
                .contains("start: 2027-03-15 → 2028-Q1")
                .contains("Liver commits up to $200 billion to A Seller");
        for (int i = 0; i < 5; i++) {
            assertThat(items.get(i).path("_dealgraph").path("supersedes").asText())
                    .isEqualTo(items.get(i + 1).path("id").asText());
        }
        Xml atom = Xml.of(body("/feeds/deals.atom?party=new:liver&all=true"));
        assertThat(atom.all("//a:entry/a:link[@rel='related']/@href"))
                .isEqualTo(atom.all("//a:entry[position()>1]/a:link[@rel='alternate']/@href"));
        assertThat(body(items.get(4).path("url").asText().replace(base(), ""))).contains("<h1>Confirmed: A life</h1>");
    }

    @Test
    void an_entry_says_who_says_so_in_at_most_300_characters_with_the_article_s_address() {
        JsonNode entry = json("/feeds/deals.json?party=new:acme").path("items").get(0);
        String text = entry.path("content_text").asText();
        assertThat(text)
                .contains("Example Wire, by a party to the deal")
                .contains("https://news.example/8?a=1&b=%3C2%3E");
        String quote = text.substring(text.indexOf('“') + 1, text.indexOf('”'));
        assertThat(quote).hasSize(300).endsWith("…").startsWith("We will spend <b>more</b> & more.");
        assertThat(body("/feeds/deals.atom?party=new:liver")).doesNotContain("javascript:");
    }

    @Test
    void the_html_of_an_entry_holds_nothing_but_what_we_put_there() {
        for (JsonNode item : json("/feeds/deals.json?all=true").path("items")) {
            Xml html = Xml.of("<div>" + item.path("content_html").asText() + "</div>");
            assertThat(html.count("//*[not(contains(' div p ul li del ins a blockquote ', concat(' ', name(), ' ')))]"))
                    .isZero();
            assertThat(html.count("//@*[name()!='href']")).isZero();
            assertThat(html.all("//@href")).allMatch(a -> a.startsWith("http://") || a.startsWith("https://"));
        }
        String page = body("/feeds/entries/" + told.log().get(1).number());
        assertThat(page).contains("‹script›").doesNotContain("<script").doesNotContain("<b>");
        assertThat(get("/feeds/entries/999999999").statusCode()).isEqualTo(404);
        assertThat(get("/feeds/entries/x").statusCode()).isEqualTo(404);
    }

    @Test
    void words_that_were_taken_back_are_not_quoted_any_more(GraphStore store) {
        Told other = new Told(store);
        Deal deal = Told.deal("c-gone", "Gone", "new:goner", 1, Stage.AGREED, "2027");
        other.state(deal, "Title", "https://news.example/gone", "Secret words.");
        other.happened(Kind.ADDED, Cause.NEWS, null, deal);
        assertThat(body("/feeds/deals.atom?party=new:goner")).contains("Secret words.");
        other.retire("c-gone");
        assertThat(body("/feeds/deals.atom?party=new:goner")).contains("Gone").doesNotContain("Secret words.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json", "ics", "opml"})
    void who_has_it_is_told_so(String form) {
        String path = "/feeds/deals." + form + "?party=new:acme";
        HttpResponse<String> first = get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            HttpResponse<String> again = get(path, "If-None-Match", known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        }
        assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void a_date_decides_only_where_no_tag_is_sent() {
        String path = "/feeds/deals.atom?party=new:acme";
        String date = get(path).headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get(path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-Modified-Since", "Sun, 01 Nov 2020 10:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(path, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
        assertThat(get(path, "If-Modified-Since", date, "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?party=new%3Apager", "?party=new%3Aacme", "?all=true"})
    void archives_lead_to_every_entry_and_never_change(String query) {
        List<String> ids = new ArrayList<>();
        Map<String, String> archives = new LinkedHashMap<>();
        String path = "/feeds/deals.atom" + query;
        while (path != null) {
            String body = body(path);
            Xml feed = Xml.of(body);
            ids.addAll(feed.all("//a:entry/a:id"));
            if (path.contains("archive=")) {
                assertThat(feed.count("/a:feed/h:archive")).isEqualTo(1);
                assertThat(feed.all("/a:feed/a:link[@rel='current']/@href"))
                        .containsExactly(base() + "/feeds/deals.atom" + query);
                assertThat(feed.count("//a:entry")).isBetween(1, FeedPages.BLOCK);
                assertThat(archives.put(path, String.join("\n", feed.all("//a:entry"))))
                        .isNull();
            }
            List<String> previous = feed.all("/a:feed/a:link[@rel='prev-archive']/@href");
            path = previous.isEmpty() ? null : previous.getFirst().replace(base(), "");
        }
        Set<String> expected = new LinkedHashSet<>();
        told.log().stream()
                .filter(r -> query.contains("all") || (r.kind() != Kind.CORROBORATED && r.cause() != Cause.BACKFILL))
                .filter(r -> !query.contains("pager") || r.deal().startsWith("c-page"))
                .filter(r -> !query.contains("acme") || r.deal().startsWith("c-hostile"))
                .forEach(r -> expected.add("tag:dealgraph.org,2026:event/" + r.number() + "/" + r.deal()));
        assertThat(ids).containsAll(expected);
        page(7);
        archives.forEach((archive, entries) -> assertThat(
                        String.join("\n", Xml.of(body(archive)).all("//a:entry")))
                .isEqualTo(entries));
    }

    @Test
    void json_and_rss_lead_on_too_and_an_archive_to_come_is_not_there() {
        String next = json("/feeds/deals.json?party=new:pager").path("next_url").asText();
        assertThat(next).startsWith(base() + "/feeds/deals.json?archive=");
        assertThat(json(next.replace(base(), "")).path("items")).isNotEmpty();
        assertThat(Xml.of(body("/feeds/deals.rss?party=new:pager")).all("//a:link[@rel='prev-archive']/@href"))
                .singleElement()
                .asString()
                .contains("deals.rss?archive=");
        assertThat(get("/feeds/deals.atom?archive=99999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_calendar_holds_stages_starts_milestones_and_ends_as_they_stand_now() {
        String text = body("/feeds/deals.ics?party=new:liver");
        assertThat(text.split("\r\n", -1))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\n"));
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(calendar.getEvents())
                .extracting(e -> e.getSummary().getValue() + " "
                        + e.getDateStart()
                                .getValue()
                                .getRawComponents()
                                .toString()
                                .strip() + " " + e.getStatus().getValue())
                .containsExactlyInAnyOrder(
                        "Liver commits up to $200 billion to A Seller: starts 2028-Q1 20280101T000000 TENTATIVE",
                        "Liver commits up to $200 billion to A Seller: payment of $10 billion 2029-03 20290331T000000 TENTATIVE",
                        "Liver commits up to $200 billion to A Seller: ends 2031-H1 20310630T000000 TENTATIVE",
                        "Liver commits up to $200 billion to A Seller: agreed 2026-10-30 20261030T000000 CONFIRMED");
        assertThat(calendar.getRefreshInterval().getValue()).hasToString("PT1H");
        assertThat(text).contains("DTSTART;VALUE=DATE:20280101\r\nDTEND;VALUE=DATE:20280102\r\n");
        assertThat(calendar.getEvents()).extracting(e -> e.getUid().getValue()).doesNotHaveDuplicates();
        assertThat(calendar.getEvents().getFirst().getDescription().getValue())
                .contains("starts 2028-Q1, ends 2031-H1")
                .contains("\nThe day is not known");
    }

    @Test
    void a_calendar_without_a_date_holds_a_component_still() {
        String text = body("/feeds/deals.ics?party=new:nobody");
        assertThat(text).contains("BEGIN:VTIMEZONE").doesNotContain("VEVENT", "METHOD");
        assertThat(Biweekly.parse(text).first().getTimezoneInfo().getComponents())
                .hasSize(1);
    }

    @Test
    void the_home_page_and_a_list_lead_to_the_feeds() {
        assertThat(body("/"))
                .contains("<link rel=\"alternate\" type=\"application/atom+xml\"")
                .contains("<link rel=\"alternate\" type=\"application/rss+xml\"")
                .contains("<link rel=\"alternate\" type=\"application/feed+json\"");
        List<Source> feeds = Opml.read(body("/feeds/deals.opml").getBytes(StandardCharsets.UTF_8), "list");
        assertThat(feeds)
                .hasSize(9)
                .allSatisfy(feed -> Xml.of(body(feed.address().replace(base(), ""))));
    }
}
