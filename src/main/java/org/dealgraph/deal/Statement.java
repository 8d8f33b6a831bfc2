package org.dealgraph.deal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Per;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.jspecify.annotations.Nullable;

/** A claim as identity sees it: its sides by group, its unit, its dates. */
record Statement(SourcedClaim sourced, SortedSet<String> from, SortedSet<String> to, SortedSet<String> beneficiaries) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    static Statement of(SourcedClaim sourced, Directory directory) {
        SortedSet<String> from = side(sourced.from(), directory);
        SortedSet<String> to = side(sourced.to(), directory);
        SortedSet<String> beneficiaries = side(sourced.beneficiaries(), directory);
        if (sourced.claim().kind() == ClaimKind.BUILD || (from.equals(to) && !beneficiaries.isEmpty())) {
            return new Statement(sourced, from, Collections.emptySortedSet(), beneficiaries);
        }
        if (!Collections.disjoint(from, to)) {
            from = Collections.unmodifiableSortedSet(new TreeSet<>(sourced.from()));
            to = Collections.unmodifiableSortedSet(new TreeSet<>(sourced.to()));
        }
        return new Statement(sourced, from, to, beneficiaries);
    }

    /** The groups of one side; most of a venture's members named together stand for the venture. */
    private static SortedSet<String> side(Collection<String> organizations, Directory directory) {
        SortedSet<String> groups =
                organizations.stream().map(directory::groupOf).collect(Collectors.toCollection(TreeSet::new));
        if (groups.size() > 1) {
            organizations.stream()
                    .flatMap(org -> directory.venturesOf(org).stream())
                    .distinct()
                    .filter(venture -> standsFor(venture, organizations, directory))
                    .min(String::compareTo)
                    .ifPresent(venture -> {
                        groups.clear();
                        groups.add(venture);
                    });
        }
        return Collections.unmodifiableSortedSet(groups);
    }

    private static boolean standsFor(String venture, Collection<String> organizations, Directory directory) {
        long members = organizations.stream()
                .filter(org -> org.equals(venture) || directory.venturesOf(org).contains(venture))
                .count();
        boolean noStranger = members == organizations.size();
        return noStranger && members >= Math.min(3, directory.membersOf(venture));
    }

    Claim claim() {
        return sourced.claim();
    }

    String id() {
        return claim().id();
    }

    ClaimKind kind() {
        return claim().kind();
    }

    boolean asserts() {
        return claim().standing().polarity() == Polarity.ASSERTS;
    }

    AmountRelation.Kind relation() {
        return claim().standing().relation().kind();
    }

    boolean exploratory() {
        Stage stage = claim().standing().stage();
        return stage == Stage.TALKS || stage == Stage.LETTER_OF_INTENT;
    }

    /** The interval that identifies it, of a rate that of a year; rights and bare products have none. */
    Optional<Interval> quantity() {
        Money money = claim().subject().money();
        boolean monthly = money != null && money.per() == Per.MONTH;
        return kind() == ClaimKind.RIGHT
                ? Optional.empty()
                : claim().subject().quantity().map(figure -> monthly ? figure.times(MONTHS) : figure);
    }

    /** What the quantity is measured in: unlike units are never one obligation. */
    String unit() {
        Claim.Subject subject = claim().subject();
        if (kind() == ClaimKind.RIGHT) {
            return "right:" + subject.right();
        }
        Money money = subject.money();
        if (money != null) {
            return money.per() == null ? money.currency() : money.currency() + "/" + Per.YEAR;
        }
        if (subject.power() != null) {
            return "MW";
        }
        return subject.units() != null ? "units" : "-";
    }

    /**
     * The sort of paper: a guarantee is no loan, and a bare holding no investment. A holding with a figure stays beside the
     * investment of that figure that led to it.
     */
    private String paper() {
        Instrument instrument = claim().subject().instrument();
        if (instrument == null) {
            return "";
        }
        return switch (instrument) {
            case HOLDING -> quantity().isEmpty() ? "holding" : "";
            case WARRANT -> "warrant";
            case GUARANTEE, BACKSTOP -> "guarantee";
            case EQUITY, CONVERTIBLE, LOAN, BOND -> "";
        };
    }

    /** Kind, sides and paper: all that statements about one obligation share whatever their numbers. */
    String track() {
        return kind() + "|" + String.join("+", from) + ">" + String.join("+", to) + "|" + paper();
    }

    /** {@link #track} the other way round. */
    String reversedTrack() {
        return kind() + "|" + String.join("+", to) + ">" + String.join("+", from) + "|" + paper();
    }

    /** The unordered pair of sides; claims that could be one term share it. */
    String home() {
        String one = String.join("+", from);
        String other = String.join("+", to);
        return one.compareTo(other) <= 0 ? one + "|" + other : other + "|" + one;
    }

    /** Everybody named. */
    SortedSet<String> parties() {
        SortedSet<String> all = new TreeSet<>(from);
        all.addAll(to);
        all.addAll(beneficiaries);
        return all;
    }

    /** A seller's spending on its own account: construction, or a purchase from itself. */
    boolean ownSpending() {
        return to.isEmpty() && (kind() == ClaimKind.BUILD || kind() == ClaimKind.SPEND);
    }

    @Nullable
    PartialDate agreed() {
        return claim().schedule().agreed();
    }

    /** The day of the news, where it is the article's own and the page says its date. */
    @Nullable
    PartialDate news() {
        return claim().core() && asserts() && !sourced.publishedAssumed() ? sourced.published() : null;
    }

    /** No later than this was it agreed; null where nothing dates it. */
    @Nullable
    PartialDate knownBy() {
        return sourced.publishedAssumed() ? null : sourced.published();
    }

    /** Earliest published first, undated last, then by id: the founding claim comes first. */
    static int byFounding(SourcedClaim a, SourcedClaim b) {
        PartialDate x = a.published();
        PartialDate y = b.published();
        int byDate = x == null ? (y == null ? 0 : 1) : y == null ? -1 : x.compareTo(y);
        return byDate != 0 ? byDate : a.claim().id().compareTo(b.claim().id());
    }

    /** The claim ids of some statements, smallest first. */
    static List<String> ids(Collection<Statement> statements) {
        return statements.stream().map(Statement::id).sorted().distinct().toList();
    }
}
