package org.dealgraph.output;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.event.DealEvent;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Deal;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.WebAddress;
import org.jspecify.annotations.Nullable;

/** Events with the claims and articles behind them, as entries; what claims were taken back since is not quoted. */
@Singleton
public final class Entries {

    private static final int MOST_TERMS = 20;
    private static final int MOST_CHANGES = 40;
    private static final int MOST_QUOTES = 5;

    private final GraphStore store;
    private final RevisionRepository revisions;
    private final ClaimRepository claims;
    private final ArticleRepository articles;
    private final Wording wording;

    Entries(
            GraphStore store,
            RevisionRepository revisions,
            ClaimRepository claims,
            ArticleRepository articles,
            Wording wording) {
        this.store = store;
        this.revisions = revisions;
        this.claims = claims;
        this.articles = articles;
        this.wording = wording;
    }

    /** The id of an event, the same everywhere. */
    static String id(long number, String deal) {
        return "tag:dealgraph.org,2026:event/" + number + "/" + URLEncoder.encode(deal, StandardCharsets.UTF_8);
    }

    /** An entry for each event, in their order; reads what is behind all of them at once. */
    public List<Entry> of(List<DealEvent> events) {
        Behind behind = behind(events);
        return events.stream().map(event -> entry(event, behind)).toList();
    }

    private Behind behind(List<DealEvent> events) {
        List<String> wanted =
                events.stream().flatMap(e -> quoted(e).stream()).distinct().toList();
        List<Long> numbers = events.stream().map(DealEvent::number).toList();
        return store.read(tx -> {
            Set<String> unused = claims.listUnused(tx, wanted);
            List<SourcedClaim> told = claims.listByIds(
                    tx, wanted.stream().filter(id -> !unused.contains(id)).toList());
            List<String> ids =
                    told.stream().map(c -> c.claim().article()).distinct().toList();
            return new Behind(
                    by(told, c -> c.claim().id()),
                    by(articles.listByIds(tx, ids), Article::id),
                    revisions.findPrevious(tx, numbers));
        });
    }

    private static <T> Map<String, T> by(Collection<T> values, Function<T, String> key) {
        return values.stream().collect(Collectors.toMap(key, v -> v, (a, b) -> a));
    }

    private static List<String> quoted(DealEvent event) {
        return event.revision().claims().stream().limit(MOST_QUOTES).toList();
    }

    private Entry entry(DealEvent event, Behind behind) {
        Deal shown = Objects.requireNonNull(event.after() == null ? event.before() : event.after(), "deal");
        Deal before = event.before();
        Deal after = event.after();
        Long previous = behind.previous().get(event.number());
        String deal = event.revision().deal();
        return new Entry(
                event.number(),
                id(event.number(), deal),
                title(event, shown),
                event.revision().kind(),
                event.revision().cause(),
                event.revision().recordedAt().truncatedTo(ChronoUnit.SECONDS),
                shown.terms().stream().limit(MOST_TERMS).map(wording::sentence).toList(),
                before == null || after == null
                        ? List.of()
                        : wording.changes(before, after).stream()
                                .limit(MOST_CHANGES)
                                .toList(),
                quoted(event).stream().flatMap(id -> behind.quote(id).stream()).toList(),
                previous == null ? null : new Entry.Reference(previous, id(previous, deal)));
    }

    /** The deal's title, with a word before it where it is no new deal. */
    private static String title(DealEvent event, Deal shown) {
        String word = switch (event.revision().kind()) {
            case ADDED -> "";
            case CORROBORATED -> "Confirmed: ";
            case AMENDED -> "Amended: ";
            case DISPUTED -> "Disputed: ";
            case STRENGTHENED -> "Firmer: ";
            case WEAKENED -> "Less firm: ";
            case ENDED -> "Ended: ";
            case RETRACTED -> "Retracted: ";
            case MERGED -> "Merged: ";
            case SPLIT -> "Split: ";
        };
        String title = SafeText.title(shown.title());
        return SafeText.cut(word + (title.isEmpty() ? "a deal without a title" : title), Entry.Quote.LONGEST);
    }

    private record Behind(Map<String, SourcedClaim> claims, Map<String, Article> articles, Map<Long, Long> previous) {

        Optional<Entry.Quote> quote(String id) {
            return Stream.ofNullable(claims.get(id))
                    .map(SourcedClaim::claim)
                    .map(this::quote)
                    .findFirst();
        }

        private Entry.Quote quote(Claim claim) {
            @Nullable Article article = articles.get(claim.article());
            return new Entry.Quote(
                    Wording.speaker(claim.attribution(), article == null ? null : article.publisher()),
                    SafeText.cut(SafeText.clean(claim.evidence().quote()), Entry.Quote.LONGEST),
                    article == null ? "" : SafeText.cut(SafeText.title(article.title()), Entry.Quote.LONGEST),
                    article == null ? null : link(article.address()));
        }

        private static @Nullable String link(String address) {
            return WebAddress.parse(address)
                    .map(WebAddress::href)
                    .filter(href -> href.startsWith("https://") || href.startsWith("http://"))
                    .orElse(null);
        }
    }
}
