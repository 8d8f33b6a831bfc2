package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dealgraph.model.Revision;
import org.dealgraph.model.SourcedClaim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Neo4jTest.class)
class DumpRepositoryTest {

    private static final List<SourcedClaim> CLAIMS = List.of(
            Sample.spend("c-1", "a-1", "Acme Inc", "Zeta", "new:acme", "zeta", 1),
            Sample.spend("c-2", "a-2", "ACME", "Zeta", "new:acme", "zeta", 2));

    private final GraphStore store;
    private final DumpRepository dumps;

    DumpRepositoryTest(GraphStore store) {
        this.store = store;
        this.dumps = new DumpRepository(store.queries());
    }

    @BeforeEach
    void wipe() {
        store.run(tx -> tx.run("MATCH (n) WHERE NOT n:Log DETACH DELETE n").consume());
    }

    @Test
    void the_same_content_gives_the_same_lines_whatever_its_order_and_time() {
        fill(CLAIMS, new Recording("run-1", Instant.parse("2026-11-01T10:00:00Z")));
        List<String> first = dump();
        wipe();
        assertThat(dump()).isEmpty();
        fill(CLAIMS.reversed(), new Recording("run-2", Instant.parse("2027-01-01T10:00:00Z")));
        fill(CLAIMS, new Recording("run-3", Instant.parse("2027-01-01T10:00:00Z")));
        assertThat(dump()).isEqualTo(first);
        assertThat(first).hasSize(8).noneMatch(line -> line.contains("run-") || line.contains("\n"));
        assertThat(first.get(0)).startsWith("{\"organization\":{").contains("\"id\":\"new:acme\"", "\"name\":\"ACME\"");
        assertThat(first.get(2)).startsWith("{\"article\":{").contains("\"text\":\"Words of a-1");
        assertThat(first.get(4)).startsWith("{\"claim\":{").contains("\"id\":\"c-1\"");
        assertThat(first.get(7)).startsWith("{\"deal\":{").contains("\"id\":\"c-2\"");
    }

    @Test
    void a_retired_claim_is_marked_and_revisions_are_dumped_apart() {
        fill(CLAIMS, Sample.RECORDING);
        store.run(tx -> {
            new ClaimRepository(store.queries()).retire(tx, List.of("c-2"), "withdrawn", Sample.RECORDING.at());
            new RevisionRepository(store.queries())
                    .append(
                            tx,
                            List.of(new Revision(
                                    0,
                                    "c-1",
                                    Revision.Kind.ADDED,
                                    Revision.Cause.NEWS,
                                    Sample.RECORDING.at(),
                                    null,
                                    "{}",
                                    List.of("c-1"))));
        });
        assertThat(dump())
                .filteredOn(line -> line.endsWith(",\"retired\":true}"))
                .hasSize(1);
        assertThat(dump()).noneMatch(line -> line.startsWith("{\"revision\""));
        List<String> log = new ArrayList<>();
        store.<Boolean>read(tx -> {
            dumps.streamRevisions(tx, log::add);
            return true;
        });
        assertThat(log).hasSize(1);
        assertThat(log.getFirst()).startsWith("{\"revision\":{").contains("\"recordedAt\":\"2026-11-01T10:00:00Z\"");
    }

    private void fill(List<SourcedClaim> claims, Recording recording) {
        for (SourcedClaim claim : claims) {
            store.run(tx -> {
                new ArticleRepository(store.queries())
                        .save(tx, Sample.article(claim.claim().article()), recording);
                new ClaimRepository(store.queries()).save(tx, List.of(Sample.blocked(claim, "k-1")), recording);
                new DealRepository(store.queries()).replace(tx, List.of(), List.of(Sample.deal(claim, "2026-03-01")));
            });
        }
    }

    private List<String> dump() {
        return store.read(tx -> {
            List<String> lines = new ArrayList<>();
            dumps.stream(tx, lines::add);
            return lines;
        });
    }
}
