package org.dealgraph.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.WrittenTime;
import org.jsoup.nodes.Element;

/** The parts of a channel or an entry by the names that the dialects give them. */
final class XmlPart {

    /** A child with what its name comes to. */
    private record Child(Element element, String name, String local, boolean usual) {
        boolean is(String wanted) {
            return wanted.indexOf(':') >= 0 ? name.equalsIgnoreCase(wanted) : usual && local.equalsIgnoreCase(wanted);
        }
    }

    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_TAGS = 50;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");
    private static final Set<String> GROUPS = Set.of("news", "group");
    private static final Set<String> PREFIXES = Set.of(
            "atom",
            "a",
            "rss",
            "rdf",
            "dc",
            "dcterms",
            "content",
            "xhtml",
            "body",
            "news",
            "itunes",
            "feedburner",
            "sitemap");
    private static final Pattern USUAL = Pattern.compile(
            "purl\\.org/(?:rss|atom|dc|net/rss)|w3\\.org/(?:2005/Atom|1999/xhtml|1999/02/22-rdf)|rssnamespace|netscape\\.com/rdf|"
                    + "backend\\.userland\\.com|blogs\\.law\\.harvard|sitemaps\\.org|sitemap-news");
    private static final Pattern MAIL_AND_NAME = Pattern.compile("^\\s*[^\\s@()]+@[^\\s@()]+\\s*\\(([^)]+)\\)\\s*$");
    private static final Pattern NAME_AND_MAIL =
            Pattern.compile("^([^<(@]+?)\\s*[<(]\\s*[^\\s@]+@[^\\s@]+\\s*[>)]\\s*$");

    private final Element element;
    private final String base;
    private final List<Child> children;

    XmlPart(Element element, String base) {
        this.element = element;
        this.base = base;
        this.children = children(element);
    }

    /** The element's name without its prefix, in lower case. */
    static String local(Element e) {
        String name = e.tagName().toLowerCase(Locale.ROOT);
        return name.substring(name.indexOf(':') + 1);
    }

    FeedEntry entry() {
        Optional<Instant> updated = time("updated", "modified", "dcterms:modified", "lastmod", "date");
        Optional<Instant> published = time(
                "pubDate",
                "published",
                "issued",
                "publication_date",
                "date",
                "created",
                "dcterms:issued",
                "dcterms:created");
        return new FeedEntry(
                "",
                guid().orElse(null),
                link().orElse(null),
                title(),
                published.orElse(null),
                updated.orElse(null),
                author().orElse(null),
                categories(),
                html(
                        "content:encoded",
                        "encoded",
                        "content",
                        "body",
                        "fullitem",
                        "description",
                        "summary",
                        "abstract",
                        "media:description"));
    }

    String title() {
        return find("title")
                .map(e -> new XmlText(e, base).plain())
                .map(XmlPart::line)
                .orElse("");
    }

    String description() {
        return html("description", "subtitle", "tagline", "abstract", "info", "summary");
    }

    Optional<String> language() {
        return find("language")
                .map(Element::text)
                .or(() -> Optional.of(element.attr("xml:lang")))
                .map(s -> s.strip().replace('_', '-'))
                .filter(s -> !s.isEmpty());
    }

    Optional<String> guid() {
        return find("guid", "id", "identifier")
                .map(e -> line(e.wholeText()))
                .map(id -> id.startsWith("/") ? absolute(id) : id)
                .or(() -> Optional.of(element.attr("rdf:about")))
                .filter(s -> !s.isEmpty());
    }

    /** The page: an alternate link first, then any link text, then a GUID that is an address. */
    Optional<String> link() {
        return Stream.of(
                        links(),
                        texts("origLink"),
                        texts("link", "loc", "url"),
                        permalinks(),
                        attributes("href", "rdf:about"))
                .flatMap(s -> s)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .findFirst()
                .map(this::absolute);
    }

    Optional<String> next() {
        return all("link")
                .filter(e -> e.attr("rel").equals("next"))
                .map(e -> absolute(e.attr("href")))
                .filter(s -> s.startsWith("http"))
                .findFirst();
    }

    Optional<String> author() {
        return all("author", "creator", "managingEditor", "editor", "publisher")
                .map(XmlPart::name)
                .filter(s -> !s.isEmpty())
                .findFirst();
    }

    private Stream<String> links() {
        return all("link")
                .filter(e -> e.hasAttr("href"))
                .filter(e -> e.attr("rel").isEmpty() || e.attr("rel").equals("alternate"))
                .map(e -> e.attr("href"));
    }

    private Stream<String> permalinks() {
        return all("guid", "id")
                .filter(e -> !e.attr("isPermaLink").equalsIgnoreCase("false"))
                .map(e -> e.wholeText().strip())
                .filter(s -> s.startsWith("http://") || s.startsWith("https://"));
    }

    private Stream<String> texts(String... names) {
        return all(names).map(Element::wholeText);
    }

    private Stream<String> attributes(String... names) {
        return Stream.of(names).map(name -> element.attributes().getIgnoreCase(name));
    }

    private List<String> categories() {
        Stream<String> listed = all("tags").flatMap(e -> Stream.of(e.text().split(",")));
        Stream<String> single = all("category", "subject", "keywords", "itunes:category", "media:category")
                .map(e -> Stream.of(e.attr("term"), e.attr("text"), e.text())
                        .filter(s -> !s.isEmpty())
                        .findFirst()
                        .orElse(""));
        return Stream.concat(listed, single)
                .map(XmlPart::line)
                .filter(s -> !s.isEmpty())
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    private String html(String... names) {
        return find(names).map(e -> new XmlText(e, base).html()).orElse("");
    }

    private Optional<Instant> time(String... names) {
        return Stream.of(names)
                .flatMap(name ->
                        all(name)
                                .flatMap(e -> WrittenTime.parse(e.text()).stream())
                                .reduce((first, last) -> last)
                                .stream())
                .map(WrittenTime::instant)
                .findFirst();
    }

    private static String name(Element e) {
        String text = e.children().stream()
                .filter(child -> local(child).equals("name"))
                .findFirst()
                .map(Element::text)
                .orElseGet(() -> e.children().isEmpty() ? e.text() : "");
        Matcher m = MAIL_AND_NAME.matcher(text);
        Matcher n = NAME_AND_MAIL.matcher(text);
        return line(m.matches() ? m.group(1) : n.matches() ? n.group(1) : XmlText.words(text));
    }

    private String absolute(String address) {
        return XmlText.resolve(element, base, address);
    }

    /** The first child of the first of these names that there is. */
    private Optional<Element> find(String... names) {
        return Stream.of(names)
                .flatMap(this::all)
                .filter(e -> e.childNodeSize() > 0)
                .findFirst();
    }

    /** Children of these names. A name without a prefix stands for the usual vocabularies, not for any extension's. */
    private Stream<Element> all(String... names) {
        return Stream.of(names)
                .flatMap(name ->
                        children.stream().filter(child -> child.is(name)).map(Child::element));
    }

    private static List<Child> children(Element element) {
        List<Child> children = new ArrayList<>();
        for (Element e : element.children()) {
            if (GROUPS.contains(local(e))) {
                e.children().forEach(inner -> children.add(child(inner)));
            } else {
                children.add(child(e));
            }
        }
        return children;
    }

    private static Child child(Element e) {
        return new Child(e, e.tagName(), local(e), isUsual(e));
    }

    private static boolean isUsual(Element e) {
        String name = e.tagName();
        int colon = name.indexOf(':');
        return colon < 0
                || PREFIXES.contains(name.substring(0, colon).toLowerCase(Locale.ROOT))
                || USUAL.matcher(e.tag().namespace()).find();
    }

    private static String line(String text) {
        String one = BLANKS.matcher(text).replaceAll(" ").strip();
        return one.length() > LONGEST_LINE ? one.substring(0, LONGEST_LINE) : one;
    }
}
