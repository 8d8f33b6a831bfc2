package org.dealgraph.event;

import java.util.List;
import java.util.Set;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;

/** Small deals for tests of what is told of them. */
public final class Events {

    private Events() {}

    /** A company's spending of a billion dollars. */
    public static Deal deal(String party) {
        PartialDate day = PartialDate.parse("2026-10-05");
        Term term = new Term(
                "t-" + party,
                ClaimKind.SPEND,
                List.of(party),
                List.of("a-vendor"),
                List.of(),
                Claim.Subject.of(Money.of(Interval.stated(new java.math.BigDecimal("1000000000")), "USD")),
                new Claim.Schedule(day, null, null, null),
                true,
                Stage.AGREED,
                Set.of(),
                List.of(),
                List.of("c-1"),
                List.of(),
                List.of(),
                1,
                day,
                true,
                List.of(),
                List.of());
        return new Deal(
                "d-" + party,
                "slug-" + party,
                party + " spends $1 billion with a-vendor",
                List.of(party, "a-vendor"),
                List.of(term),
                List.of("c-1"),
                day,
                day);
    }
}
