package org.dealgraph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.LedgerEntry;
import org.dealgraph.deal.Directory;
import org.dealgraph.graph.BlockedClaim;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.JudgementRepository;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.graph.Recording;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Moment;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was agreed, known and recorded by some dates stays what it was, whatever comes in, is retired or resolved anew. */
@ExtendWith(Neo4jTest.class)
class ThreeDatesTest {

    private static final int ENTRIES = 90;
    private static final int BATCHES = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void an_answer_at_given_dates_never_changes(long seed, GraphStore store) {
        wipe(store);
        Random random = new Random(seed);
        try (ApplicationContext context = RunningApplication.on(store)) {
            List<LedgerEntry> entries =
                    new ArrayList<>(context.getBean(Catalogue.class).ledger());
            Collections.shuffle(entries, random);
            Map<Moment, List<Deal>> answers = new LinkedHashMap<>();
            for (int i = 0; i < BATCHES; i++) {
                context.getBean(Intake.class)
                        .takeLedger(entries.subList(i * ENTRIES / BATCHES, (i + 1) * ENTRIES / BATCHES));
                disturb(store, context, random, i);
                Instant now = Instant.now();
                for (Moment moment : moments(random, now)) {
                    answers.put(moment, snapshots(store, context).at(moment).deals());
                }
            }
            assertThat(answers.values()).anySatisfy(deals -> assertThat(deals).hasSizeGreaterThan(20));
            answers.forEach((moment, before) -> assertThat(
                            snapshots(store, context).at(moment).deals())
                    .as("%s", moment)
                    .isEqualTo(before));
        }
    }

    @Test
    void what_was_recorded_by_an_instant_is_what_the_graph_held(GraphStore store) {
        wipe(store);
        try (ApplicationContext context = RunningApplication.on(store)) {
            List<LedgerEntry> entries = context.getBean(Catalogue.class).ledger();
            DealRepository deals = context.getBean(DealRepository.class);
            context.getBean(Intake.class).takeLedger(entries.subList(0, 40));
            Instant then = Instant.now();
            List<Deal> held = store.read(deals::listAll);
            context.getBean(Intake.class).takeLedger(entries.subList(40, 80));
            assertThat(store.<List<Deal>>read(deals::listAll)).isNotEqualTo(held);
            assertThat(snapshots(store, context)
                            .at(new Moment(null, null, then))
                            .deals())
                    .isEqualTo(held)
                    .isNotEmpty();
            assertThat(snapshots(store, context).at(Moment.NOW).deals()).isEqualTo(store.read(deals::listAll));
        }
    }

    @Test
    void as_of_a_day_there_is_only_what_was_agreed_by_then_and_had_not_ended(GraphStore store) {
        wipe(store);
        try (ApplicationContext context = RunningApplication.on(store)) {
            context.getBean(Intake.class)
                    .takeLedger(context.getBean(Catalogue.class).ledger());
            PartialDate day = PartialDate.parse("2025-06-30");
            List<Term> terms =
                    snapshots(store, context).at(new Moment(day, null, null)).terms();
            assertThat(terms).hasSizeGreaterThan(20).allSatisfy(term -> {
                assertThat(term.schedule().agreed()).isNotNull();
                assertThat(term.schedule().agreed().latest()).isBeforeOrEqualTo(day.latest());
                assertThat(term.stage()).matches(stage -> !stage.ended());
            });
            assertThat(snapshots(store, context).at(Moment.NOW).terms())
                    .anyMatch(term ->
                            term.stage() == Stage.REPLACED || term.stage().ended());
        }
    }

    private static List<Moment> moments(Random random, Instant now) {
        PartialDate known = PartialDate.parse("202" + (4 + random.nextInt(3)) + "-0" + (1 + random.nextInt(9)));
        PartialDate asOf = PartialDate.parse("2025-0" + (1 + random.nextInt(9)) + "-15");
        return List.of(
                new Moment(null, null, now),
                new Moment(null, known, now),
                new Moment(asOf, null, now),
                new Moment(asOf, known, now));
    }

    /** Retires, restores and resolves claims anew, as corrections and judgements do. */
    private static void disturb(GraphStore store, ApplicationContext context, Random random, int step) {
        ClaimRepository claims = context.getBean(ClaimRepository.class);
        store.run(tx -> {
            List<SourcedClaim> all = claims.listAt(tx, null, null);
            List<String> some = all.stream()
                    .filter(c -> random.nextInt(12) == 0)
                    .map(c -> c.claim().id())
                    .toList();
            Instant now = Instant.now();
            if (step % 2 == 0) {
                claims.retire(tx, some, "withdrawn", now);
                claims.restore(tx, some.subList(0, some.size() / 2), now.plusNanos(1_000));
            }
            SourcedClaim moved = all.get(random.nextInt(all.size()));
            claims.save(
                    tx,
                    List.of(new BlockedClaim(elsewhere(moved), java.util.Set.of("home"))),
                    new Recording("again", now.plusNanos(2_000)));
        });
    }

    private static SourcedClaim elsewhere(SourcedClaim c) {
        return new SourcedClaim(
                c.claim(),
                List.of("oracle"),
                c.to(),
                c.beneficiaries(),
                c.tier(),
                c.published(),
                c.publishedAssumed(),
                c.independence());
    }

    private static Snapshots snapshots(GraphStore store, ApplicationContext context) {
        return new Snapshots(
                store,
                context.getBean(DealRepository.class),
                context.getBean(ClaimRepository.class),
                context.getBean(JudgementRepository.class),
                context.getBean(RevisionRepository.class),
                context.getBean(Directory.class));
    }

    private static void wipe(GraphStore store) {
        try (var session = store.driver().session()) {
            session.run(
                            "MATCH (n) WHERE n:Article OR n:Claim OR n:ClaimState OR n:Deal OR n:Term OR n:Revision OR n:Block DETACH DELETE n")
                    .consume();
            session.run("MATCH (log:Log) SET log.last = 0").consume();
        }
    }
}
