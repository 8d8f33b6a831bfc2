package org.dealgraph.briefing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.briefing.Briefing.Sentence;
import org.dealgraph.briefing.Briefing.Source;
import org.dealgraph.model.Article;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.WebAddress;
import org.jspecify.annotations.Nullable;

/** Puts a briefing together, no longer than a reader takes in at once. */
final class Composer {

    /** Words of all sentences, headings and sources; with the title and a short note they make 600. */
    static final int MOST_WORDS = 555;

    /** By how many sentences what is new may be longer than the rest. */
    private static final int PREFERENCE = 3;

    private static final Section NOTHING = new Section(
            "short",
            "In short",
            List.of(new Sentence(
                    "short.1", List.of(Briefing.Part.words("There is nothing to tell.")), List.of(), List.of())));

    private static final int MOST_QUOTES = 2;
    private static final int LONGEST_QUOTE = 300;
    private static final int LONGEST_OUTLET = 120;

    private final Ground ground;

    Composer(Ground ground) {
        this.ground = ground;
    }

    Briefing compose() {
        List<Section> sections = new ArrayList<>(write());
        if (sections.isEmpty()) {
            sections.add(NOTHING);
        }
        List<Source> sources = sources(sections);
        while (words(sections, sources) > MOST_WORDS && shorten(sections)) {
            sources = sources(sections);
        }
        return new Briefing(title(ground.ask()), ground.ask(), ground.revision(), sections, charts(), sources);
    }

    private List<Section> write() {
        Desk desk = Desk.on(ground);
        return ground.ask().topics().stream()
                .map(topic -> topic.write(desk))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Briefing.Chart> charts() {
        return new Charts(ground).draw();
    }

    static String title(Ask ask) {
        String period = Numbers.day(ask.since()) + " to " + Numbers.day(ask.until());
        return PlainText.clean((ask.name() == null ? "AI infrastructure deals" : ask.name()) + ", " + period);
    }

    /** Takes the last sentence of the longest section away; false where nothing can go. */
    private static boolean shorten(List<Section> sections) {
        Section longest = sections.stream()
                .max(Comparator.comparingInt(
                        (Section s) -> s.sentences().size() - (s.id().equals("new") ? PREFERENCE : 0)))
                .orElseThrow();
        if (longest.sentences().size() < 2) {
            return false;
        }
        sections.set(
                sections.indexOf(longest),
                new Section(
                        longest.id(),
                        longest.title(),
                        longest.sentences().subList(0, longest.sentences().size() - 1)));
        return true;
    }

    private static int words(List<Section> sections, List<Source> sources) {
        StringBuilder all = new StringBuilder();
        sections.forEach(section -> {
            all.append(section.title()).append(' ');
            section.sentences()
                    .forEach(s -> all.append(s.text())
                            .append(" A".repeat(s.sources().size()))
                            .append(' '));
        });
        sources.forEach(s -> all.append("A ")
                .append(s.outlet())
                .append(s.published() == null ? " " : " d m y ")
                .append(s.label() == null ? "" : s.label())
                .append(' '));
        return all.toString().split("\\s+").length;
    }

    private List<Source> sources(List<Section> sections) {
        List<Sentence> sentences =
                sections.stream().flatMap(s -> s.sentences().stream()).toList();
        List<String> keys =
                sentences.stream().flatMap(s -> s.sources().stream()).distinct().toList();
        List<SourcedClaim> told = ground.claims(
                sentences.stream().flatMap(s -> s.claims().stream()).distinct().toList());
        Map<String, Article> articles = ground.articles(told);
        return keys.stream()
                .map(key -> source(Objects.requireNonNull(articles.get(key), key), told))
                .toList();
    }

    private static Source source(Article article, Collection<SourcedClaim> told) {
        List<String> words = told.stream()
                .filter(c -> c.claim().article().equals(article.id()))
                .map(c -> PlainText.cut(PlainText.clean(c.claim().evidence().quote()), LONGEST_QUOTE))
                .filter(quote -> !quote.isEmpty())
                .distinct()
                .limit(MOST_QUOTES)
                .toList();
        return new Source(
                article.id(),
                outlet(article),
                PlainText.cut(PlainText.clean(article.title()), LONGEST_QUOTE),
                address(article),
                article.published(),
                article.label() == null ? null : PlainText.clean(article.label()),
                words);
    }

    /** The publisher, else the host, else the headline, else nobody knows. */
    private static String outlet(Article article) {
        String publisher = article.publisher() == null ? "" : PlainText.clean(article.publisher());
        if (!publisher.isEmpty()) {
            return PlainText.cut(publisher, LONGEST_OUTLET);
        }
        String host = host(article.address());
        if (!host.isEmpty()) {
            return PlainText.cut(host, LONGEST_OUTLET);
        }
        String story = article.story() == null ? "" : host(article.story().replaceFirst("^story:", ""));
        if (!story.isEmpty()) {
            return PlainText.cut(story, LONGEST_OUTLET);
        }
        String title = PlainText.clean(article.title());
        return title.isEmpty() ? "a text without a title" : "“" + PlainText.cut(title, LONGEST_OUTLET) + "”";
    }

    /** Where to read it: at its own address, or for a retelling at that of the story it retells. */
    private static @Nullable String address(Article article) {
        String own = link(article.address());
        return own != null || article.story() == null
                ? own
                : link(article.story().replaceFirst("^story:", ""));
    }

    private static String host(String address) {
        return WebAddress.parse(address)
                .map(WebAddress::href)
                .filter(href -> href.matches("https?://.*"))
                .map(href -> href.replaceFirst("https?://(?:www\\.)?([^/:?#]+).*", "$1"))
                .orElse("");
    }

    private static @Nullable String link(String address) {
        return WebAddress.parse(address)
                .map(WebAddress::href)
                .filter(href -> href.startsWith("https://") || href.startsWith("http://"))
                .orElse(null);
    }
}
