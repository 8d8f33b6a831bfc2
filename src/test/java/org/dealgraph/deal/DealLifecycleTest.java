package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealgraph.deal.Told.in;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealgraph.answer.Lifecycle;
import org.dealgraph.answer.Lifecycle.Fate;
import org.dealgraph.model.Deal;
import org.dealgraph.model.SourcedClaim;
import org.junit.jupiter.api.Test;

/** What becomes of deals that later news tells otherwise. */
class DealLifecycleTest {

    private static Set<Fate> fates(Told... told) {
        List<SourcedClaim> claims = Told.claims(told);
        List<Deal> deals = new DealMaker(new Field()).deals(claims);
        Lifecycle lifecycle = new Lifecycle(
                claims.stream().collect(Collectors.toMap(c -> c.claim().id(), Function.identity())),
                deals.stream().flatMap(deal -> deal.terms().stream()).toList());
        Set<Fate> fates = EnumSet.noneOf(Fate.class);
        deals.forEach(deal -> fates.addAll(lifecycle.fates(deal)));
        return fates;
    }

    @Test
    void what_starts_later_than_was_first_said_is_delayed() {
        assertThat(fates(
                        in("first", "2026-05-13")
                                .capacity("crusoe", "cohere", 1_800)
                                .start("2026"),
                        in("later", "2026-08-03")
                                .capacity("crusoe", "cohere", 1_800)
                                .start("2028")))
                .containsExactly(Fate.DELAYED);
    }

    @Test
    void what_is_replaced_by_less_is_cut() {
        assertThat(fates(
                        in("letter", "2025-09-22")
                                .invest("nvidia", "openai", 100)
                                .stage(org.dealgraph.model.Stage.LETTER_OF_INTENT),
                        in("end", "2026-02-27")
                                .invest("nvidia", "openai", 100)
                                .ends(org.dealgraph.model.Stage.REPLACED),
                        in("end", "2026-02-27").invest("nvidia", "openai", 30)))
                .contains(Fate.REPLACED, Fate.CUT)
                .doesNotContain(Fate.DELAYED);
    }

    @Test
    void what_is_told_again_as_it_was_has_no_fate() {
        assertThat(fates(
                        in("first", "2026-05-13").spend("openai", "oracle", 300).start("2027"),
                        in("later", "2026-08-03").spend("openai", "oracle", 300).start("2027")))
                .isEmpty();
    }
}
