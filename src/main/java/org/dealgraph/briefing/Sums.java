package org.dealgraph.briefing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Category;
import org.dealgraph.answer.Commitments;
import org.dealgraph.answer.Dollars;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Total;
import org.dealgraph.answer.Totals;
import org.dealgraph.briefing.Figure.Measure;
import org.dealgraph.briefing.Figure.Origin;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** The totals of a briefing, each obligation counted once, and who has which part of them. */
final class Sums {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Ground ground;
    private @Nullable List<Term> known;
    private @Nullable List<Term> knownBefore;
    private @Nullable List<Term> fresh;

    Sums(Ground ground) {
        this.ground = ground;
    }

    /** What is added up: one kind in one unit, of the new deals or of all. */
    enum Slice {
        NEW_PURCHASES(true, ClaimKind.SPEND, "", "USD"),
        NEW_INVESTMENTS(true, ClaimKind.INVEST, "", "USD"),
        NEW_LOANS(true, ClaimKind.LEND, "", "USD"),
        NEW_ACQUISITIONS(true, ClaimKind.ACQUIRE, "", "USD"),
        NEW_BUILDING(true, ClaimKind.BUILD, "", "USD"),
        NEW_COMPUTE(true, ClaimKind.CAPACITY, "COMPUTE", "MW"),
        PURCHASES(false, ClaimKind.SPEND, "", "USD"),
        INVESTMENTS(false, ClaimKind.INVEST, "", "USD"),
        COMPUTE(false, ClaimKind.CAPACITY, "COMPUTE", "MW");

        private final boolean fresh;
        private final Category category;

        Slice(boolean fresh, ClaimKind kind, String sort, String unit) {
            this.fresh = fresh;
            this.category = new Category(kind, sort, unit);
        }

        Category category() {
            return category;
        }
    }

    /** The total that a detail such as {@code PURCHASES FIRM} names; empty where it is nothing. */
    Optional<Figure> total(String detail) {
        String[] words = detail.split(" ");
        return total(Slice.valueOf(words[0]), Basis.valueOf(words[1])).flatMap(total -> figure(total, detail));
    }

    Optional<Total> total(Slice slice, Basis basis) {
        List<Term> terms = slice.fresh ? fresh() : known();
        return Totals.of(terms, Scope.everything(), basis).stream()
                .filter(total -> total.category().equals(slice.category))
                .filter(total -> total.amount().value().signum() > 0)
                .findFirst();
    }

    private Optional<Figure> figure(Total total, String detail) {
        String unit = total.category().unit();
        return Measures.figure(
                Numbers.text(total.amount(), unit),
                total.amount(),
                unit,
                new Origin(Measure.TOTAL, total.counted(), detail),
                claims(total.counted()));
    }

    /** A seller's part of all purchases, in per cent, {@code before} the period or {@code after} it. */
    Optional<Figure> share(String seller, String when) {
        Map<String, BigDecimal> owed = owed(when.equals("before"));
        BigDecimal all = owed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal own = owed.getOrDefault(seller, BigDecimal.ZERO);
        if (all.signum() == 0 || own.signum() == 0) {
            return Optional.empty();
        }
        Interval percent = Interval.about(own.multiply(HUNDRED).divide(all, new MathContext(2)));
        return Measures.figure(
                Numbers.text(percent, "%"),
                percent,
                "%",
                new Origin(Measure.SHARE, List.of(seller), when),
                claims(counted(when.equals("before"))));
    }

    /** What is owed to each seller in dollars, at the figures stated, by its group. */
    Map<String, BigDecimal> owed(boolean before) {
        Map<String, BigDecimal> owed = new TreeMap<>();
        for (Commitments.Group group : groups(before)) {
            group.dollars().stream()
                    .filter(total -> total.category().equals(Slice.PURCHASES.category))
                    .filter(total -> total.amount().value().signum() > 0)
                    .forEach(total -> owed.put(
                            String.valueOf(group.key().to()), total.amount().value()));
        }
        return owed;
    }

    private List<String> counted(boolean before) {
        return groups(before).stream()
                .flatMap(group -> group.dollars().stream())
                .flatMap(total -> total.counted().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Commitments.Group> groups(boolean before) {
        Scope scope = new Scope(Set.of(), Set.of(), id -> ground.directory().groupOf(id));
        return Commitments.of(
                before ? knownBefore() : known(),
                new Commitments.Question(scope, Set.of(ClaimKind.SPEND), Basis.HEADLINE, Set.of(Commitments.By.TO)),
                ground.catalogue().rates()::find);
    }

    private List<String> claims(Collection<String> terms) {
        return terms.stream()
                .flatMap(id -> ground.term(id).or(() -> ground.termBefore(id)).stream())
                .flatMap(term -> Ground.told(term).stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private List<Term> fresh() {
        if (fresh == null) {
            fresh = dollars(Ground.terms(ground.fresh()));
        }
        return fresh;
    }

    private List<Term> known() {
        if (known == null) {
            known = dollars(Ground.terms(ground.after()));
        }
        return known;
    }

    private List<Term> knownBefore() {
        if (knownBefore == null) {
            knownBefore = dollars(Ground.terms(ground.before()));
        }
        return knownBefore;
    }

    private List<Term> dollars(List<Term> terms) {
        return Dollars.of(terms, ground.catalogue().rates()::find).terms();
    }
}
