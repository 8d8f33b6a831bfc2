package org.dealgraph.deal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.dealgraph.model.Deal;
import org.dealgraph.model.SourcedClaim;

/**
 * Recomputes the deals around some homes without looking at the whole graph. It loads the claims of those homes, then the
 * claims that share a further key with the deals that come out, and so on until nothing more bears on them; most often that
 * is one step. What it returns is exactly what {@link DealMaker#deals} over all claims gives for those homes.
 */
public final class Neighbourhood {

    private final DealMaker maker;
    private final Function<Set<String>, ? extends Collection<SourcedClaim>> load;

    /**
     * A neighbourhood.
     *
     * @param maker makes the deals
     * @param load every claim that has one of some keys among its {@link Blocks#of}, or that a key of {@link Blocks#CLAIM}
     *     names
     */
    public Neighbourhood(DealMaker maker, Function<Set<String>, ? extends Collection<SourcedClaim>> load) {
        this.maker = maker;
        this.load = load;
    }

    /**
     * The deals, by id, with a claim in one of some homes. Before storing them over earlier deals, add the homes of every
     * claim of the earlier deals that touch these homes, and ask again where that adds any: a deal that falls apart leaves
     * a part elsewhere.
     *
     * @param homes of the claims that came, went or changed ({@link Blocks#home})
     */
    public List<Deal> around(Set<String> homes) {
        Set<SourcedClaim> known = new HashSet<>();
        Set<String> asked = new HashSet<>();
        Set<String> whole = new HashSet<>();
        Set<String> next = new TreeSet<>(homes);
        Making making = maker.making(List.of());
        while (!next.isEmpty()) {
            asked.addAll(next);
            whole.addAll(next);
            Set<String> met = new TreeSet<>();
            for (SourcedClaim claim : load.apply(next)) {
                known.add(claim);
                met.add(home(claim));
            }
            met.removeAll(whole);
            whole.addAll(met);
            if (!met.isEmpty()) {
                known.addAll(load.apply(met));
            }
            making = maker.making(
                    known.stream().filter(claim -> whole.contains(home(claim))).toList());
            next = reach(
                    making.connected().stream()
                            .filter(group -> touches(group, homes))
                            .toList(),
                    making);
            next.removeAll(asked);
        }
        return making.groups().stream()
                .filter(group -> touches(group, homes))
                .map(making::deal)
                .sorted(Comparator.comparing(Deal::id))
                .toList();
    }

    private String home(SourcedClaim claim) {
        return Statement.of(claim, maker.directory()).home();
    }

    private static boolean touches(List<Cluster> group, Set<String> homes) {
        return group.stream().flatMap(cluster -> cluster.all().stream()).anyMatch(s -> homes.contains(s.home()));
    }

    /** The keys under which something could bear on these terms. */
    private Set<String> reach(Collection<List<Cluster>> groups, Making making) {
        Set<String> keys = new TreeSet<>();
        Set<String> articles = new HashSet<>();
        groups.stream()
                .flatMap(List::stream)
                .forEach(cluster -> cluster.all().forEach(statement -> {
                    keys.addAll(Blocks.lasting(statement));
                    maker.rulings().together(statement.id()).forEach(claim -> keys.add(Blocks.CLAIM + claim));
                    if (Grouping.announces(cluster, statement)) {
                        keys.add(Blocks.article(statement));
                        articles.add(statement.claim().article());
                    }
                }));
        making.groups().stream()
                .flatMap(List::stream)
                .flatMap(cluster -> cluster.asserts().stream())
                .filter(statement -> mayDispute(statement, articles))
                .forEach(statement -> keys.addAll(Blocks.lasting(statement)));
        return keys;
    }

    /** Whether a reading told beside these terms may turn out to be a dispute of another, and so no term at all. */
    private static boolean mayDispute(Statement statement, Set<String> articles) {
        return statement.ownSpending()
                && !statement.beneficiaries().isEmpty()
                && articles.contains(statement.claim().article());
    }
}
