package org.dealgraph.deal;

import static org.dealgraph.deal.Told.in;

import java.util.List;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;

/** The stories that others sum up wrongly, as claims of small articles of our own, for tests of any layer. */
public final class DealTraps {

    private DealTraps() {}

    /** Anthropic's spending on AWS as it is. */
    public static SourcedClaim spending() {
        return DirectionTest.truth().claim();
    }

    /** Readings that turn it into Amazon's spending on Anthropic. */
    public static List<SourcedClaim> turned() {
        return DirectionTest.disputes().map(Told::claim).toList();
    }

    /** What Amazon and others spend on their own account, which is no reading of it. */
    public static List<SourcedClaim> own() {
        return DirectionTest.deals().map(Told::claim).toList();
    }

    /** A letter of intent over a hundred billion, what was said of it, and the thirty billion of equity in its place. */
    public static List<SourcedClaim> letterThenEquity() {
        return Told.claims(
                in("letter", "2025-09-22")
                        .invest("nvidia", "openai", 100)
                        .upTo()
                        .stage(Stage.LETTER_OF_INTENT),
                in("doubt", "2025-12-02")
                        .invest("nvidia", "openai", 100)
                        .upTo()
                        .stage(Stage.LETTER_OF_INTENT)
                        .background(),
                in("round", "2026-02-27").invest("nvidia", "openai", 30).relation(AmountRelation.Kind.REPLACES));
    }

    /** A guarantee of 29 billion and one of 42 billion that stand for the same leases. */
    public static List<SourcedClaim> sameLeases() {
        return Told.claims(
                in("leases", "2026-05-01")
                        .lend("broadcom", "anthropic", 42)
                        .instrument(Instrument.GUARANTEE)
                        .flag(Flag.CONDITIONAL)
                        .id("c-leases-whole"),
                in("leases", "2026-05-01")
                        .lend("broadcom", "anthropic", 29)
                        .instrument(Instrument.GUARANTEE)
                        .relation(AmountRelation.Kind.MIRRORS, "c-leases-whole"));
    }
}
