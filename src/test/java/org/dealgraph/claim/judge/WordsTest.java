package org.dealgraph.claim.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Candidates;
import org.dealgraph.claim.candidate.Feature;
import org.dealgraph.claim.candidate.Place;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.model.Article;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Tier;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Path INGEST = Path.of("ingest");

    @Test
    void a_word_is_another_one_in_another_place_for_another_kind_or_in_another_order() {
        Set<Long> keys = new HashSet<>();
        for (Place place : Place.values()) {
            for (ClaimKind kind : ClaimKind.values()) {
                keys.add(Words.key(place, kind, "pay", "to"));
                keys.add(Words.key(place, kind, "to", "pay"));
                keys.add(Words.key(place, kind, "pay", ""));
            }
        }
        assertThat(keys).hasSize(Place.values().length * ClaimKind.values().length * 3);
    }

    @Test
    void what_words_say_is_summed_by_anchor_side_and_pair() {
        Words words = new Words(List.of(
                new Words.Entry(Place.VERB_BEFORE, ClaimKind.SPEND, "pay", "to", 0.5f),
                new Words.Entry(Place.FROM_INNER, ClaimKind.SPEND, "<", "have", 0.25f),
                new Words.Entry(Place.TO_INNER, ClaimKind.SPEND, "<", "$", 0.125f),
                new Words.Entry(Place.VERB_BEFORE, ClaimKind.INVEST, "pay", "to", -1f)));
        Scene scene = ClaimReader.untrained(INGEST, Catalogue.load(INGEST))
                .scene(article("Meta has agreed to pay CoreWeave $9 billion."));
        Candidate right = words.weigh(scene, Candidates.of(scene)).getFirst().stream()
                .filter(c -> c.kind() == ClaimKind.SPEND && c.pair().equals("meta > coreweave"))
                .findFirst()
                .orElseThrow();
        assertThat(right.row()[Feature.WORDS_ANCHOR.ordinal()]).isEqualTo(0.5, within(1e-6));
        assertThat(right.row()[Feature.WORDS_FROM.ordinal()]).isEqualTo(0.25, within(1e-6));
        assertThat(right.row()[Feature.WORDS.ordinal()])
                .isEqualTo(
                        0.75 + right.row()[Feature.WORDS_TO.ordinal()] + right.row()[Feature.WORDS_PAIR.ordinal()],
                        within(1e-6));
    }

    @Test
    void readings_that_the_words_rule_out_are_not_judged() {
        Words words = new Words(List.of(
                new Words.Entry(Place.OF_ANCHOR, ClaimKind.LEND, "MONEY", "", -5f),
                new Words.Entry(Place.OF_ANCHOR, ClaimKind.SPEND, "MONEY", "", 1f)));
        Scene scene = ClaimReader.untrained(INGEST, Catalogue.load(INGEST))
                .scene(article("Meta, Oracle, Google and Microsoft have agreed to pay CoreWeave $9 billion."));
        List<Candidate> all = Candidates.of(scene).getFirst();
        List<Candidate> judged = words.weigh(scene, List.of(all)).getFirst();
        assertThat(judged).hasSizeLessThan(all.size()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(judged).extracting(Candidate::kind).contains(ClaimKind.SPEND).doesNotContain(ClaimKind.LEND);
    }

    private static Article article(String text) {
        return new Article(
                "a-1", "file:a.txt", "files", null, Tier.BLOG, "", null, null, null, null, "en", text, null, null);
    }
}
