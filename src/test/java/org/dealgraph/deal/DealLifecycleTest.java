package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealgraph.deal.Told.in;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealgraph.answer.Lifecycle;
import org.dealgraph.answer.Lifecycle.Fate;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Right;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.junit.jupiter.api.Test;

/** What becomes of deals that later news tells otherwise. */
class DealLifecycleTest {

    private static <T> List<T> lives(BiFunction<Lifecycle, Deal, Collection<T>> of, Told... told) {
        List<SourcedClaim> claims = Told.claims(told);
        List<Deal> deals = new DealMaker(new Field()).deals(claims);
        Lifecycle lifecycle = new Lifecycle(
                claims.stream().collect(Collectors.toMap(c -> c.claim().id(), Function.identity())),
                deals.stream().flatMap(deal -> deal.terms().stream()).toList());
        return deals.stream()
                .flatMap(deal -> of.apply(lifecycle, deal).stream())
                .toList();
    }

    private static Set<Fate> fates(Told... told) {
        return Set.copyOf(lives(Lifecycle::fates, told));
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

    @Test
    void a_licence_that_runs_longer_than_first_said_is_not_late() {
        assertThat(fates(
                        in("first", "2025-10-28")
                                .right("openai", "microsoft", Right.IP_LICENSE)
                                .end("2030"),
                        in("later", "2026-04-27")
                                .right("openai", "microsoft", Right.IP_LICENSE)
                                .end("2032")))
                .isEmpty();
    }

    @Test
    void a_page_without_a_date_says_nothing_of_when() {
        assertThat(lives(
                        Lifecycle::of,
                        in("page", "2026-11-21").spend("openai", "oracle", 300).assumedDate()))
                .extracting(Lifecycle.Event::on)
                .containsOnlyNulls();
        assertThat(lives(
                        Lifecycle::of,
                        in("page", "2026-11-21")
                                .spend("openai", "oracle", 300)
                                .agreed("2025-07")
                                .assumedDate()))
                .extracting(event -> String.valueOf(event.on()))
                .containsExactly("2025-07");
    }

    @Test
    void an_end_told_under_the_day_of_the_beginning_is_of_the_day_of_what_came_instead() {
        assertThat(lives(
                        Lifecycle::of,
                        in("record", "2025-09-22")
                                .invest("nvidia", "openai", 100)
                                .agreed("2025-09-22")
                                .stage(Stage.REPLACED),
                        in("news", "2026-02-27").invest("nvidia", "openai", 30).relation(AmountRelation.Kind.REPLACES)))
                .filteredOn(event -> event.what() == Lifecycle.What.ENDED)
                .extracting(event -> String.valueOf(event.on()))
                .containsExactly("2026-02-27");
    }
}
