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

/** One computation of deals: claims to clusters, clusters to groups, groups to deals. */
final class Making {

    private final Directory directory;
    private final Gate gate;
    private final Rulings rulings;
    private final Directions directions;
    private final LinkBook links;
    private final Grouping grouping;

    Making(Collection<SourcedClaim> claims, Directory directory, Gate gate, Rulings rulings) {
        this.directory = directory;
        this.gate = gate;
        this.rulings = rulings;
        this.directions = new Directions(directory, gate);
        List<Cluster> clusters = directions.settle(clusters(claims));
        this.links = Links.among(clusters);
        this.grouping = Grouping.of(clusters, links, rulings);
    }

    /** The clusters that make a deal each. */
    Collection<List<Cluster>> groups() {
        return grouping.groups();
    }

    /** The clusters that bear on each other's grouping. */
    Collection<List<Cluster>> connected() {
        return grouping.connected();
    }

    private List<Cluster> clusters(Collection<SourcedClaim> claims) {
        Map<String, SourcedClaim> distinct = new TreeMap<>();
        claims.stream()
                .filter(claim -> !rulings.rejects(claim.claim().id()))
                .forEach(claim -> distinct.merge(claim.claim().id(), claim, Making::better));
        Map<String, List<Statement>> homes = distinct.values().stream()
                .map(claim -> Statement.of(claim, directory))
                .collect(Collectors.groupingBy(Statement::home, TreeMap::new, Collectors.toList()));
        return homes.values().stream()
                .flatMap(home -> Clustering.of(home, rulings).stream())
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

    /** The deal that a group makes. */
    Deal deal(List<Cluster> group) {
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

    private static @Nullable PartialDate earliest(Stream<@Nullable PartialDate> dates) {
        return dates.filter(Objects::nonNull).min(PartialDate::compareTo).orElse(null);
    }
}
