package org.dealgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.dealgraph.api.IntakeKey;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Json;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Revision;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Listening to the log, also on two servers at once. */
@ExtendWith(Neo4jTest.class)
class EventFeedTest {

    private static final int BUFFER = 5;
    private static ApplicationContext one;
    private static ApplicationContext other;
    private static ApplicationContext strict;

    private final GraphStore store;
    private final RevisionRepository revisions;
    private long start;

    EventFeedTest(GraphStore store) {
        this.store = store;
        this.revisions = new RevisionRepository(store.queries());
    }

    @BeforeAll
    static void start(GraphStore store) {
        one = RunningApplication.on(
                store,
                (IntakeKey) () -> "none",
                new EventSettings(Duration.ofMillis(5), BUFFER, Duration.ofSeconds(30)));
        other = RunningApplication.on(store, (IntakeKey) () -> "none");
        strict = RunningApplication.on(
                store, (IntakeKey) () -> "none", new EventSettings(Duration.ofMillis(5), BUFFER, Duration.ofNanos(1)));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        strict.close();
    }

    @BeforeEach
    void begin() {
        start = store.<Long>read(revisions::last);
    }

    @Test
    void old_and_new_events_come_once_and_in_order_on_two_servers() {
        append(200);
        Collected here = listen(one, EventFilter.all(), start, 300);
        Collected there = listen(other, EventFilter.all(), start, 300);
        for (int i = 0; i < 100; i++) {
            append(1);
        }
        assertThat(here.end()).isEqualTo(EventReceiver.End.COMPLETE);
        assertThat(there.end()).isEqualTo(EventReceiver.End.COMPLETE);
        List<Long> all = LongStream.rangeClosed(start + 1, start + 300).boxed().toList();
        assertThat(here.numbers()).isEqualTo(all);
        assertThat(there.numbers()).isEqualTo(all);
    }

    @Test
    void who_leaves_and_comes_back_with_the_cursor_misses_nothing() {
        append(150);
        Collected first = listen(one, EventFilter.all(), start, 70);
        assertThat(first.end()).isEqualTo(EventReceiver.End.COMPLETE);
        Collected second = listen(other, EventFilter.all(), first.cursor(), 80);
        assertThat(second.end()).isEqualTo(EventReceiver.End.COMPLETE);
        assertThat(first.numbers()).hasSize(70).last().isEqualTo(start + 70);
        assertThat(second.numbers()).hasSize(80).first().isEqualTo(start + 71);
    }

    @Test
    void only_what_matches_is_delivered_retractions_included() {
        Revision.Kind[] kinds = {Revision.Kind.ADDED, Revision.Kind.DISPUTED, Revision.Kind.RETRACTED};
        for (Revision.Kind kind : kinds) {
            store.run(tx -> revisions.append(tx, List.of(change("a-lab", kind), change("a-cloud", kind))));
        }
        Collected lab = listen(one, new EventFilter(DealFilter.ofParties(List.of("a-lab")), null, null), start, 3);
        Collected retracted = listen(
                one,
                new EventFilter(DealFilter.all(), Set.of(Revision.Kind.RETRACTED), Set.of(Revision.Cause.NEWS)),
                start,
                2);
        assertThat(lab.end()).isEqualTo(EventReceiver.End.COMPLETE);
        assertThat(retracted.end()).isEqualTo(EventReceiver.End.COMPLETE);
        assertThat(lab.numbers()).containsExactly(start + 1, start + 3, start + 5);
        assertThat(retracted.numbers()).containsExactly(start + 5, start + 6);
    }

    @Test
    void who_does_not_take_events_is_dropped_and_told_where_to_go_on() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<String> told = new CompletableFuture<>();
        EventFeed feed = strict.getBean(EventFeed.class);
        feed.subscribe(new EventQuery(EventFilter.all(), start, Long.MAX_VALUE), new EventReceiver() {
            @Override
            public void take(DealEvent event) throws InterruptedException {
                if (event.number() > start + 1) {
                    stuck.countDown();
                    never.await();
                }
            }

            @Override
            public void end(End end, long cursor) {
                told.complete(end + " " + (cursor - start));
            }
        });
        Collected quick = listen(one, EventFilter.all(), start, 2 + BUFFER * 2);
        while (feed.listeners() < 1) {
            Thread.onSpinWait();
        }
        append(1);
        append(1);
        assertThat(stuck.await(30, TimeUnit.SECONDS)).isTrue();
        append(BUFFER + 2);
        append(BUFFER - 2);
        assertThat(told.get(30, TimeUnit.SECONDS)).isEqualTo("TOO_SLOW 1");
        assertThat(quick.end()).isEqualTo(EventReceiver.End.COMPLETE);
    }

    @Test
    void how_far_a_listener_has_come_counts_what_was_not_for_it_and_nothing_that_it_still_takes() throws Exception {
        CountDownLatch took = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        EventFeed feed = one.getBean(EventFeed.class);
        EventFilter labs = new EventFilter(DealFilter.ofParties(List.of("a-lab")), null, null);
        EventSubscription lab = feed.subscribe(new EventQuery(labs, start, Long.MAX_VALUE), new EventReceiver() {
            @Override
            public void take(DealEvent event) throws InterruptedException {
                took.countDown();
                taken.await();
            }

            @Override
            public void end(End end, long cursor) {
                took.countDown();
            }
        });
        store.run(tx -> revisions.append(
                tx,
                List.of(
                        change("a-lab", Revision.Kind.ADDED),
                        change("a-cloud", Revision.Kind.ADDED),
                        change("a-cloud", Revision.Kind.AMENDED))));
        took.await();
        assertThat(listen(one, EventFilter.all(), start, 3).end()).isEqualTo(EventReceiver.End.COMPLETE);
        assertThat(lab.reached()).isEqualTo(start);
        taken.countDown();
        while (lab.reached() < start + 3) {
            Thread.onSpinWait();
        }
        assertThat(lab.reached()).isEqualTo(start + 3);
        lab.cancel();
    }

    private void append(int count) {
        store.run(tx -> revisions.append(
                tx,
                java.util.stream.IntStream.range(0, count)
                        .mapToObj(i -> change("a-lab", Revision.Kind.AMENDED))
                        .toList()));
    }

    private static Collected listen(ApplicationContext server, EventFilter filter, long after, long first) {
        Collected collected = new Collected();
        server.getBean(EventFeed.class).subscribe(new EventQuery(filter, after, first), collected);
        return collected;
    }

    private static Revision change(String party, Revision.Kind kind) {
        Deal deal = Events.deal(party);
        return new Revision(
                0,
                deal.id(),
                kind,
                Revision.Cause.NEWS,
                Instant.parse("2026-11-01T10:00:00Z"),
                kind == Revision.Kind.ADDED ? null : Json.write(deal),
                kind == Revision.Kind.RETRACTED ? null : Json.write(deal),
                List.of("c-1"));
    }

    /** Keeps what it hears. */
    private static final class Collected implements EventReceiver {

        private final List<Long> numbers = new ArrayList<>();
        private final CompletableFuture<Map.Entry<End, Long>> ended = new CompletableFuture<>();

        @Override
        public void take(DealEvent event) {
            numbers.add(event.number());
        }

        @Override
        public void end(End end, long cursor) {
            ended.complete(Map.entry(end, cursor));
        }

        private End end() {
            return ended.orTimeout(60, TimeUnit.SECONDS).join().getKey();
        }

        private long cursor() {
            return ended.join().getValue();
        }

        private List<Long> numbers() {
            return numbers;
        }
    }
}
