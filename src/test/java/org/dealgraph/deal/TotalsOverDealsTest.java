package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealgraph.deal.Told.in;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Dollars;
import org.dealgraph.answer.Owed;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Total;
import org.dealgraph.answer.Totals;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.ExchangeRate;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Per;
import org.dealgraph.model.Power;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;
import org.junit.jupiter.api.Test;

class TotalsOverDealsTest {

    private static List<Term> terms(Told... told) {
        return new DealMaker(new Field())
                .deals(Told.claims(told)).stream()
                        .map(Deal::terms)
                        .flatMap(List::stream)
                        .toList();
    }

    private static Total total(List<Term> terms, Basis basis, ClaimKind kind, String sort, Scope scope) {
        return Totals.of(terms, scope, basis).stream()
                .filter(t -> t.category().kind() == kind && t.category().sort().equals(sort))
                .findFirst()
                .orElseThrow();
    }

    private static double billions(List<Term> terms, Basis basis, ClaimKind kind) {
        return total(terms, basis, kind, "", Scope.everything())
                        .amount()
                        .value()
                        .doubleValue()
                / 1e9;
    }

    @Test
    void a_running_total_and_its_parts_count_once() {
        List<Term> terms = terms(
                in("a", "2025-11-03").spend("openai", "aws", 38),
                in("b", "2026-02-27").spend("openai", "aws", 100).relation(AmountRelation.Kind.ADDITION),
                in("c", "2026-03-01").spend("openai", "aws", 138).relation(AmountRelation.Kind.RUNNING_TOTAL));
        assertThat(billions(terms, Basis.HEADLINE, ClaimKind.SPEND)).isEqualTo(138);
        assertThat(total(terms, Basis.HEADLINE, ClaimKind.SPEND, "", Scope.everything())
                        .excluded())
                .extracting(Total.Excluded::reason)
                .containsOnly(Total.Reason.WITHIN_ANOTHER);
    }

    @Test
    void a_whole_without_conditions_counts_less_its_conditional_part_when_firm() {
        List<Term> terms = terms(
                in("a", "2026-04-20").invest("amazon", "anthropic", 5),
                in("a", "2026-04-20").invest("amazon", "anthropic", 20).upTo().flag(Flag.CONDITIONAL),
                in("b", "2026-04-21").invest("amazon", "anthropic", 25).relation(AmountRelation.Kind.RUNNING_TOTAL));
        assertThat(billions(terms, Basis.FIRM, ClaimKind.INVEST)).isEqualTo(5);
        assertThat(billions(terms, Basis.FIRM_AND_CONDITIONAL, ClaimKind.INVEST))
                .isEqualTo(25);
    }

    @Test
    void a_letter_of_intent_replaced_by_equity_leaves_thirty_firm_not_a_hundred_and_thirty() {
        List<Term> terms = terms(
                in("a", "2025-09-22").invest("nvidia", "openai", 100).upTo().stage(Stage.LETTER_OF_INTENT),
                in("b", "2026-02-27").invest("nvidia", "openai", 30).relation(AmountRelation.Kind.REPLACES));
        assertThat(billions(terms, Basis.FIRM, ClaimKind.INVEST)).isEqualTo(30);
        assertThat(billions(terms, Basis.HEADLINE, ClaimKind.INVEST)).isEqualTo(30);
    }

    @Test
    void a_cap_counts_from_nothing_to_itself() {
        Total total = total(
                terms(in("a", "2026-01-01").spend("meta", "nebius", 27).upTo()),
                Basis.FIRM,
                ClaimKind.SPEND,
                "",
                Scope.everything());
        assertThat(total.amount().low()).isZero();
        assertThat(total.amount().high()).isEqualByComparingTo("27000000000");
    }

    @Test
    void guarantees_options_and_holdings_have_totals_of_their_own() {
        List<Term> terms = terms(
                in("a", "2026-01-01").lend("nvidia", "coreweave", 6.3).instrument(Instrument.BACKSTOP),
                in("b", "2026-01-01").lend("jpmorgan", "coreweave", 2),
                in("c", "2026-01-01").invest("microsoft", "openai", 135).instrument(Instrument.HOLDING),
                in("d", "2026-01-01").invest("microsoft", "openai", 10));
        assertThat(billions(terms, Basis.HEADLINE, ClaimKind.LEND)).isEqualTo(2);
        assertThat(billions(terms, Basis.HEADLINE, ClaimKind.INVEST)).isEqualTo(10);
        assertThat(total(terms, Basis.HEADLINE, ClaimKind.LEND, "GUARANTEE", Scope.everything())
                        .amount()
                        .value())
                .isEqualByComparingTo("6300000000");
    }

    @Test
    void leases_guaranteed_and_financed_are_one_obligation() {
        List<Term> terms = terms(
                in("a", "2026-05-01")
                        .lend("broadcom", "anthropic", 42)
                        .instrument(Instrument.GUARANTEE)
                        .id("whole"),
                in("a", "2026-05-01")
                        .lend("broadcom", "anthropic", 29)
                        .instrument(Instrument.GUARANTEE)
                        .relation(AmountRelation.Kind.MIRRORS, "whole"));
        assertThat(total(terms, Basis.HEADLINE, ClaimKind.LEND, "GUARANTEE", Scope.everything())
                        .amount()
                        .value())
                .isEqualByComparingTo("42000000000");
    }

    @Test
    void rates_and_layers_are_never_added() {
        List<Term> terms = terms(
                in("a", "2026-01-01").spend("anthropic", "spacex", 1.25).per(Per.MONTH),
                in("b", "2026-01-01").spend("anthropic", "spacex", 15),
                in("c", "2026-01-01").capacity("broadcom", "anthropic", 3500).layer(Power.Layer.CHIPS),
                in("d", "2026-01-01").capacity("google", "anthropic", 1000).layer(Power.Layer.COMPUTE));
        assertThat(billions(terms, Basis.HEADLINE, ClaimKind.SPEND)).isEqualTo(15);
        assertThat(total(terms, Basis.HEADLINE, ClaimKind.CAPACITY, "CHIPS", Scope.everything())
                        .amount()
                        .value())
                .isEqualByComparingTo("3500");
    }

    @Test
    void a_joint_round_counts_once_over_its_members_and_stands_beside_each() {
        List<Term> terms = terms(in("a", "2026-02-27").invest("amazon+nvidia+softbank", "openai", 110));
        Scope one = new Scope(Set.of("nvidia"), Set.of(), org -> org);
        Scope all = new Scope(Set.of("nvidia", "amazon", "softbank"), Set.of(), org -> org);
        assertThat(total(terms, Basis.HEADLINE, ClaimKind.INVEST, "", one)).satisfies(total -> {
            assertThat(total.counted()).isEmpty();
            assertThat(total.excluded()).extracting(Total.Excluded::reason).containsExactly(Total.Reason.JOINT);
        });
        assertThat(total(terms, Basis.HEADLINE, ClaimKind.INVEST, "", all)
                        .amount()
                        .value())
                .isEqualByComparingTo("110000000000");
    }

    @Test
    void what_is_only_talked_of_or_below_the_gate_is_listed_and_not_counted() {
        List<Term> terms = terms(
                in("a", "2026-01-01").invest("amazon", "openai", 50).stage(Stage.TALKS),
                in("b", "2026-01-01").invest("nvidia", "openai", 7).confidence(0.2));
        assertThat(total(terms, Basis.HEADLINE, ClaimKind.INVEST, "", Scope.everything())
                        .excluded())
                .extracting(Total.Excluded::reason)
                .containsExactlyInAnyOrder(Total.Reason.ONLY_TALKS, Total.Reason.BELOW_THE_GATE);
    }

    @Test
    void two_independent_sources_lift_a_claim_over_the_gate_and_two_copies_do_not() {
        assertThat(billions(
                        terms(
                                in("a", "2026-01-01")
                                        .invest("nvidia", "openai", 7)
                                        .confidence(0.2),
                                in("b", "2026-01-02")
                                        .invest("nvidia", "openai", 7)
                                        .confidence(0.2)),
                        Basis.HEADLINE,
                        ClaimKind.INVEST))
                .isEqualTo(7);
        assertThat(billions(
                        terms(
                                in("a", "2026-01-01")
                                        .invest("nvidia", "openai", 7)
                                        .confidence(0.2)
                                        .source("wire"),
                                in("b", "2026-01-02")
                                        .invest("nvidia", "openai", 7)
                                        .confidence(0.2)
                                        .source("wire")),
                        Basis.HEADLINE,
                        ClaimKind.INVEST))
                .isZero();
    }

    @Test
    void by_year_a_running_total_counts_less_what_was_agreed_in_another_year() {
        List<Term> terms = terms(
                in("a", "2025-11-03").spend("openai", "aws", 38),
                in("b", "2026-02-27").spend("openai", "aws", 138).relation(AmountRelation.Kind.RUNNING_TOTAL));
        assertThat(total(
                                terms,
                                Basis.HEADLINE,
                                ClaimKind.SPEND,
                                "",
                                Scope.everything().agreedIn(2025))
                        .amount()
                        .value())
                .isEqualByComparingTo("38000000000");
        assertThat(total(
                                terms,
                                Basis.HEADLINE,
                                ClaimKind.SPEND,
                                "",
                                Scope.everything().agreedIn(2026))
                        .amount()
                        .value())
                .isEqualByComparingTo("100000000000");
    }

    @Test
    void what_is_payable_is_spread_evenly_over_its_length() {
        List<Term> terms = terms(
                in("a", "2025-09-10")
                        .spend("openai", "oracle", 300)
                        .start("2027")
                        .years(5),
                in("b", "2025-09-09")
                        .spend("microsoft", "nebius", 20)
                        .start("2026")
                        .end("2029"),
                in("c", "2025-09-09").spend("meta", "google", 10));
        assertThat(Totals.payable(terms, Scope.everything(), Basis.HEADLINE))
                .singleElement()
                .satisfies(payable -> {
                    assertThat(payable.years().keySet()).containsExactly(2026, 2027, 2028, 2029, 2030, 2031);
                    assertThat(payable.years())
                            .hasEntrySatisfying(
                                    2027, due -> assertThat(due.value()).isEqualByComparingTo("65000000000"));
                    assertThat(payable.years())
                            .hasEntrySatisfying(
                                    2031, due -> assertThat(due.value()).isEqualByComparingTo("60000000000"));
                    assertThat(payable.unscheduled()).hasSize(1);
                });
    }

    @Test
    void other_currencies_are_converted_at_a_dated_rate_or_listed() {
        List<Term> terms = terms(
                in("a", "2025-09-17").spend("microsoft", "nscale", 10).currency("GBP"),
                in("b", "2025-09-17").spend("adani", "google", 875).currency("INR"),
                in("c", "2025-09-17").spend("meta", "google", 10));
        Dollars dollars = Dollars.of(
                terms,
                (currency, agreed) -> currency.equals("GBP")
                                && agreed != null
                                && agreed.text().startsWith("2025-09")
                        ? Optional.of(new ExchangeRate(
                                currency, agreed, new BigDecimal("1.36"), "A bank", "https://example.org/rates"))
                        : Optional.empty());
        assertThat(dollars.unconverted())
                .singleElement()
                .satisfies(out -> assertThat(out.reason()).isEqualTo(Total.Reason.NO_RATE));
        assertThat(dollars.rates().values())
                .singleElement()
                .satisfies(rate -> assertThat(rate.currency()).isEqualTo("GBP"));
        assertThat(billions(dollars.terms(), Basis.HEADLINE, ClaimKind.SPEND)).isEqualTo(23.6);
    }

    @Test
    void a_part_of_a_part_is_met_once() {
        Term all = Owed.by("amazon").to("anthropic").invest(33).term();
        Term half = Owed.by("amazon")
                .to("anthropic")
                .invest(25)
                .link(TermLink.Kind.PART_OF, all)
                .term();
        Term first = Owed.by("amazon")
                .to("anthropic")
                .invest(5)
                .link(TermLink.Kind.PART_OF, half)
                .link(TermLink.Kind.PART_OF, all)
                .term();
        Term upTo = Owed.by("amazon")
                .to("anthropic")
                .invest(20)
                .link(TermLink.Kind.PART_OF, half)
                .link(TermLink.Kind.PART_OF, all)
                .term();
        Term before = Owed.by("amazon")
                .to("anthropic")
                .invest(8)
                .link(TermLink.Kind.PART_OF, all)
                .term();
        assertThat(billions(List.of(first, upTo, half, before, all), Basis.HEADLINE, ClaimKind.INVEST))
                .isEqualTo(33);
    }
}
