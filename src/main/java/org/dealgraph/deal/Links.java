package org.dealgraph.deal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term.TermLink.Kind;

/** Finds how terms stand to each other, from what claims say of their amounts and from the amounts themselves. */
final class Links {

    private static final double CAP_OVER_BASE = 0.75;
    private static final double WHOLE_SLACK = 1.01;
    private static final int TELLING_DIGITS = 3;
    private static final long ROUND_DAYS = 120;
    private static final long RIVAL_DAYS = 14;

    private final LinkBook book = new LinkBook();
    private final Map<String, Cluster> byClaim = new HashMap<>();
    private final Map<String, List<Cluster>> byLane = new HashMap<>();
    private final Map<String, List<Cluster>> byArticle = new HashMap<>();
    private final Map<String, List<Cluster>> byRound = new HashMap<>();
    private final Map<String, List<Cluster>> byGiver = new HashMap<>();

    private Links(List<Cluster> clusters) {
        for (Cluster cluster : clusters) {
            cluster.own().forEach(s -> byClaim.put(s.id(), cluster));
            cluster.articles()
                    .forEach(a ->
                            byArticle.computeIfAbsent(a, k -> new ArrayList<>()).add(cluster));
            byLane.computeIfAbsent(lane(cluster), k -> new ArrayList<>()).add(cluster);
            byRound.computeIfAbsent(round(cluster), k -> new ArrayList<>()).add(cluster);
            byGiver.computeIfAbsent(giver(cluster), k -> new ArrayList<>()).add(cluster);
        }
    }

    /** The links among some clusters, given in an order of content. */
    static LinkBook among(List<Cluster> clusters) {
        Links links = new Links(clusters);
        clusters.forEach(links::stated);
        clusters.forEach(links::replaced);
        links.byLane.values().forEach(links::lane);
        clusters.forEach(links::share);
        clusters.forEach(links::received);
        return links.book;
    }

    private static String lane(Cluster cluster) {
        return cluster.founder().track() + "|" + cluster.founder().unit();
    }

    private static String round(Cluster cluster) {
        Statement founder = cluster.founder();
        return founder.kind() + "|" + String.join("+", founder.to()) + "|" + founder.unit();
    }

    private static String giver(Cluster cluster) {
        Statement founder = cluster.founder();
        return founder.kind() + "|" + String.join("+", founder.from()) + "|" + founder.unit();
    }

    /** What claims say in words. */
    private void stated(Cluster cluster) {
        for (Statement statement : cluster.asserts()) {
            AmountRelation relation = statement.claim().standing().relation();
            Optional<Cluster> named = Optional.ofNullable(relation.of()).map(byClaim::get);
            switch (relation.kind()) {
                case WHOLE -> {}
                case PART -> named.or(() -> wholeOf(cluster, statement)).ifPresent(w -> part(cluster, w, statement));
                case ADDITION ->
                    named.or(() -> baseOf(cluster, statement))
                            .ifPresent(base -> book.add(cluster, Kind.ADDS_TO, base, List.of(statement)));
                case RUNNING_TOTAL -> named.ifPresent(p -> part(p, cluster, statement));
                case MIRRORS ->
                    named.or(() -> beside(cluster, statement))
                            .ifPresent(o -> book.add(cluster, Kind.MIRRORS, o, List.of(statement)));
                case SECURES ->
                    named.or(() -> beside(cluster, statement))
                            .ifPresent(o -> book.add(cluster, Kind.SECURES, o, List.of(statement)));
                case REPLACES ->
                    named.or(() -> previous(cluster))
                            .ifPresent(o -> book.add(cluster, Kind.REPLACES, o, List.of(statement)));
            }
        }
    }

    /** A part is never larger than its whole, which also keeps the links free of circles. */
    private void part(Cluster part, Cluster whole, Statement because) {
        if (less(part, whole)) {
            book.add(part, Kind.PART_OF, whole, List.of(because));
        }
    }

    private static boolean less(Cluster one, Cluster other) {
        Optional<Interval> a = one.figure();
        Optional<Interval> b = other.figure();
        return a.isPresent()
                && b.isPresent()
                && one.founder().unit().equals(other.founder().unit())
                && a.get().value().compareTo(b.get().value()) < 0;
    }

    /** The largest told beside it, and a running total only where nothing else is. */
    private Optional<Cluster> wholeOf(Cluster part, Statement statement) {
        return inArticle(statement, c -> lane(c).equals(lane(part)) && less(part, c))
                .max(Comparator.comparing((Cluster c) -> !runsTotal(c)).thenComparing(Links::size));
    }

    /** What an addition is on top of: told beside it, else the latest before it. */
    private Optional<Cluster> baseOf(Cluster addition, Statement statement) {
        Predicate<Cluster> candidate = c -> c != addition && lane(c).equals(lane(addition)) && !addedLater(c, addition);
        Optional<Cluster> told = inArticle(statement, candidate)
                .filter(c -> !runsTotal(c))
                .max(Comparator.comparing((Cluster c) -> before(c, addition)).thenComparing(Links::size));
        return told.or(() -> laneOf(addition).stream()
                .filter(candidate)
                .filter(c -> before(c, addition) && !runsTotal(c))
                .max(Comparator.comparing(
                        c -> moment(c).map(PartialDate::earliest).orElseThrow())));
    }

    private List<Cluster> laneOf(Cluster cluster) {
        return byLane.getOrDefault(lane(cluster), List.of());
    }

    private boolean addedLater(Cluster c, Cluster addition) {
        return book.has(c, Kind.ADDS_TO, addition);
    }

    private Optional<Cluster> beside(Cluster cluster, Statement statement) {
        return inArticle(statement, c -> c != cluster && sharesSide(c, cluster))
                .max(Comparator.comparing((Cluster c) ->
                                c.founder().unit().equals(cluster.founder().unit()))
                        .thenComparing(
                                c -> c.founder().kind() == cluster.founder().kind())
                        .thenComparing(Links::size));
    }

    private static boolean sharesSide(Cluster one, Cluster other) {
        return one.founder().parties().stream().anyMatch(other.founder().parties()::contains);
    }

    private Optional<Cluster> previous(Cluster cluster) {
        return laneOf(cluster).stream()
                .filter(c -> c != cluster && before(c, cluster))
                .max(Comparator.comparing((Cluster c) -> !c.ends().isEmpty())
                        .thenComparing(c -> moment(c).map(PartialDate::earliest).orElseThrow()));
    }

    /** An article that ends one term and brings another of the same sort between the same sides tells of a replacement. */
    private void replaced(Cluster old) {
        for (Statement end : old.ends()) {
            inArticle(
                            end,
                            c -> c != old
                                    && c.ends().isEmpty()
                                    && lane(c).equals(lane(old))
                                    && c.asserts().stream().anyMatch(s -> news(s, end)))
                    .max(Comparator.comparing(Links::size))
                    .ifPresent(next -> book.add(next, Kind.REPLACES, old, List.of(end)));
        }
    }

    private static boolean news(Statement statement, Statement end) {
        return statement.claim().article().equals(end.claim().article())
                && statement.claim().core();
    }

    /** What the amounts themselves say: sums, and caps over bases. */
    private void lane(List<Cluster> lane) {
        List<Cluster> smallestFirst =
                lane.stream().sorted(Comparator.comparing(Links::size)).toList();
        for (Cluster whole : smallestFirst) {
            List<Cluster> smaller = lane.stream().filter(c -> less(c, whole)).toList();
            for (Cluster part : smaller) {
                if (capOver(whole, part)) {
                    book.add(part, Kind.PART_OF, whole, told(whole, part));
                }
            }
            sums(whole, smaller);
            if (runsTotal(whole)) {
                runningTotal(whole, smaller);
            }
        }
    }

    private static boolean capOver(Cluster cap, Cluster base) {
        Interval top = cap.figure().orElseThrow();
        Interval bottom = base.figure().orElseThrow();
        return top.bound() == Bound.UP_TO
                && bottom.bound() != Bound.UP_TO
                && bottom.value().doubleValue() >= CAP_OVER_BASE * top.value().doubleValue()
                && (cap.sharesArticle(base) || nearCap(cap, base));
    }

    /** A cap just above a figure of the same days is a rival telling of it: together they are counted once. */
    private static boolean nearCap(Cluster cap, Cluster base) {
        return Figures.near(cap.figure().orElseThrow(), base.figure().orElseThrow())
                && (Timing.toldTogether(cap.founder(), base.founder(), RIVAL_DAYS)
                        || Timing.undated(cap.founder())
                        || Timing.undated(base.founder()))
                && !addition(cap)
                && !addition(base);
    }

    private void sums(Cluster whole, List<Cluster> smaller) {
        for (int i = 0; i < smaller.size(); i++) {
            for (int j = i + 1; j < smaller.size(); j++) {
                Cluster one = smaller.get(i);
                Cluster other = smaller.get(j);
                boolean adds = Figures.sums(
                        whole.figure().orElseThrow(),
                        one.figure().orElseThrow(),
                        other.figure().orElseThrow());
                if (adds && tellsOfSum(whole, one, other)) {
                    book.add(one, Kind.PART_OF, whole, told(whole, one));
                    book.add(other, Kind.PART_OF, whole, told(whole, other));
                }
            }
        }
    }

    private static boolean tellsOfSum(Cluster whole, Cluster one, Cluster other) {
        boolean marked = runsTotal(whole) || marked(one) || marked(other);
        boolean told = one.sharesArticle(other)
                || (size(whole).precision() >= TELLING_DIGITS && exact(whole, one, other))
                || reached(whole, one, other)
                || reached(whole, other, one);
        return !addition(whole) && (marked || told) && !later(one, whole) && !later(other, whole);
    }

    /** Whether a figure is younger than a sum: not where a page without a date tells of it, which may be of any day. */
    private static boolean later(Cluster figure, Cluster sum) {
        boolean anyDay = runsTotal(sum) && figure.own().stream().anyMatch(Timing::undated);
        return before(sum, figure) && !anyDay;
    }

    /** The last step and the sum it reaches told together, the first step dated before. */
    private static boolean reached(Cluster whole, Cluster last, Cluster first) {
        return exact(whole, last, first) && whole.sharesArticle(last) && before(first, last);
    }

    private static boolean exact(Cluster whole, Cluster one, Cluster other) {
        return size(whole).compareTo(size(one).add(size(other))) == 0;
    }

    private void runningTotal(Cluster whole, List<Cluster> smaller) {
        List<Cluster> earlier = smaller.stream()
                .filter(c -> !later(c, whole))
                .filter(c -> book.of(c).stream().noneMatch(l -> l.kind() == Kind.PART_OF))
                .toList();
        double sum = distinct(earlier).stream()
                .mapToDouble(c -> size(c).doubleValue())
                .sum();
        if (sum <= WHOLE_SLACK * size(whole).doubleValue()) {
            earlier.forEach(c -> book.add(c, Kind.PART_OF, whole, told(whole, c)));
        }
    }

    /** One of each figure: what stands there twice may be one obligation told in two ways. */
    private static List<Cluster> distinct(List<Cluster> clusters) {
        List<Cluster> distinct = new ArrayList<>();
        for (Cluster cluster : clusters) {
            Interval figure = cluster.figure().orElseThrow();
            if (distinct.stream().noneMatch(d -> Figures.equal(d.figure().orElseThrow(), figure))) {
                distinct.add(cluster);
            }
        }
        return distinct;
    }

    /** A member's share belongs to what several owe together; the whole sum told of one member alone is the same again. */
    private void share(Cluster share) {
        for (Cluster whole : byRound.getOrDefault(round(share), List.of())) {
            Collection<String> members = whole.founder().from();
            boolean member = members.size() > share.founder().from().size()
                    && members.containsAll(share.founder().from());
            if (member && sameRound(whole, share)) {
                if (again(whole, share)) {
                    book.add(share, Kind.MIRRORS, whole, told(whole, share));
                } else if (less(share, whole)) {
                    book.add(share, Kind.PART_OF, whole, told(whole, share));
                }
            }
        }
    }

    /** What one is told to receive is the same again where others say that several receive it together. */
    private void received(Cluster one) {
        for (Cluster joint : byGiver.getOrDefault(giver(one), List.of())) {
            Collection<String> all = joint.founder().to();
            boolean member = all.size() > one.founder().to().size()
                    && !one.founder().to().isEmpty()
                    && all.containsAll(one.founder().to());
            if (member && again(joint, one) && sameRound(joint, one)) {
                book.add(one, Kind.MIRRORS, joint, told(joint, one));
            }
        }
    }

    /** The same sum, told by some article of the one alone. */
    private static boolean again(Cluster whole, Cluster share) {
        return !whole.articles().containsAll(share.articles())
                && whole.figure().isPresent()
                && share.figure().isPresent()
                && Figures.same(whole.figure().get(), share.figure().get());
    }

    private static boolean sameRound(Cluster whole, Cluster share) {
        boolean dated = Timing.moment(whole.founder()) != null && Timing.moment(share.founder()) != null;
        return whole.sharesArticle(share)
                || Timing.together(whole.founder(), share.founder(), ROUND_DAYS)
                || (!dated && again(whole, share) && Timing.compatible(whole.founder(), share.founder()));
    }

    private Stream<Cluster> inArticle(Statement statement, Predicate<Cluster> which) {
        return byArticle.getOrDefault(statement.claim().article(), List.of()).stream()
                .filter(which);
    }

    private static List<Statement> told(Cluster whole, Cluster part) {
        return List.of(whole.founder(), part.founder());
    }

    private static boolean runsTotal(Cluster cluster) {
        return cluster.asserts().stream().anyMatch(s -> s.relation() == AmountRelation.Kind.RUNNING_TOTAL);
    }

    private static boolean addition(Cluster cluster) {
        return cluster.asserts().stream().anyMatch(s -> s.relation() == AmountRelation.Kind.ADDITION);
    }

    private static boolean marked(Cluster cluster) {
        return cluster.asserts().stream()
                .anyMatch(
                        s -> s.relation() == AmountRelation.Kind.ADDITION || s.relation() == AmountRelation.Kind.PART);
    }

    private static BigDecimal size(Cluster cluster) {
        return cluster.figure().map(Interval::value).orElse(BigDecimal.ZERO).stripTrailingZeros();
    }

    private static Optional<PartialDate> moment(Cluster cluster) {
        return cluster.own().stream()
                .map(Timing::moment)
                .flatMap(Stream::ofNullable)
                .min(Comparator.naturalOrder());
    }

    private static boolean before(Cluster one, Cluster other) {
        Optional<PartialDate> a = moment(one);
        Optional<PartialDate> b = moment(other);
        return a.isPresent()
                && b.isPresent()
                && a.get().latest().isBefore(b.get().earliest());
    }
}
