package org.dealgraph.output;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dealgraph.api.DealQuestion;
import org.dealgraph.api.Filters;
import org.dealgraph.event.DealEvent;
import org.dealgraph.event.EventFilter;
import org.dealgraph.event.EventHistory;
import org.dealgraph.event.EventHistory.Step;
import org.dealgraph.model.Watch;
import org.dealgraph.pipeline.WatchBook;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the log into documents. An archive holds the matches among one full block of revision numbers, so that its entries
 * never change; the latest document holds every match since the last full block, and more where those are few.
 */
@Singleton
final class FeedPages {

    /** Numbers in a block, and so the most entries of an archive. */
    static final int BLOCK = 100;

    private static final int FEWEST = 50;
    private static final int STEP = 200;

    /** How many revisions of the right kinds and causes are looked at for one document. */
    private static final int MOST = 4_000;

    private final EventHistory history;
    private final Filters filters;
    private final Entries entries;
    private final WatchBook watches;

    FeedPages(EventHistory history, Filters filters, Entries entries, WatchBook watches) {
        this.history = history;
        this.filters = filters;
        this.entries = entries;
        this.watches = watches;
    }

    /** Thrown where a feed of a watch is asked for that is not there. */
    static final class NoWatch extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The document that is asked for; empty for an archive that is not there yet. */
    Optional<FeedPage> find(FeedQuery query, String base) {
        EventFilter filter = filter(query);
        Long archive = query.archive();
        long full = history.last() / BLOCK;
        if (archive == null) {
            return Optional.of(latest(query, filter, base, full * BLOCK));
        }
        return archive < full ? Optional.of(archive(query, filter, base, archive, full)) : Optional.empty();
    }

    /** The entry of a revision. */
    Optional<Entry> find(long number) {
        return history.find(number).map(event -> entries.of(List.of(event)).getFirst());
    }

    /** At most {@code first} of the latest matches. */
    List<DealEvent> latest(FeedQuery query, int first) {
        Walk walk = new Walk(filter(query), Long.MAX_VALUE);
        while (walk.events.size() < first && walk.goesOn()) {
            walk.step();
        }
        return walk.events.stream().limit(first).toList();
    }

    /** At most {@code first} of the matches with numbers above {@code after} and up to {@code until}, latest first. */
    List<DealEvent> between(FeedQuery query, long after, long until, int first) {
        Walk walk = new Walk(filter(query), until + 1);
        while (walk.goesOn() && walk.reached > after + 1 && walk.events.size() < first) {
            walk.step();
        }
        return walk.events.stream()
                .filter(event -> event.number() > after)
                .limit(first)
                .toList();
    }

    /** What is asked for in words: the name of the watch, and what else there is. */
    String words(FeedQuery query) {
        String words = query.question().words();
        if (query.watch() == null) {
            return words;
        }
        String name = watch(query.watch()).name();
        return words.isEmpty() ? name : name + "; " + words;
    }

    EventFilter filter(FeedQuery query) {
        DealQuestion question = query.question();
        return filters.events(
                query.watch() == null
                        ? question
                        : new DealQuestion(watch(query.watch()).filter()).and(question));
    }

    private Watch watch(String id) {
        return watches.find(id).orElseThrow(NoWatch::new);
    }

    private FeedPage latest(FeedQuery query, EventFilter filter, String base, long archived) {
        Walk walk = new Walk(filter, Long.MAX_VALUE);
        while (walk.goesOn() && (walk.events.size() < FEWEST || walk.reached > archived + 1)) {
            walk.step();
        }
        long lowest = walk.reached;
        if (walk.events.size() > FEWEST) {
            lowest = Math.min(archived + 1, walk.events.get(FEWEST - 1).number());
        }
        long from = lowest;
        List<DealEvent> shown =
                walk.events.stream().filter(e -> e.number() >= from).toList();
        return new FeedPage(base, query, words(query), previous(walk, from), null, entries.of(shown));
    }

    private FeedPage archive(FeedQuery query, EventFilter filter, String base, long archive, long full) {
        long from = archive * BLOCK + 1;
        Walk walk = new Walk(filter, from + BLOCK);
        while (walk.goesOn() && walk.reached > from) {
            walk.step();
        }
        List<DealEvent> shown =
                walk.events.stream().filter(e -> e.number() >= from).toList();
        Long next = archive + 1 < full ? Long.valueOf(archive + 1) : null;
        return new FeedPage(base, query, words(query), previous(walk, from), next, entries.of(shown));
    }

    /** The block of the first match below a number, or of where the search for one was given up; null at the beginning. */
    private static @Nullable Long previous(Walk walk, long below) {
        Optional<DealEvent> found = walk.below(below);
        while (found.isEmpty() && walk.goesOn()) {
            walk.step();
            found = walk.below(below);
        }
        if (found.isPresent()) {
            return (found.get().number() - 1) / BLOCK;
        }
        return walk.reached <= 1 ? null : Long.valueOf((Math.min(walk.reached, below) - 2) / BLOCK);
    }

    /** A way back through the log. */
    private final class Walk {

        private final EventFilter filter;
        private final List<DealEvent> events = new ArrayList<>();
        private long reached;
        private int looked;

        Walk(EventFilter filter, long start) {
            this.filter = filter;
            this.reached = start;
        }

        boolean goesOn() {
            return reached > 1 && looked < MOST;
        }

        void step() {
            Step step = history.before(filter, reached, STEP);
            events.addAll(step.events());
            reached = step.reached();
            looked += STEP;
        }

        Optional<DealEvent> below(long number) {
            return events.stream().filter(e -> e.number() < number).findFirst();
        }
    }
}
