package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dealgraph.model.SourcedClaim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Neo4jTest.class)
class StatusRepositoryTest {

    @Test
    void it_counts_what_was_saved(GraphStore store) {
        StatusRepository status = new StatusRepository(store.queries());
        SourcedClaim claim = Sample.spend("c-1", "a-1", "Acme", "Zeta", 1);
        StatusRepository.Status before = store.read(status::get);
        store.run(tx -> {
            new ArticleRepository(store.queries()).save(tx, Sample.article("a-1"), Sample.RECORDING);
            new ClaimRepository(store.queries()).save(tx, List.of(Sample.blocked(claim)), Sample.RECORDING);
            new DealRepository(store.queries()).replace(tx, List.of(), List.of(Sample.deal(claim, "2026-03-01")));
        });
        assertThat(before).isEqualTo(new StatusRepository.Status(0, 0, 0, 0, 0, 0));
        assertThat(store.<StatusRepository.Status>read(status::get))
                .isEqualTo(new StatusRepository.Status(2, 1, 1, 1, 1, 0));
    }
}
