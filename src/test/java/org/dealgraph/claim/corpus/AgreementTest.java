package org.dealgraph.claim.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.dealgraph.model.ClaimKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void companies_agree_by_alias_suffix_and_added_words() {
        CorpusClaim gold = money(ClaimKind.SPEND, List.of("OpenAI"), List.of("Amazon"), "38000000000");
        assertThat(Agreement.right(
                        money(ClaimKind.SPEND, List.of("OpenAI"), List.of("Amazon Web Services, Inc."), "38000000000"),
                        gold))
                .isTrue();
        assertThat(CorpusNames.agree(List.of("Ampere"), List.of("Ampere Computing")))
                .isTrue();
        assertThat(CorpusNames.agree(List.of("Meta"), List.of("Metal"))).isFalse();
    }

    @Test
    void direction_and_kind_must_agree() {
        CorpusClaim gold = money(ClaimKind.SPEND, List.of("OpenAI"), List.of("Amazon"), "38");
        assertThat(Agreement.right(money(ClaimKind.SPEND, List.of("Amazon"), List.of("OpenAI"), "38"), gold))
                .isFalse();
        assertThat(Agreement.right(money(ClaimKind.INVEST, List.of("OpenAI"), List.of("Amazon"), "38"), gold))
                .isFalse();
    }

    @Test
    void an_amount_may_be_one_per_cent_off() {
        CorpusClaim gold = money(ClaimKind.SPEND, List.of("A"), List.of("B"), "1000");
        assertThat(Agreement.right(money(ClaimKind.SPEND, List.of("A"), List.of("B"), "1009"), gold))
                .isTrue();
        assertThat(Agreement.right(money(ClaimKind.SPEND, List.of("A"), List.of("B"), "1020"), gold))
                .isFalse();
    }

    @Test
    void a_consortium_agrees_where_half_of_it_does() {
        List<String> gold = List.of("NVIDIA", "Amazon", "SoftBank");
        assertThat(CorpusNames.agree(List.of("Nvidia", "Amazon"), gold)).isTrue();
        assertThat(CorpusNames.agree(List.of("Nvidia"), gold)).isFalse();
    }

    @Test
    void each_gold_claim_is_used_once() {
        CorpusClaim claim = money(ClaimKind.SPEND, List.of("A"), List.of("B"), "10");
        Scores s = Scores.of(List.of(claim, claim), List.of(claim));
        assertThat(s.numbered()).isEqualTo(new Tally(1, 2, 1));
        assertThat(s.numbered().precision()).isEqualTo(0.5);
        assertThat(s.numbered().recall()).isEqualTo(1.0);
    }

    @Test
    void a_document_without_a_claim_is_quiet_only_where_nothing_is_read() {
        assertThat(Scores.of(List.of(), List.of()).quiet()).isEqualTo(new Tally(1, 0, 1));
        CorpusClaim claim = money(ClaimKind.SPEND, List.of("A"), List.of("B"), "10");
        assertThat(Scores.of(List.of(claim), List.of()).quiet()).isEqualTo(new Tally(0, 0, 1));
    }

    private static CorpusClaim money(ClaimKind kind, List<String> from, List<String> to, @Nullable String amount) {
        CorpusClaim.Sum sum = amount == null ? null : new CorpusClaim.Sum(new BigDecimal(amount), "USD", "EXACT");
        return new CorpusClaim(
                kind, from, to, sum, null, null, null, null, null, null, null, null, "ANNOUNCED", null, true, "");
    }
}
