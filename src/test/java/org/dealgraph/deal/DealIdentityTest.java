package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealgraph.deal.Told.in;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Bound;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Right;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;
import org.junit.jupiter.api.Test;

class DealIdentityTest {

    private static List<Deal> deals(Told... told) {
        return new DealMaker(new Field()).deals(Told.claims(told));
    }

    private static List<Term> terms(List<Deal> deals) {
        return deals.stream().flatMap(deal -> deal.terms().stream()).toList();
    }

    private static Term term(List<Deal> deals, ClaimKind kind, double billions) {
        return terms(deals).stream()
                .filter(t -> t.kind() == kind)
                .filter(t -> t.subject().money() != null
                        && t.subject().quantity().orElseThrow().value().doubleValue() == billions * 1e9)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Deal> dealOf(List<Deal> deals, Term term) {
        return deals.stream().filter(d -> d.terms().contains(term)).findFirst();
    }

    @Test
    void one_commitment_told_by_three_outlets_in_three_wordings_is_one_term() {
        List<Deal> deals = deals(
                in("wire", "2026-04-20")
                        .spend("anthropic", "aws", 100)
                        .atLeast()
                        .years(10),
                in("blog", "2026-04-22").spend("anthropic", "amazon", 100),
                in("recap", "2026-05-02")
                        .spend("anthropic", "amazon", 100)
                        .atLeast()
                        .agreed("2026-04-20"));
        assertThat(deals).singleElement().satisfies(deal -> {
            assertThat(deal.terms()).singleElement().satisfies(term -> {
                assertThat(term.supports()).hasSize(3);
                assertThat(term.independentSources()).isEqualTo(3);
                assertThat(term.subject().quantity().orElseThrow().bound()).isEqualTo(Bound.AT_LEAST);
                assertThat(term.schedule().agreed()).hasToString("2026-04-20");
                assertThat(term.schedule().termYears()).isEqualTo(10.0);
                assertThat(term.conflicts()).isEmpty();
            });
            assertThat(deal.title()).isEqualTo("Anthropic commits more than $100 billion to Amazon over 10 years");
        });
    }

    @Test
    void an_expansion_adds_to_its_base_and_stays_a_deal_of_its_own() {
        List<Deal> deals = deals(
                in("first", "2025-11-03").spend("openai", "aws", 38).years(7),
                in("second", "2026-02-27").spend("openai", "aws", 100).years(8).relation(AmountRelation.Kind.ADDITION),
                in("second", "2026-02-27").spend("openai", "aws", 38).background());
        assertThat(deals).hasSize(2);
        Term base = term(deals, ClaimKind.SPEND, 38);
        assertThat(term(deals, ClaimKind.SPEND, 100).links())
                .extracting(TermLink::kind, TermLink::term)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TermLink.Kind.ADDS_TO, base.id()));
        assertThat(base.supports()).hasSize(2);
    }

    @Test
    void a_running_total_contains_what_it_adds_up() {
        List<Deal> deals = deals(
                in("first", "2025-11-03").spend("openai", "aws", 38).years(7),
                in("second", "2026-02-27").spend("openai", "aws", 100).relation(AmountRelation.Kind.ADDITION),
                in("third", "2026-03-01").spend("openai", "aws", 138).relation(AmountRelation.Kind.RUNNING_TOTAL));
        Term total = term(deals, ClaimKind.SPEND, 138);
        for (double part : new double[] {38, 100}) {
            assertThat(term(deals, ClaimKind.SPEND, part).links())
                    .anyMatch(l -> l.kind() == TermLink.Kind.PART_OF && l.term().equals(total.id()));
        }
        assertThat(dealOf(deals, term(deals, ClaimKind.SPEND, 38)))
                .isNotEqualTo(dealOf(deals, term(deals, ClaimKind.SPEND, 100)));
    }

    @Test
    void money_now_and_money_later_are_two_terms_of_one_deal() {
        List<Deal> deals = deals(
                in("wire", "2026-04-20").invest("amazon", "anthropic", 5),
                in("wire", "2026-04-20")
                        .invest("amazon", "anthropic", 20)
                        .upTo()
                        .flag(org.dealgraph.model.Flag.CONDITIONAL),
                in("wire", "2026-04-20").spend("anthropic", "aws", 100).atLeast());
        assertThat(deals).singleElement().satisfies(deal -> {
            assertThat(deal.terms()).hasSize(3);
            assertThat(deal.terms()).allSatisfy(t -> assertThat(t.links()).isEmpty());
        });
    }

    @Test
    void a_replacement_replaces_and_only_the_new_one_stands() {
        List<Deal> deals = deals(
                in("letter", "2025-09-22")
                        .invest("nvidia", "openai", 100)
                        .upTo()
                        .stage(Stage.LETTER_OF_INTENT),
                in("swap", "2026-02-20")
                        .invest("nvidia", "openai", 100)
                        .agreed("2025-09")
                        .ends(Stage.REPLACED),
                in("swap", "2026-02-20").invest("nvidia", "openai", 30).stage(Stage.TALKS),
                in("round", "2026-02-27").invest("nvidia", "openai", 30));
        Term old = term(deals, ClaimKind.INVEST, 100);
        Term now = term(deals, ClaimKind.INVEST, 30);
        assertThat(old.stage()).isEqualTo(Stage.REPLACED);
        assertThat(now.stage()).isEqualTo(Stage.AGREED);
        assertThat(now.history()).extracting(Term.Step::stage).containsExactly(Stage.TALKS, Stage.AGREED);
        assertThat(now.links())
                .anyMatch(l -> l.kind() == TermLink.Kind.REPLACES && l.term().equals(old.id()));
    }

    @Test
    void an_amendment_amends_the_right_it_speaks_of() {
        List<Deal> deals = deals(
                in("october", "2025-10-28")
                        .right("openai", "microsoft", Right.IP_LICENSE)
                        .end("2030"),
                in("april", "2026-04-27")
                        .right("openai", "microsoft", Right.IP_LICENSE)
                        .end("2032"));
        assertThat(terms(deals)).singleElement().satisfies(term -> {
            assertThat(term.schedule().end()).hasToString("2032");
            assertThat(term.conflicts()).extracting(c -> c.aspect()).contains("end");
        });
    }

    @Test
    void a_round_and_one_members_share_are_two_terms_and_the_share_is_part_of_the_round() {
        List<Deal> deals = deals(
                in("round", "2026-02-27").invest("amazon+nvidia+softbank", "openai", 110),
                in("round", "2026-02-27").invest("nvidia", "openai", 30));
        Term whole = term(deals, ClaimKind.INVEST, 110);
        assertThat(term(deals, ClaimKind.INVEST, 30).links())
                .anyMatch(l -> l.kind() == TermLink.Kind.PART_OF && l.term().equals(whole.id()));
        assertThat(deals).hasSize(1);
    }

    @Test
    void three_parties_of_one_announcement_are_one_deal() {
        List<Deal> deals = deals(
                in("joint", "2025-11-18").spend("anthropic", "microsoft-azure", 30),
                in("joint", "2025-11-18").invest("microsoft", "anthropic", 5).upTo(),
                in("joint", "2025-11-18").invest("nvidia", "anthropic", 10).upTo(),
                in("other", "2025-11-19").invest("nvidia", "anthropic", 10).upTo());
        assertThat(deals)
                .singleElement()
                .satisfies(deal -> assertThat(deal.parties())
                        .containsExactly("anthropic", "microsoft", "microsoft-azure", "nvidia"));
    }

    @Test
    void members_of_a_venture_and_the_venture_by_name_speak_of_one_term() {
        List<Deal> deals = deals(
                in("one", "2025-01-21").build("stargate", 500).at("Stargate"),
                in("two", "2025-01-22").build("openai+oracle+softbank", 500).upTo());
        assertThat(terms(deals)).hasSize(1);
    }

    @Test
    void rivals_about_the_same_days_are_one_term_with_a_conflict() {
        List<Deal> deals = deals(
                in("release", "2025-10-28")
                        .spend("openai", "microsoft-azure", 250)
                        .voice(org.dealgraph.model.Attribution.Voice.PARTY),
                in("paper", "2025-10-29").spend("openai", "microsoft-azure", 280));
        assertThat(terms(deals)).singleElement().satisfies(term -> {
            assertThat(term.subject().quantity().orElseThrow().value()).isEqualByComparingTo("250000000000");
            assertThat(term.conflicts()).singleElement().satisfies(conflict -> {
                assertThat(conflict.aspect()).isEqualTo("amount");
                assertThat(conflict.rule()).isEqualTo("better attribution");
                assertThat(conflict.rivals()).hasSize(2);
            });
        });
    }

    @Test
    void unlike_rights_are_unlike_terms_and_the_end_of_one_leaves_the_other() {
        List<Deal> deals = deals(
                in("october", "2025-10-28")
                        .right("openai", "microsoft", Right.IP_LICENSE)
                        .end("2032"),
                in("october", "2025-10-28")
                        .right("openai", "microsoft", Right.FIRST_REFUSAL)
                        .ends(Stage.CANCELLED));
        assertThat(terms(deals)).hasSize(2).anySatisfy(term -> {
            assertThat(term.subject().right()).isEqualTo(Right.IP_LICENSE);
            assertThat(term.stage()).isEqualTo(Stage.AGREED);
        });
    }

    @Test
    void the_same_sum_again_after_half_a_year_is_another_agreement() {
        assertThat(deals(
                        in("first", "2024-03-27").invest("amazon", "anthropic", 4),
                        in("second", "2024-11-22").invest("amazon", "anthropic", 4),
                        in("second", "2024-11-22")
                                .invest("amazon", "anthropic", 8)
                                .relation(AmountRelation.Kind.RUNNING_TOTAL)))
                .hasSize(2);
    }

    @Test
    void terms_of_talks_in_autumn_and_of_a_round_in_spring_are_two_deals_whoever_tells_both() {
        List<Deal> deals = deals(
                in("letter", "2025-09-22")
                        .invest("nvidia", "openai", 100)
                        .upTo()
                        .stage(Stage.LETTER_OF_INTENT),
                in("letter", "2025-09-22").capacity("nvidia", "openai", 10000).atLeast(),
                in("letter", "2025-09-22").supply("nvidia", "openai", "Vera Rubin"),
                in("round", "2026-02-27").supply("nvidia", "openai", "Vera Rubin"),
                in("round", "2026-02-27").invest("nvidia", "openai", 30),
                in("look-back", "2026-06-01").invest("nvidia", "openai", 30),
                in("look-back", "2026-06-01")
                        .capacity("nvidia", "openai", 10000)
                        .background());
        assertThat(deals).hasSize(2);
    }

    @Test
    void talks_do_not_bound_what_was_signed() {
        assertThat(terms(deals(
                        in("talks", "2026-01-20")
                                .invest("nvidia", "openai", 30)
                                .upTo()
                                .stage(Stage.TALKS),
                        in("signed", "2026-02-27").invest("nvidia", "openai", 30))))
                .singleElement()
                .satisfies(term -> assertThat(
                                term.subject().quantity().orElseThrow().bound())
                        .isEqualTo(Bound.STATED));
    }

    @Test
    void titles_and_ids_come_from_the_terms_and_the_founding_claim() {
        List<Deal> deals = deals(
                in("late", "2026-04-22").spend("anthropic", "aws", 100),
                in("early", "2026-04-20").spend("anthropic", "aws", 100));
        assertThat(deals).singleElement().satisfies(deal -> {
            assertThat(deal.id()).startsWith("c-early");
            assertThat(deal.slug()).isEqualTo("anthropic-aws-2026-04-20");
            assertThat(Stream.of(deal.title())).containsExactly("Anthropic commits $100 billion to AWS");
        });
    }

    @Test
    void a_later_remark_by_another_figure_is_a_rival_of_the_one_agreement_it_can_mean() {
        Told release = in("release", "2025-10-28").spend("openai", "microsoft-azure", 250);
        Told chart = in("chart", "2026-05-04")
                .spend("openai", "microsoft-azure", 280)
                .background();
        assertThat(terms(deals(release, chart))).singleElement().satisfies(term -> {
            assertThat(term.subject().quantity().orElseThrow().value()).isEqualByComparingTo("250000000000");
            assertThat(term.conflicts()).extracting(c -> c.aspect()).containsExactly("amount");
        });
        Told other = in("other", "2026-04-01").spend("openai", "microsoft-azure", 300);
        assertThat(terms(deals(release, other, chart))).hasSize(3);
        Told more = in("more", "2026-05-04")
                .spend("openai", "microsoft-azure", 280)
                .background()
                .relation(org.dealgraph.model.AmountRelation.Kind.ADDITION);
        assertThat(terms(deals(release, more))).hasSize(2);
    }

    @Test
    void a_month_and_a_year_of_one_rent_are_one_term() {
        List<Deal> deals = deals(
                in("filing", "2026-05-20")
                        .spend("anthropic", "spacex", 1.25)
                        .per(org.dealgraph.model.Per.MONTH)
                        .flag(org.dealgraph.model.Flag.CANCELABLE)
                        .voice(org.dealgraph.model.Attribution.Voice.FILING),
                in("paper", "2026-05-21").spend("anthropic", "spacex", 15).per(org.dealgraph.model.Per.YEAR));
        assertThat(terms(deals)).singleElement().satisfies(term -> {
            assertThat(java.util.Objects.requireNonNull(term.subject().money()).per())
                    .isEqualTo(org.dealgraph.model.Per.MONTH);
            assertThat(term.flags()).containsExactly(org.dealgraph.model.Flag.CANCELABLE);
            assertThat(term.conflicts()).isEmpty();
        });
    }
}
