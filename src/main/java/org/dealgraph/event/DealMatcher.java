package org.dealgraph.event;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealFilter.Range;
import org.dealgraph.graph.DealFilter.Role;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Power;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Tells without the database whether a filter of deals lets a deal through: the same as {@code deal/list.cypher} says. */
@Singleton
final class DealMatcher {

    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Catalogue catalogue;

    DealMatcher(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    boolean matches(DealFilter filter, Deal deal) {
        return overlaps(filter.published(), deal.published())
                && parties(filter, deal)
                && deal.terms().stream().anyMatch(term -> matches(filter, term))
                && (filter.text() == null || words(deal).containsAll(words(filter.text())));
    }

    private static boolean matches(DealFilter filter, Term term) {
        return among(filter.kinds(), term.kind())
                && among(filter.stages(), term.stage())
                && (filter.counted() == null || filter.counted() == term.counted())
                && money(filter.amount(), term.subject().money())
                && power(filter.megawatts(), term.subject().power())
                && among(filter.products(), term.subject().product())
                && among(filter.sites(), term.subject().site())
                && overlaps(filter.agreed(), term.schedule().agreed())
                && roles(filter, term);
    }

    /** Of every group but the first, which must take part in one and the same term, someone takes part anywhere. */
    private static boolean parties(DealFilter filter, Deal deal) {
        List<List<String>> groups = filter.parties();
        return groups == null
                || groups.stream().skip(1).allMatch(group -> deal.terms().stream()
                        .anyMatch(term -> Arrays.stream(Role.values())
                                .anyMatch(role -> side(term, role).stream().anyMatch(group::contains))));
    }

    private static boolean roles(DealFilter filter, Term term) {
        List<List<String>> groups = filter.parties();
        if (groups == null) {
            return true;
        }
        return !groups.isEmpty()
                && Arrays.stream(Role.values())
                        .filter(role -> among(filter.roles(), role))
                        .anyMatch(role -> side(term, role).stream()
                                .anyMatch(groups.getFirst()::contains));
    }

    private static List<String> side(Term term, Role role) {
        return switch (role) {
            case FROM -> term.from();
            case TO -> term.to();
            case FOR -> term.beneficiaries();
        };
    }

    private static boolean money(DealFilter.@Nullable AmountRange wanted, @Nullable Money money) {
        return wanted == null
                || (money != null
                        && money.currency().equals(wanted.currency())
                        && within(wanted.range(), money.amount()));
    }

    private static boolean power(@Nullable Range<BigDecimal> wanted, @Nullable Power power) {
        return wanted == null || (power != null && within(wanted, power.megawatts()));
    }

    private static boolean within(Range<BigDecimal> wanted, Interval interval) {
        BigDecimal from = wanted.from();
        BigDecimal to = wanted.to();
        return (from == null || interval.upper().map(u -> u.compareTo(from) >= 0).orElse(true))
                && (to == null || interval.low().compareTo(to) <= 0);
    }

    private static boolean overlaps(@Nullable Range<LocalDate> wanted, @Nullable PartialDate date) {
        if (wanted == null) {
            return true;
        }
        return date != null
                && (wanted.from() == null || !date.latest().isBefore(wanted.from()))
                && (wanted.to() == null || !date.earliest().isAfter(wanted.to()));
    }

    private static <T> boolean among(@Nullable Collection<T> wanted, @Nullable T value) {
        return wanted == null || (value != null && wanted.contains(value));
    }

    private Set<String> words(Deal deal) {
        Stream<String> names = deal.parties().stream()
                .flatMap(id -> Stream.concat(
                        Stream.of(id), catalogue.findOrganization(id).map(o -> o.name()).stream()));
        return words(Stream.concat(Stream.of(deal.title()), names).collect(Collectors.joining(" ")));
    }

    private static Set<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return GAP.splitAsStream(plain.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
