package org.dealgraph.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Term;
import org.junit.jupiter.api.Test;

class DealDiffTest {

    private static Deal deal(Term... terms) {
        return new Deal("deal", "deal", "a deal", List.of(), List.of(terms), List.of("claim"), null, null);
    }

    @Test
    void chips_that_came_are_told_with_their_number_and_name() {
        assertThat(DealDiff.of(
                        deal(),
                        deal(Owed.by("spacex")
                                .to("google")
                                .supply("gb200", 110_000)
                                .term())))
                .extracting(DealDiff.Change::field, DealDiff.Change::after)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("term", "SUPPLY spacex > google 110,000 gb200 AGREED"));
    }

    @Test
    void a_link_that_came_is_told() {
        Term whole = Owed.by("openai").to("aws").spend(138).term();
        Owed part = Owed.by("openai").to("aws").spend(38);
        Deal before = deal(part.term());
        assertThat(DealDiff.of(
                        before,
                        deal(part.link(Term.TermLink.Kind.PART_OF, whole).term())))
                .extracting(DealDiff.Change::field)
                .containsExactly("links");
    }
}
