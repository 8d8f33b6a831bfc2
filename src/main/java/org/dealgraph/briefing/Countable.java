package org.dealgraph.briefing;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dealgraph.model.Article;
import org.dealgraph.model.Deal;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;

/** What a briefing counts. */
enum Countable {
    /** Deals of which nothing was known when the period began. */
    NEW(ground -> deals(ground.fresh())),
    /** Deals of which something else was known when the period began. */
    CHANGED(ground -> deals(ground.changed())),
    /** Articles behind what is new or changed. */
    ARTICLES(ground -> articles(ground, Countable::any)),
    /** Those of them that bear no date, and count from the day they were read. */
    UNDATED(ground -> articles(ground, article -> article.published() == null)),
    /** Those of them that are retellings of others' stories. */
    RETOLD(ground -> articles(ground, article -> "retelling".equals(article.label()))),
    /** Obligations of new deals. */
    TERMS(ground -> terms(Ground.terms(ground.fresh()))),
    /** Those of them behind which one independent source stands. */
    SINGLE(ground -> terms(Ground.terms(ground.fresh()).stream()
            .filter(term -> term.independentSources() < 2)
            .toList())),
    /** Those of them that name neither money nor power nor a number of anything. */
    AMOUNTLESS(ground -> terms(Ground.terms(ground.fresh()).stream()
            .filter(term -> term.subject().quantity().isEmpty())
            .toList())),
    /** Those of them that are too uncertain for any total. */
    UNCOUNTED(ground -> terms(Ground.terms(ground.fresh()).stream()
            .filter(term -> !term.counted())
            .toList()));

    private final Function<Ground, Counted> count;

    Countable(Function<Ground, Counted> count) {
        this.count = count;
    }

    /**
     * What was counted.
     *
     * @param ids of the things, sorted
     * @param claims that they rest on, sorted
     */
    record Counted(List<String> ids, List<String> claims) {}

    Counted in(Ground ground) {
        return count.apply(ground);
    }

    private static boolean any(Article article) {
        return !article.id().isEmpty();
    }

    private static Counted deals(Collection<Deal> deals) {
        return new Counted(
                deals.stream().map(Deal::id).sorted().toList(),
                sorted(deals.stream().flatMap(deal -> deal.claims().stream())));
    }

    private static Counted terms(Collection<Term> terms) {
        return new Counted(
                terms.stream().map(Term::id).sorted().toList(),
                sorted(terms.stream().flatMap(term -> Ground.told(term).stream())));
    }

    private static Counted articles(Ground ground, Predicate<Article> wanted) {
        List<SourcedClaim> told = ground.claims(sorted(Stream.concat(ground.fresh().stream(), ground.changed().stream())
                .flatMap(deal -> deal.claims().stream())));
        List<String> ids = ground.articles(told).values().stream()
                .filter(wanted)
                .map(Article::id)
                .sorted()
                .toList();
        return new Counted(
                ids,
                told.stream()
                        .filter(c -> ids.contains(c.claim().article()))
                        .map(c -> c.claim().id())
                        .toList());
    }

    private static List<String> sorted(Stream<String> ids) {
        return ids.distinct().sorted().toList();
    }
}
