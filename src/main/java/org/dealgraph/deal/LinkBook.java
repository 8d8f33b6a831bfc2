package org.dealgraph.deal;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dealgraph.model.Term;

/** The links found so far: for each term, kind and target, the claims that say so. */
final class LinkBook {

    private record Edge(Term.TermLink.Kind kind, String target) implements Comparable<Edge> {
        @Override
        public int compareTo(Edge other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : target.compareTo(other.target);
        }
    }

    private final Map<Cluster, Map<Edge, TreeSet<String>>> edges = new IdentityHashMap<>();

    /** Notes that one term stands so to another; a term is never linked to itself. */
    void add(Cluster from, Term.TermLink.Kind kind, Cluster to, Collection<Statement> because) {
        if (from != to) {
            edges.computeIfAbsent(from, c -> new TreeMap<>())
                    .computeIfAbsent(new Edge(kind, to.id()), e -> new TreeSet<>())
                    .addAll(Statement.ids(because));
        }
    }

    boolean has(Cluster from, Term.TermLink.Kind kind, Cluster to) {
        return edges.getOrDefault(from, Map.of()).containsKey(new Edge(kind, to.id()));
    }

    List<Term.TermLink> of(Cluster cluster) {
        return edges.getOrDefault(cluster, Map.of()).entrySet().stream()
                .map(e -> new Term.TermLink(e.getKey().kind(), e.getKey().target(), List.copyOf(e.getValue())))
                .toList();
    }
}
