package org.dealgraph.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.WebAddress;
import org.dealgraph.model.WrittenTime;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads what a page says of itself, from the most to the least deliberate place: JSON-LD, OpenGraph and other meta
 * elements, microdata, then what a reader sees.
 */
final class MetadataReader {

    private static final int LONGEST = 400;
    private static final int LONGEST_RAW = 20_000;
    private static final int LONGEST_BYLINE = 120;
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>]{0,2000}>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final int TOP_TEXTS = 400;
    private static final int MOST_METAS = 500;
    private static final Pattern SITE_SUFFIX = Pattern.compile("^(.{15,}?)\\s+[|–—»·-]\\s+[^|–—»·]{2,40}$");
    private static final Pattern BY = Pattern.compile(
            "^\\s*(?:(?:(?:written|posted|story|words) )?by|von|par|por):?\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_NAME = Pattern.compile(
            "\\s*(?:[-–—|·•,]\\s*)*(?:(?:updated|published|posted)?\\s*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?"
                    + " \\d|\\d{1,2} [a-z]{3,9} \\d{4}|\\d{4}-\\d\\d).*)?$",
            Pattern.CASE_INSENSITIVE);

    private final Document document;
    private final Optional<JsonLd> linked;
    private final Map<String, List<String>> metas;

    private MetadataReader(Document document) {
        this.document = document;
        this.linked = JsonLd.find(document);
        this.metas = metas(document);
    }

    static Metadata read(Document document) {
        MetadataReader reader = new MetadataReader(document);
        return new Metadata(
                reader.title(),
                reader.byline().orElse(null),
                reader.publisher().orElse(null),
                reader.published().orElse(null),
                reader.modified().orElse(null),
                reader.canonical().orElse(null),
                reader.language().orElse(null));
    }

    private String title() {
        Optional<String> shown = heading();
        return first(
                        () -> linked.flatMap(l -> l.text("headline")),
                        () -> meta("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title"),
                        () -> shown,
                        () -> Filing.title(document),
                        () -> Optional.of(document.title()))
                .map(title -> closest(title, shown))
                .map(MetadataReader::plain)
                .orElse("");
    }

    /** Where the page's title is its heading and a site's name, the heading is the title. */
    private static String closest(String title, Optional<String> shown) {
        if (shown.isPresent() && shown.get().length() > 10 && title.startsWith(shown.get())) {
            return shown.get();
        }
        Matcher m = SITE_SUFFIX.matcher(title);
        return m.matches() && shown.map(s -> !s.equals(title)).orElse(true) ? m.group(1) : title;
    }

    private Optional<String> heading() {
        return document.select("h1[itemprop=headline], article h1, main h1, h1").stream()
                .map(Element::text)
                .filter(text -> text.length() > 3 && text.length() < LONGEST)
                .findFirst();
    }

    private Optional<String> byline() {
        return first(
                        () -> linked.flatMap(l -> l.names("author").or(() -> l.names("creator"))),
                        () -> meta("author", "article:author", "byl", "dc.creator", "sailthru.author", "parsely-author")
                                .filter(author -> !author.startsWith("http")),
                        () -> seen("[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .byline,"
                                + " .author-name, [class*=byline], [class*=author-name], .author .fn, .author,"
                                + " .autor, [class*=post-author], [class*=article-author]"))
                .map(MetadataReader::plain)
                .map(byline ->
                        AFTER_NAME.matcher(BY.matcher(byline).replaceFirst("")).replaceFirst(""))
                .filter(byline -> byline.length() <= LONGEST_BYLINE && byline.length() > 1);
    }

    private Optional<String> publisher() {
        return first(
                        () -> linked.flatMap(l -> l.names("publisher")),
                        () -> meta("og:site_name", "application-name", "dc.publisher", "article:publisher")
                                .filter(name -> !name.startsWith("http")),
                        () -> Filing.company(document))
                .map(MetadataReader::plain);
    }

    private Optional<PartialDate> published() {
        return first(
                        () -> linked.flatMap(l -> l.text("datePublished", "dateCreated"))
                                .flatMap(Dates::parse),
                        () -> metas(
                                        "article:published_time",
                                        "og:article:published_time",
                                        "datepublished",
                                        "pubdate",
                                        "publishdate",
                                        "publish-date",
                                        "dc.date.issued",
                                        "dcterms.created",
                                        "date",
                                        "dc.date",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "article.published",
                                        "cxenseparse:recs:publishtime",
                                        "rnews:datepublished",
                                        "citation_publication_date",
                                        "publication_date",
                                        "og:pubdate")
                                .flatMap(text -> Dates.parse(text).stream())
                                .findFirst(),
                        () -> attribute("time[pubdate]", "datetime"),
                        () -> attribute("[itemprop=datePublished]", "datetime", "content"),
                        () -> attribute(
                                "article time[datetime], main time[datetime], header time[datetime], time[datetime]",
                                "datetime"),
                        () -> Filing.reported(document),
                        this::visible)
                .map(time -> PartialDate.ofDay(time.day()));
    }

    private Optional<Instant> modified() {
        return first(
                        () -> linked.flatMap(l -> l.text("dateModified")).flatMap(Dates::parse),
                        () -> metas(
                                        "article:modified_time",
                                        "og:updated_time",
                                        "datemodified",
                                        "last-modified",
                                        "dcterms.modified")
                                .flatMap(text -> Dates.parse(text).stream())
                                .findFirst(),
                        () -> attribute("[itemprop=dateModified]", "datetime", "content"))
                .map(WrittenTime::instant);
    }

    /** A date in words near the top: the line under a headline, or the dateline of a release. */
    private Optional<WrittenTime> visible() {
        Element body = document.body();
        List<String> dated = body
                .select("[class*=date], [class*=time], [id*=date], [class*=publish], [class*=byline], [class*=meta]")
                .stream()
                .map(Element::text)
                .filter(text -> !text.isEmpty() && text.length() < LONGEST_BYLINE)
                .limit(TOP_TEXTS)
                .toList();
        return dated.stream()
                .flatMap(text -> WrittenTime.parse(text).or(() -> WrittenTime.findIn(text)).stream())
                .findFirst()
                .or(() -> body.select("p, div, span, td").stream()
                        .map(Element::ownText)
                        .filter(text -> text.length() > 8)
                        .limit(TOP_TEXTS)
                        .flatMap(text -> WrittenTime.findIn(text.substring(0, Math.min(text.length(), 200))).stream())
                        .findFirst());
    }

    /** What the page names as its own address, unless that is the front page, as careless templates do. */
    private Optional<String> canonical() {
        Optional<WebAddress> base = WebAddress.parse(document.baseUri());
        return Stream.of(attributes("link[rel=canonical]", "href"), attributes("meta[property=og:url]", "content"))
                .flatMap(s -> s)
                .map(String::strip)
                .filter(link -> !link.isEmpty())
                .flatMap(link -> base.flatMap(start -> start.resolve(link)).or(() -> WebAddress.parse(link)).stream())
                .filter(address -> base.isEmpty()
                        || !address.target().equals("/")
                        || base.get().target().equals("/"))
                .findFirst()
                .or(() -> base)
                .map(address -> address.canonical().href());
    }

    private Stream<String> attributes(String query, String name) {
        return document.select(query).stream().map(e -> e.attr(name));
    }

    private Optional<String> language() {
        return Optional.of(document.select("html").attr("lang"))
                .filter(s -> !s.isBlank())
                .or(() -> meta("og:locale", "content-language", "dc.language"));
    }

    private Optional<WrittenTime> attribute(String query, String... names) {
        return document.select(query).stream()
                .limit(20)
                .flatMap(e -> Stream.concat(Stream.of(names).map(e::attr), Stream.of(e.text())))
                .flatMap(text -> Dates.parse(text).stream())
                .findFirst();
    }

    private Optional<String> seen(String query) {
        return document.select(query).stream()
                .map(Element::text)
                .filter(text -> !text.isBlank() && text.length() < LONGEST_BYLINE)
                .findFirst();
    }

    private Optional<String> meta(String... names) {
        return metas(names).findFirst();
    }

    private Stream<String> metas(String... names) {
        return Stream.of(names).flatMap(name -> metas.getOrDefault(name, List.of()).stream());
    }

    /** All that meta elements say, by their property, name or the like in small letters, read in one go. */
    private static Map<String, List<String>> metas(Document document) {
        Map<String, List<String>> metas = new HashMap<>();
        document.select("meta[content]").stream().limit(MOST_METAS).forEach(e -> {
            String content = e.attr("content").strip();
            for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
                if (e.hasAttr(key) && !content.isEmpty()) {
                    metas.computeIfAbsent(e.attr(key).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                            .add(content);
                }
            }
        });
        return metas;
    }

    private static String plain(String text) {
        String unescaped =
                Parser.unescapeEntities(text.length() > LONGEST_RAW ? text.substring(0, LONGEST_RAW) : text, false);
        String words = TAG.matcher(unescaped).find()
                ? Jsoup.parseBodyFragment(unescaped).text()
                : unescaped;
        String one = BLANKS.matcher(words).replaceAll(" ").strip();
        return one.length() > LONGEST ? one.substring(0, LONGEST) : one;
    }

    @SafeVarargs
    private static <T> Optional<T> first(Supplier<Optional<T>>... places) {
        return Stream.of(places).flatMap(place -> place.get().stream()).findFirst();
    }
}
