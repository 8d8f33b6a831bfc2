package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealgraph.deal.Told.in;

import java.util.List;
import java.util.stream.Stream;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Per;
import org.dealgraph.model.Right;
import org.dealgraph.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TitlesTest {

    private static final Told.Page PAGE = in("page", "2026-04-20");

    static Stream<Arguments> titles() {
        return Stream.of(
                Arguments.of(
                        PAGE.spend("anthropic", "aws", 100).atLeast().years(10),
                        "Anthropic commits more than $100 billion to AWS over 10 years"),
                Arguments.of(
                        PAGE.spend("anthropic", "spacex", 1.25).per(Per.MONTH),
                        "Anthropic commits $1.25 billion a month to Spacex"),
                Arguments.of(
                        PAGE.invest("nvidia", "openai", 100).upTo().stage(Stage.LETTER_OF_INTENT),
                        "NVIDIA invests up to $100 billion in OpenAI (letter of intent)"),
                Arguments.of(
                        PAGE.claim(ClaimKind.INVEST, "openai", "amd")
                                .units(160_000_000)
                                .upTo()
                                .instrument(Instrument.WARRANT),
                        "OpenAI holds a warrant for up to 160,000,000 shares in Amd"),
                Arguments.of(
                        PAGE.lend("nvidia", "coreweave", 6.3).instrument(Instrument.BACKSTOP),
                        "NVIDIA guarantees $6.3 billion of Coreweave"),
                Arguments.of(
                        PAGE.claim(ClaimKind.SUPPLY, "google+broadcom", "anthropic")
                                .units(1_000_000)
                                .product("TPU"),
                        "Google and Broadcom supply 1,000,000 units of TPU to Anthropic"),
                Arguments.of(PAGE.capacity("aws", "openai", 2000), "AWS provides 2 GW to OpenAI"),
                Arguments.of(
                        PAGE.build("amazon", 11).at("Rainier"), "Amazon spends $11 billion on construction at Rainier"),
                Arguments.of(
                        PAGE.right("openai", "microsoft", Right.IP_LICENSE), "OpenAI grants Microsoft an IP licence"),
                Arguments.of(
                        PAGE.spend("meta", "nebius", 15).fromBillions(12).currency("EUR"),
                        "Meta commits €12 billion to €15 billion to Nebius"));
    }

    @ParameterizedTest
    @MethodSource
    void titles(Told told, String title) {
        assertThat(new DealMaker(new Field()).deals(Told.claims(told)))
                .singleElement()
                .satisfies(deal -> assertThat(deal.title()).isEqualTo(title));
    }

    @Test
    void a_running_total_does_not_give_its_name_to_the_latest_addition() {
        assertThat(new DealMaker(new Field())
                        .deals(Told.claims(
                                in("a", "2025-11-03").spend("openai", "aws", 38),
                                in("b", "2026-02-27")
                                        .spend("openai", "aws", 100)
                                        .relation(AmountRelation.Kind.ADDITION),
                                in("b", "2026-02-27")
                                        .spend("openai", "aws", 138)
                                        .relation(AmountRelation.Kind.RUNNING_TOTAL))))
                .extracting(deal -> deal.title())
                .isEqualTo(List.of("OpenAI commits $38 billion to AWS", "OpenAI commits $100 billion to AWS"));
    }
}
