package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Judgement.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Neo4jTest.class)
class JudgementRepositoryTest {

    private static final Judgement RULE = judgement("new:acme", "acme", Verdict.UNSURE, "rule", "2026-11-01T10:00:00Z");
    private static final Judgement PERSON =
            judgement("new:acme", "acme", Verdict.SAME, "editor", "2026-11-02T10:00:00.000000001Z");
    private static final Judgement OTHER =
            judgement("beta", "new:acme", Verdict.NOT_SAME, "editor", "2026-11-03T10:00:00Z");

    private final GraphStore store;
    private final JudgementRepository judgements;

    JudgementRepositoryTest(GraphStore store) {
        this.store = store;
        this.judgements = new JudgementRepository(store.queries());
    }

    @Test
    void every_one_is_kept_once_oldest_first_and_found_by_either_side_until_taken_back() {
        store.run(tx -> judgements.save(tx, List.of(PERSON, OTHER)));
        store.run(tx -> judgements.save(tx, List.of(RULE, PERSON)));
        assertThat(list()).containsExactly(RULE, PERSON, OTHER);
        assertThat(store.<List<Judgement>>read(tx -> judgements.listAbout(tx, "acme")))
                .containsExactly(RULE, PERSON);
        assertThat(store.<List<Judgement>>read(tx -> judgements.listAbout(tx, "new:acme")))
                .containsExactly(RULE, PERSON, OTHER);
        assertThat(store.<Boolean>write(tx -> judgements.delete(tx, PERSON))).isTrue();
        assertThat(store.<Boolean>write(tx -> judgements.delete(tx, PERSON))).isFalse();
        assertThat(list()).containsExactly(RULE, OTHER);
    }

    private List<Judgement> list() {
        return store.read(judgements::list);
    }

    private static Judgement judgement(String left, String right, Verdict verdict, String by, String at) {
        return new Judgement(left, right, verdict, by, Instant.parse(at));
    }
}
