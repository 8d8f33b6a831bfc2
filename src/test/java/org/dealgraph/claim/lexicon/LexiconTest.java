package org.dealgraph.claim.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.model.ClaimKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    private static final Lexicon LEXICON = Lexicon.load(Path.of("ingest"));

    @ParameterizedTest
    @CsvSource({
        "Meta will spend $3 billion., pay, ACTIVE",
        "The money was spent by Meta., pay, PASSIVE",
        "Nvidia has invested in Intel., invest, ACTIVE",
        "A contract signed by both., sign, PASSIVE",
        "It placed an order with Dell., purchase order, NOUN",
        "Meta bought chips., purchase, ACTIVE"
    })
    void tells_how_a_word_is_used(String text, String frame, Shape shape) {
        assertThat(LEXICON.triggers(Prose.of(text)))
                .filteredOn(t -> t.frame().name().equals(frame))
                .extracting(Trigger::shape)
                .containsExactly(shape);
    }

    @Test
    void a_passive_turns_the_places_round() {
        Trigger active = trigger("Meta will lend CoreWeave money.", "lend");
        Trigger passive = trigger("CoreWeave was lent money by Meta.", "lend");
        assertThat(active.from(Slot.SUBJECT, ClaimKind.LEND)).isTrue();
        assertThat(passive.from(Slot.SUBJECT, ClaimKind.LEND)).isFalse();
        assertThat(passive.to(Slot.SUBJECT, ClaimKind.LEND)).isTrue();
        assertThat(passive.from(Slot.BY, ClaimKind.LEND)).isTrue();
    }

    @Test
    void who_pays_is_who_is_supplied() {
        Trigger buys = trigger("Meta buys chips from Nvidia.", "purchase");
        assertThat(buys.from(Slot.SUBJECT, ClaimKind.SPEND)).isTrue();
        assertThat(buys.to(Slot.SUBJECT, ClaimKind.SUPPLY)).isTrue();
        assertThat(buys.from(Slot.FROM, ClaimKind.SUPPLY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Google declined to comment., false",
        "'Google, which owns a stake, declined to say more.', false",
        "Google declined the offer., true",
        "Google refused to sell., true"
    })
    void who_will_not_comment_refuses_nothing(String text, boolean refuses) {
        assertThat(Cues.load(Path.of("ingest"), "standing.yml").in(Prose.of(text)).stream()
                        .anyMatch(c -> c.name().equals("refused")))
                .isEqualTo(refuses);
    }

    @Test
    void understands_verbs_of_cues_in_every_form() {
        for (String text : List.of("They cancel it.", "It was cancelled.", "They are negotiating.", "He denied it.")) {
            assertThat(LEXICON.cues(Prose.of(text))).as(text).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "buy, buys, bought, bought, buying",
        "commit, commits, committed, committed, committing",
        "supply, supplies, supplied, supplied, supplying",
        "lease, leases, leased, leased, leasing",
        "award, awards, awarded, awarded, awarding"
    })
    void inflects(String plain, String third, String past, String participle, String ing) {
        assertThat(Inflection.of(plain)).isEqualTo(new Inflection(plain, third, past, participle, ing));
    }

    private static Trigger trigger(String text, String frame) {
        return LEXICON.triggers(Prose.of(text)).stream()
                .filter(t -> t.frame().name().equals(frame))
                .findFirst()
                .orElseThrow();
    }
}
