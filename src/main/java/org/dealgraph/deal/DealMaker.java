package org.dealgraph.deal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.model.Deal;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * Computes deals from claims by the rules that {@code docs/decisions/0005-deal-identity.md} states. A function of the set
 * of claims: neither the order nor the repetition of claims changes what comes out.
 */
public final class DealMaker {

    private final Directory directory;
    private final Gate gate;

    public DealMaker(Directory directory) {
        this(directory, Gate.DEFAULT);
    }

    public DealMaker(Directory directory, Gate gate) {
        this.directory = directory;
        this.gate = gate;
    }

    /**
     * The deals that some claims tell of, by id. Exact for the claims given: hand in all claims that share a key of
     * {@link Blocks} with any of them.
     */
    public List<Deal> deals(Collection<SourcedClaim> claims) {
        Directions directions = new Directions(directory, gate);
        List<Cluster> clusters = directions.settle(clusters(claims));
        LinkBook links = Links.among(clusters);
        return Grouping.of(clusters, links).stream()
                .map(group -> deal(group, links, directions))
                .sorted(Comparator.comparing(Deal::id))
                .toList();
    }

    private List<Cluster> clusters(Collection<SourcedClaim> claims) {
        Map<String, SourcedClaim> distinct = new TreeMap<>();
        claims.forEach(claim -> distinct.merge(claim.claim().id(), claim, DealMaker::better));
        Map<String, List<Statement>> homes = distinct.values().stream()
                .map(claim -> Statement.of(claim, directory))
                .collect(Collectors.groupingBy(Statement::home, TreeMap::new, Collectors.toList()));
        return homes.values().stream()
                .flatMap(home -> Clustering.of(home).stream())
                .toList();
    }

    /** Of two records of one claim, the one that all orders agree on. */
    private static SourcedClaim better(SourcedClaim a, SourcedClaim b) {
        return Comparator.comparing(SourcedClaim::tier)
                                .thenComparing(Statement::byFounding)
                                .thenComparing(SourcedClaim::independence)
                                .thenComparing(SourcedClaim::toString)
                                .compare(a, b)
                        <= 0
                ? a
                : b;
    }

    private Deal deal(List<Cluster> group, LinkBook links, Directions directions) {
        List<Term> terms = group.stream()
                .map(cluster -> TermView.of(cluster, gate, links.of(cluster), directions.conflicts(cluster)))
                .sorted(Comparator.comparing(Term::id))
                .toList();
        String id = group.stream()
                .map(cluster -> cluster.founder().sourced())
                .min(Statement::byFounding)
                .orElseThrow()
                .claim()
                .id();
        List<String> parties = terms.stream()
                .flatMap(term -> Stream.of(term.from(), term.to(), term.beneficiaries()))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        PartialDate agreed = earliest(terms.stream().map(term -> term.schedule().agreed()));
        Titles titles = new Titles(directory);
        return new Deal(
                id,
                titles.slug(parties, agreed),
                titles.title(terms),
                parties,
                terms,
                group.stream()
                        .flatMap(cluster -> cluster.all().stream())
                        .map(Statement::id)
                        .distinct()
                        .sorted()
                        .toList(),
                agreed,
                earliest(terms.stream().map(Term::published)));
    }

    private static @Nullable PartialDate earliest(
            Stream<@Nullable PartialDate> dates) {
        return dates.filter(Objects::nonNull).min(PartialDate::compareTo).orElse(null);
    }
}
