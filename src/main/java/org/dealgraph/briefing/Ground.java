package org.dealgraph.briefing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.deal.Directory;
import org.dealgraph.model.Article;
import org.dealgraph.model.Deal;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;

/**
 * What a briefing stands on: the deals asked about as they were known when the period began and when it ended, and the
 * claims and articles behind them.
 */
final class Ground {

    private final Ask ask;
    private final long revision;
    private final Catalogue catalogue;
    private final Directory directory;
    private final List<Deal> before;
    private final List<Deal> after;
    private final Map<String, Deal> earlier = new HashMap<>();
    private final Map<String, Term> termsBefore = new TreeMap<>();
    private final Map<String, Term> terms = new TreeMap<>();
    private final Map<String, SourcedClaim> claims = new HashMap<>();
    private final Map<String, Article> articles = new HashMap<>();
    private final Function<Collection<String>, List<SourcedClaim>> readClaims;
    private final Function<Collection<String>, List<Article>> readArticles;

    /** Reads claims and articles when they are asked for. */
    record Evidence(
            Function<Collection<String>, List<SourcedClaim>> claims,
            Function<Collection<String>, List<Article>> articles) {}

    /**
     * A ground.
     *
     * @param before every deal asked about, as known when the period began
     * @param after the same at its end
     * @param known every deal, asked about or not, as known when the period began
     */
    Ground(
            Ask ask,
            long revision,
            Catalogue catalogue,
            Directory directory,
            List<Deal> before,
            List<Deal> after,
            Collection<Deal> known,
            Evidence evidence) {
        this.ask = ask;
        this.revision = revision;
        this.catalogue = catalogue;
        this.directory = directory;
        this.before = List.copyOf(before);
        this.after = List.copyOf(after);
        this.readClaims = evidence.claims();
        this.readArticles = evidence.articles();
        known.forEach(deal -> deal.claims().forEach(claim -> earlier.put(claim, deal)));
        known.forEach(deal -> deal.terms().forEach(term -> termsBefore.put(term.id(), term)));
        after.forEach(deal -> deal.terms().forEach(term -> terms.put(term.id(), term)));
    }

    Ask ask() {
        return ask;
    }

    long revision() {
        return revision;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Directory directory() {
        return directory;
    }

    List<Deal> before() {
        return before;
    }

    List<Deal> after() {
        return after;
    }

    Optional<Term> term(String id) {
        return Optional.ofNullable(terms.get(id));
    }

    Optional<Term> termBefore(String id) {
        return Optional.ofNullable(termsBefore.get(id));
    }

    /** The deals of which nothing was known when the period began. */
    List<Deal> fresh() {
        return after.stream()
                .filter(deal -> deal.claims().stream().noneMatch(earlier::containsKey))
                .toList();
    }

    /** What was known of a deal when the period began. */
    Optional<Deal> previous(Deal deal) {
        return deal.claims().stream()
                .flatMap(claim -> Stream.ofNullable(earlier.get(claim)))
                .findFirst();
    }

    /** The deals of which something else was known when the period began. */
    List<Deal> changed() {
        return after.stream()
                .filter(deal -> previous(deal).filter(p -> !p.equals(deal)).isPresent())
                .toList();
    }

    /** The claims with these ids, in the order of their ids; unknown ids are passed over. */
    List<SourcedClaim> claims(Collection<String> ids) {
        List<String> missing =
                ids.stream().filter(id -> !claims.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            readClaims.apply(missing).forEach(c -> claims.put(c.claim().id(), c));
        }
        return ids.stream()
                .sorted()
                .distinct()
                .flatMap(id -> Stream.ofNullable(claims.get(id)))
                .toList();
    }

    /** The claims that a term rests on: those that say so, else those that deny or end it. */
    List<SourcedClaim> behind(Term term) {
        return claims(told(term));
    }

    /** Their ids. */
    static List<String> told(Term term) {
        if (!term.supports().isEmpty()) {
            return term.supports();
        }
        return Stream.concat(term.disputes().stream(), term.ends().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The articles of some claims. */
    Map<String, Article> articles(Collection<SourcedClaim> told) {
        List<String> wanted =
                told.stream().map(c -> c.claim().article()).distinct().sorted().toList();
        List<String> missing =
                wanted.stream().filter(id -> !articles.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            readArticles.apply(missing).forEach(a -> articles.put(a.id(), a));
        }
        return wanted.stream()
                .flatMap(id -> Stream.ofNullable(articles.get(id)))
                .collect(Collectors.toMap(Article::id, a -> a, (a, b) -> a, TreeMap::new));
    }

    /** The terms of some deals. */
    static List<Term> terms(Collection<Deal> deals) {
        List<Term> all = new ArrayList<>();
        deals.forEach(deal -> all.addAll(deal.terms()));
        return all;
    }

    /** The name of an organization. */
    String organization(String id) {
        return PlainText.clean(directory.nameOf(id));
    }

    /** The name of a product or site. */
    String thing(String id) {
        return PlainText.clean(directory.labelOf(id));
    }
}
