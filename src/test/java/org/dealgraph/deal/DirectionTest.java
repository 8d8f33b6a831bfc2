package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealgraph.deal.Told.in;

import java.util.List;
import java.util.stream.Stream;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Totals;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Term;
import org.dealgraph.model.Tier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles that turn a commitment round, and articles that only look as if they did. */
class DirectionTest {

    private static final Told.Page WIRE = in("wire", "2026-04-20");
    private static final Told.Page BLOG = in("blog", "2026-04-21");

    static Told truth() {
        return WIRE.spend("anthropic", "aws", 100).atLeast().years(10).tier(Tier.WIRE);
    }

    static Stream<Told> disputes() {
        return Stream.of(
                BLOG.spend("amazon", "anthropic", 100).atLeast().years(10),
                BLOG.spend("aws", "anthropic", 100),
                BLOG.spend("amazon", "anthropic", 100).about(),
                BLOG.spend("amazon", "anthropic", 105).atLeast().years(10),
                in("undated", null).spend("amazon", "anthropic", 100).atLeast(),
                BLOG.build("amazon", 100).atLeast().forWhom("anthropic"),
                BLOG.build("amazon", 100).forWhom("anthropic").years(10),
                BLOG.build("aws", 100).about().forWhom("anthropic"),
                BLOG.spend("amazon", "aws", 100).atLeast().forWhom("anthropic"),
                BLOG.spend("amazon", "amazon", 100).atLeast().years(10).forWhom("anthropic"),
                BLOG.claim(ClaimKind.SPEND, "amazon", "").billions(100).forWhom("anthropic"),
                BLOG.build("amazon", 100).forWhom("anthropic+openai"));
    }

    static Stream<Told> deals() {
        return Stream.of(
                BLOG.build("amazon", 100).atLeast(),
                BLOG.build("amazon", 100).at("Indiana"),
                BLOG.build("amazon", 11).forWhom("anthropic"),
                BLOG.build("amazon", 200).forWhom("anthropic"),
                BLOG.build("amazon", 100).forWhom("openai"),
                BLOG.build("microsoft", 100).forWhom("anthropic"),
                BLOG.spend("amazon", "nvidia", 100),
                BLOG.spend("amazon", "anthropic", 5),
                BLOG.spend("amazon", "aws", 100),
                BLOG.invest("amazon", "anthropic", 100),
                in("old", "2023-09-25").spend("amazon", "anthropic", 100).agreed("2023-09-25"),
                BLOG.build("amazon", 100).currency("EUR").forWhom("anthropic"));
    }

    @ParameterizedTest
    @MethodSource
    void disputes(Told reading) {
        List<Deal> deals = new DealMaker(new Field()).deals(Told.claims(truth(), reading));
        assertThat(deals)
                .singleElement()
                .satisfies(deal -> assertThat(deal.terms()).singleElement().satisfies(term -> {
                    assertThat(term.from()).containsExactly("anthropic");
                    assertThat(term.disputes())
                            .containsExactly(reading.claim().claim().id());
                    assertThat(term.conflicts()).anyMatch(c -> c.aspect().equals("direction"));
                    assertThat(deal.claims()).contains(reading.claim().claim().id());
                }));
        assertThat(Totals.of(deals.getFirst().terms(), Scope.everything(), Basis.HEADLINE))
                .singleElement()
                .satisfies(total -> assertThat(total.amount().value()).isEqualByComparingTo("100000000000"));
    }

    @ParameterizedTest
    @MethodSource
    void deals(Told other) {
        List<Term> terms = new DealMaker(new Field())
                .deals(Told.claims(truth(), other)).stream()
                        .flatMap(deal -> deal.terms().stream())
                        .toList();
        assertThat(terms)
                .hasSize(2)
                .allSatisfy(term -> assertThat(term.disputes()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("disputes")
    void a_better_voice_turns_the_reading_round(Told reading) {
        List<Term> terms = new DealMaker(new Field())
                        .deals(Told.claims(
                                truth(), reading.voice(Attribution.Voice.FILING).tier(Tier.FILING)))
                        .stream()
                        .flatMap(deal -> deal.terms().stream())
                        .toList();
        boolean reversed = reading.claim().claim().kind() == ClaimKind.SPEND
                && reading.claim().to().contains("anthropic");
        assertThat(terms)
                .singleElement()
                .satisfies(term -> assertThat(term.from().getFirst())
                        .isEqualTo(reversed ? reading.claim().from().getFirst() : "anthropic"));
    }
}
