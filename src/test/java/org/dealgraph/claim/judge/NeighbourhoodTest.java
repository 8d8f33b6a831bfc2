package org.dealgraph.claim.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.Texts;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Candidates;
import org.dealgraph.claim.candidate.Feature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {

    private static final String SURE = "SPEND meta > coreweave";
    private static final double P = 0.9;
    private static final double OPEN = 0.05;

    private static List<List<Candidate>> anchors;
    private static Neighbourhood neighbourhood;

    @BeforeAll
    static void judge_the_first_amount_alone() {
        Path ingest = Path.of("ingest");
        ClaimReader reader = ClaimReader.untrained(ingest, Catalogue.load(ingest));
        String text =
                "Meta will pay CoreWeave $9 billion. Nvidia welcomed the $9 billion of Meta and CoreWeave, and $4 billion"
                        + " more.";
        anchors = Candidates.of(reader.scene(Texts.article(text)));
        double[][] first = anchors.stream()
                .map(list -> list.stream()
                        .mapToDouble(
                                c -> c.anchor().index() > 0 ? OPEN : c.triple().equals(SURE) ? P : 0)
                        .toArray())
                .toArray(double[][]::new);
        neighbourhood = new Neighbourhood(anchors, first);
    }

    @Test
    void the_same_amount_told_again_speaks_for_the_same_parties() {
        assertThat(number(1, SURE, Feature.AMOUNT_SAME)).isEqualTo(P);
        assertThat(number(1, SURE, Feature.AMOUNT_OTHER)).isZero();
    }

    @Test
    void the_same_amount_told_again_speaks_against_others() {
        assertThat(number(1, "SPEND nvidia > coreweave", Feature.AMOUNT_SAME)).isZero();
        assertThat(number(1, "SPEND nvidia > coreweave", Feature.AMOUNT_OTHER)).isEqualTo(P);
    }

    @Test
    void another_amount_of_the_same_parties_is_told_apart() {
        assertThat(number(2, SURE, Feature.AMOUNT_SAME)).isZero();
        assertThat(number(2, SURE, Feature.SAME_OTHER_AMOUNT)).isEqualTo(P);
    }

    private static double number(int anchor, String triple, Feature feature) {
        for (Map.Entry<Integer, double[]> row : neighbourhood.likely(anchor).entrySet()) {
            if (anchors.get(anchor).get(row.getKey()).triple().equals(triple)) {
                return row.getValue()[feature.ordinal()];
            }
        }
        throw new AssertionError("no candidate: " + triple);
    }
}
