package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealgraph.deal.Told.in;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Attribution.Voice;
import org.dealgraph.model.Bound;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Conflict;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.model.Milestone;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;
import org.dealgraph.model.Tier;
import org.junit.jupiter.api.Test;

class TermLifeTest {

    private static final Instant MONDAY = Instant.parse("2026-04-20T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-04-21T00:00:00Z");

    private static List<Term> terms(Collection<Judgement> judgements, Told... told) {
        return new DealMaker(new Field(), Gate.DEFAULT, judgements)
                .deals(Told.claims(told)).stream()
                        .flatMap(deal -> deal.terms().stream())
                        .toList();
    }

    private static Term only(Told... told) {
        List<Term> terms = terms(List.of(), told);
        assertThat(terms).hasSize(1);
        return terms.getFirst();
    }

    @Test
    void a_letter_of_intent_stays_one_when_a_columnist_calls_it_a_deal() {
        Term term = only(
                in("release", "2025-09-22")
                        .invest("nvidia", "openai", 100)
                        .upTo()
                        .voice(Voice.PARTY)
                        .stage(Stage.LETTER_OF_INTENT),
                in("column", "2025-10-20").invest("nvidia", "openai", 100));
        assertThat(term.stage()).isEqualTo(Stage.LETTER_OF_INTENT);
        assertThat(term.subject().quantity().orElseThrow().bound()).isEqualTo(Bound.UP_TO);
    }

    @Test
    void a_party_that_says_agreed_of_what_is_signed_takes_nothing_back() {
        Term term = only(
                in("signed", "2025-11-03").spend("openai", "amazon", 38).stage(Stage.DEFINITIVE),
                in("told", "2025-12-20").spend("openai", "amazon", 38).voice(Voice.PARTY));
        assertThat(term.stage()).isEqualTo(Stage.DEFINITIVE);
    }

    @Test
    void a_filing_turns_talks_into_an_agreement_and_keeps_both_steps() {
        Term term = only(
                in("talks", "2026-01-10").invest("amazon", "openai", 50).stage(Stage.TALKS),
                in("filing", "2026-02-27")
                        .invest("amazon", "openai", 50)
                        .voice(Voice.FILING)
                        .stage(Stage.DEFINITIVE),
                in("closed", "2026-04-01")
                        .invest("amazon", "openai", 50)
                        .voice(Voice.PARTY)
                        .stage(Stage.CLOSED));
        assertThat(term.history())
                .extracting(step -> step.stage() + " " + step.on())
                .containsExactly("TALKS 2026-01-10", "DEFINITIVE 2026-02-27", "CLOSED 2026-04-01");
    }

    @Test
    void a_purchase_that_closes_a_year_later_is_the_purchase_that_was_agreed() {
        Term term = only(
                in("a", "2025-06-10")
                        .claim(ClaimKind.ACQUIRE, "softbank", "ampere")
                        .billions(6.5),
                in("b", "2026-06-20")
                        .claim(ClaimKind.ACQUIRE, "softbank", "ampere")
                        .billions(6.5)
                        .stage(Stage.CLOSED));
        assertThat(term.stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void money_moved_settles_conditions() {
        Term term = only(
                in("a", "2026-01-10")
                        .invest("amazon", "openai", 50)
                        .flag(Flag.CONDITIONAL)
                        .flag(Flag.CANCELABLE),
                in("b", "2026-03-10").invest("amazon", "openai", 50).stage(Stage.CLOSED));
        assertThat(term.flags()).containsExactly(Flag.CANCELABLE);
    }

    @Test
    void a_bare_figure_does_not_overrule_a_bound_of_an_equal_source_and_does_overrule_that_of_a_lesser() {
        assertThat(only(
                                in("a", "2026-04-20")
                                        .spend("anthropic", "aws", 100)
                                        .atLeast(),
                                in("b", "2026-04-25").spend("anthropic", "aws", 100))
                        .subject()
                        .quantity()
                        .orElseThrow()
                        .bound())
                .isEqualTo(Bound.AT_LEAST);
        assertThat(only(
                                in("a", "2026-04-20")
                                        .spend("anthropic", "aws", 100)
                                        .atLeast(),
                                in("b", "2026-04-25")
                                        .spend("anthropic", "aws", 100)
                                        .voice(Voice.FILING))
                        .subject()
                        .quantity()
                        .orElseThrow()
                        .bound())
                .isEqualTo(Bound.STATED);
    }

    @Test
    void an_end_holds_until_later_news_asserts_the_term_again() {
        Told begun = in("a", "2025-09-01").spend("meta", "oracle", 20);
        Told ended = in("b", "2025-11-01").spend("meta", "oracle", 20).ends(Stage.LAPSED);
        Told look = in("c", "2025-12-01").spend("meta", "oracle", 20).background();
        Told again = in("d", "2025-12-20").spend("meta", "oracle", 20);
        assertThat(only(begun, ended, look).stage()).isEqualTo(Stage.LAPSED);
        assertThat(only(begun, ended, look).ends()).hasSize(1);
        assertThat(only(begun, ended, look, again).stage()).isEqualTo(Stage.AGREED);
    }

    @Test
    void an_author_alone_does_not_end_what_has_only_just_become_known() {
        Told begun = in("a", "2026-04-20").spend("anthropic", "aws", 100);
        Told ended = in("b", "2026-04-21").spend("anthropic", "aws", 100).ends(Stage.CANCELLED);
        Told second = in("c", "2026-04-22").spend("anthropic", "aws", 100).ends(Stage.CANCELLED);
        assertThat(only(begun, ended)).satisfies(term -> {
            assertThat(term.stage()).isEqualTo(Stage.AGREED);
            assertThat(term.ends()).hasSize(1);
        });
        assertThat(only(begun, ended, second).stage()).isEqualTo(Stage.CANCELLED);
        assertThat(only(begun, ended.voice(Voice.PARTY)).stage()).isEqualTo(Stage.CANCELLED);
    }

    @Test
    void an_end_without_a_known_beginning_stands_as_an_ended_term() {
        assertThat(only(in("b", "2025-11-01").spend("meta", "oracle", 20).ends(Stage.CANCELLED)))
                .satisfies(term -> {
                    assertThat(term.stage()).isEqualTo(Stage.CANCELLED);
                    assertThat(term.counted()).isFalse();
                });
    }

    @Test
    void a_party_that_denies_outranks_a_columnist_and_a_columnist_no_party() {
        Told told = in("a", "2026-01-10").invest("nvidia", "mistral", 5);
        Told denial = in("b", "2026-01-12").invest("nvidia", "mistral", 5).denied();
        assertThat(only(told, denial.voice(Voice.PARTY)).counted()).isFalse();
        assertThat(only(told.voice(Voice.PARTY), denial.voice(Voice.UNNAMED_SOURCES)))
                .satisfies(term -> {
                    assertThat(term.counted()).isTrue();
                    assertThat(term.disputes()).hasSize(1);
                    assertThat(term.conflicts()).extracting(c -> c.aspect()).containsExactly("existence");
                });
    }

    @Test
    void the_better_attribution_sets_the_date_and_the_rival_is_kept() {
        Term term = only(
                in("a", "2026-04-20")
                        .spend("anthropic", "aws", 100)
                        .start("2027")
                        .tier(Tier.BLOG),
                in("b", "2026-04-22")
                        .spend("anthropic", "aws", 100)
                        .start("2026-H2")
                        .voice(Voice.PARTY));
        assertThat(term.schedule().start()).hasToString("2026-H2");
        assertThat(term.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.aspect()).isEqualTo("start");
            assertThat(conflict.rule()).isEqualTo("better attribution");
            assertThat(conflict.rivals()).extracting(r -> r.value()).containsExactly("2026-H2", "2027");
        });
    }

    @Test
    void an_undated_term_takes_its_earliest_publication_as_upper_bound() {
        assertThat(only(
                        in("a", "2026-04-22").spend("anthropic", "aws", 100),
                        in("b", "2026-04-20").spend("anthropic", "aws", 100)))
                .satisfies(term -> {
                    assertThat(term.agreedAssumed()).isTrue();
                    assertThat(term.schedule().agreed()).hasToString("2026-04-20");
                });
    }

    @Test
    void a_person_puts_together_what_the_rules_keep_apart_and_takes_it_back() {
        Told pounds = in("a", "2025-09-17").invest("nvidia", "nscale", 500).id("one");
        Told other = in("b", "2025-10-20").invest("nvidia", "nscale", 667).id("two");
        Judgement same = new Judgement("one", "two", Verdict.SAME, "reader", MONDAY);
        Judgement apart = new Judgement("two", "one", Verdict.NOT_SAME, "reader", TUESDAY);
        assertThat(terms(List.of(), pounds, other)).hasSize(2);
        assertThat(terms(List.of(same), pounds, other)).hasSize(1);
        assertThat(terms(List.of(apart, same), pounds, other)).isEqualTo(terms(List.of(), pounds, other));
    }

    @Test
    void a_person_tells_apart_what_the_rules_put_together() {
        Told one = in("a", "2026-04-20").spend("meta", "google", 10).id("one");
        Told two = in("b", "2026-04-28").spend("meta", "google", 10).id("two");
        Judgement apart = new Judgement("one", "two", Verdict.NOT_SAME, "reader", MONDAY);
        assertThat(terms(List.of(), one, two)).hasSize(1);
        assertThat(terms(List.of(apart), one, two)).hasSize(2);
    }

    @Test
    void a_person_accepts_and_rejects_claims() {
        Told weak = in("a", "2026-04-20").spend("meta", "google", 10).id("one").confidence(0.1);
        Judgement accept = new Judgement("one", "one", Verdict.ACCEPT, "reader", MONDAY);
        Judgement reject = new Judgement("one", "one", Verdict.REJECT, "reader", TUESDAY);
        assertThat(terms(List.of(), weak))
                .singleElement()
                .satisfies(t -> assertThat(t.counted()).isFalse());
        assertThat(terms(List.of(accept), weak))
                .singleElement()
                .satisfies(t -> assertThat(t.counted()).isTrue());
        assertThat(terms(List.of(accept, reject), weak)).isEmpty();
    }

    @Test
    void what_a_consortium_buys_told_of_one_member_is_the_same_again() {
        List<Term> terms = terms(
                List.of(),
                in("a", "2025-10-15")
                        .claim(ClaimKind.ACQUIRE, "blackrock+nvidia+microsoft", "aligned")
                        .billions(40),
                in("b", null)
                        .claim(ClaimKind.ACQUIRE, "blackrock", "aligned")
                        .billions(40)
                        .background());
        assertThat(terms)
                .hasSize(2)
                .anySatisfy(term ->
                        assertThat(term.links()).extracting(TermLink::kind).containsExactly(TermLink.Kind.MIRRORS));
    }

    @Test
    void what_two_receive_told_of_one_of_them_is_the_same_again() {
        List<Term> terms = terms(
                List.of(),
                in("a", "2025-08-18").lend("google", "fluidstack+terawulf", 1.4),
                in("b", "2025-08-20").lend("google", "fluidstack", 1.4));
        assertThat(terms)
                .hasSize(2)
                .anySatisfy(term ->
                        assertThat(term.links()).extracting(TermLink::kind).containsExactly(TermLink.Kind.MIRRORS));
    }

    @Test
    void a_length_that_two_reports_of_one_week_give_differently_is_a_conflict_and_no_second_obligation() {
        Term term = only(
                in("a", "2025-09-10").spend("openai", "oracle", 300).years(5),
                in("b", "2025-09-12").spend("openai", "oracle", 300).years(10));
        assertThat(term.conflicts()).extracting(Conflict::aspect).contains("termYears");
        assertThat(terms(
                        List.of(),
                        in("a", "2025-09-10").spend("openai", "oracle", 300).years(5),
                        in("a", "2025-09-10")
                                .spend("openai", "oracle", 300)
                                .years(10)
                                .id("c-second")))
                .as("one article that tells two")
                .hasSize(2);
    }

    @Test
    void milestones_are_told_once_each_with_their_claims_and_rival_dates_are_kept() {
        Told early = in("a", "2025-09-22").capacity("oracle", "openai", 4_500).milestone("DELIVERY", 1_000, "2026-H2");
        Told late = in("b", "2025-09-24")
                .capacity("oracle", "openai", 4_500)
                .voice(Voice.PARTY)
                .milestone("DELIVERY", 1_000, "2027");
        Told vests = in("c", "2025-09-25").capacity("oracle", "openai", 4_500).milestone("VESTING", 0, null);
        Term term = only(early, late, vests);
        assertThat(term.schedule().milestones())
                .extracting(Milestone::text)
                .containsExactly("delivery of 1 GW by 2027", "vesting");
        assertThat(term.schedule().milestones().getFirst().claims())
                .containsExactlyInAnyOrder(
                        early.claim().claim().id(), late.claim().claim().id());
        assertThat(term.conflicts()).extracting(Conflict::aspect).containsExactly("milestone");
    }

    @Test
    void an_option_is_neither_the_purchase_nor_part_of_it() {
        List<Term> terms = terms(
                List.of(),
                in("a", "2026-02-24").spend("meta", "google", 10),
                in("a", "2026-02-24")
                        .spend("meta", "google", 12)
                        .flag(Flag.OPTIONAL)
                        .relation(AmountRelation.Kind.ADDITION));
        assertThat(terms)
                .hasSize(2)
                .noneMatch(t -> t.links().stream().anyMatch(l -> l.kind() == TermLink.Kind.PART_OF));
    }
}
