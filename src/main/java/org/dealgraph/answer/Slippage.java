package org.dealgraph.answer;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.SourcedClaim;
import org.jspecify.annotations.Nullable;

/**
 * A date that was promised once and is another now.
 *
 * @param what which date of the obligation
 * @param first as the earliest article gave it
 * @param firstClaim id of the claim that did
 * @param present as the latest article gives it
 * @param presentClaim id of the claim that does
 * @param leastDays by how many days it has moved at least; negative where it was brought forward
 * @param mostDays by how many at most
 */
public record Slippage(
        What what,
        PartialDate first,
        String firstClaim,
        PartialDate present,
        String presentClaim,
        long leastDays,
        long mostDays) {

    /** Which date. */
    public enum What {
        START,
        END;

        /** Whether a later date of this sort means that an obligation of a kind is late. */
        boolean slips(ClaimKind kind) {
            return switch (kind) {
                case CAPACITY, SUPPLY, BUILD -> true;
                case SPEND -> this == START;
                case INVEST, LEND, ACQUIRE, RIGHT -> false;
            };
        }
    }

    /**
     * The dates that have moved, as the claims behind one term tell them; claims without a publication date tell nothing. Only
     * what is built or delivered can be late: a licence or a loan that runs for longer than first said has been extended.
     */
    public static List<Slippage> of(Collection<SourcedClaim> claims) {
        return Stream.of(What.values())
                .filter(what -> claims.stream()
                        .allMatch(sourced -> what.slips(sourced.claim().kind())))
                .map(what -> of(what, claims, what == What.START ? Claim.Schedule::start : Claim.Schedule::end))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Slippage> of(
            What what, Collection<SourcedClaim> claims, Function<Claim.Schedule, @Nullable PartialDate> date) {
        record Told(PartialDate date, PartialDate published, String claim) {}
        List<Told> told = claims.stream()
                .flatMap(sourced -> {
                    PartialDate on = date.apply(sourced.claim().schedule());
                    PartialDate published = sourced.published();
                    return on == null || published == null || sourced.publishedAssumed()
                            ? Stream.<Told>empty()
                            : Stream.of(new Told(on, published, sourced.claim().id()));
                })
                .sorted(Comparator.comparing((Told t) -> t.published().earliest())
                        .thenComparing(Told::claim))
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Told first = told.getFirst();
        Told present = told.getLast();
        boolean overlap = !first.date().earliest().isAfter(present.date().latest())
                && !present.date().earliest().isAfter(first.date().latest());
        return overlap
                ? Optional.empty()
                : Optional.of(new Slippage(
                        what,
                        first.date(),
                        first.claim(),
                        present.date(),
                        present.claim(),
                        ChronoUnit.DAYS.between(
                                first.date().latest(), present.date().earliest()),
                        ChronoUnit.DAYS.between(
                                first.date().earliest(), present.date().latest())));
    }
}
