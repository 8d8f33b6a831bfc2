package org.dealgraph.pipeline.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.dealgraph.fetch.Circuit;
import org.dealgraph.fetch.Conditions;
import org.dealgraph.fetch.Outcome;
import org.dealgraph.graph.SourceRepository.Standing;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.Source;
import org.dealgraph.model.SourceState;
import org.jspecify.annotations.Nullable;

/**
 * A source under watch: what is kept of it, and the poll that is under way. Held by the run's own thread.
 *
 * <p>A poll ends when all its entries were read or given up for now. Only then is the feed's ETag kept: a poll that was cut
 * short is made again in full.
 */
final class Watched {

    private static final int MOST_TRIES = 5;
    private static final int FORGET_MOVE = 4;
    private static final int LONGEST_FAULT = 300;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    private final Source source;
    private final Seen seen;
    private final Map<String, Integer> tries = new HashMap<>();
    private SourceState state;
    private boolean seenChanged;
    private int incomplete;
    private @Nullable Poll poll;

    /** The poll under way. */
    private static final class Poll {
        private final Outcome outcome;
        private final @Nullable Conditions conditions;
        private final boolean whole;
        private final int fresh;
        private final List<FeedEntry> shown;
        private final Set<String> open = new HashSet<>();
        private int read;
        private boolean again;
        private @Nullable String fault;

        Poll(
                Outcome outcome,
                @Nullable Conditions conditions,
                boolean whole,
                int fresh,
                List<FeedEntry> shown,
                @Nullable String fault) {
            this.outcome = outcome;
            this.conditions = conditions;
            this.whole = whole;
            this.fresh = fresh;
            this.shown = shown;
            this.fault = fault;
        }
    }

    Watched(Source source, SourceState state, Seen seen) {
        this.source = source;
        this.state = state;
        this.seen = seen;
    }

    Source source() {
        return source;
    }

    SourceState state() {
        return state;
    }

    Instant due() {
        return state.due();
    }

    /** Where it is asked now. */
    String address() {
        return state.moved() != null && state.address().equals(source.address()) ? state.moved() : source.address();
    }

    Conditions conditions() {
        return state.address().equals(source.address())
                ? new Conditions(state.etag(), state.lastModified())
                : Conditions.none();
    }

    /** Begins with what the source shows; answers with the entries to read, the newest first. */
    List<FeedEntry> begin(Listing listing, Instant now, int most) {
        switch (listing) {
            case Listing.Nothing nothing ->
                poll = new Poll(nothing.outcome(), null, false, 0, List.of(), nothing.why());
            case Listing.Unchanged same -> {
                moved(same.moved());
                poll = new Poll(same.outcome(), conditions(), true, 0, List.of(), null);
            }
            case Listing.Shown shown -> {
                moved(shown.moved());
                return begin(shown, now, most);
            }
        }
        return List.of();
    }

    private List<FeedEntry> begin(Listing.Shown shown, Instant now, int most) {
        int fresh = (int) shown.entries().stream().filter(seen::isNew).count();
        List<FeedEntry> wanted = new ArrayList<>();
        for (FeedEntry entry : shown.entries()) {
            if (!seen.wantsReading(entry, now)) {
                continue;
            }
            if (source.wants(entry)) {
                wanted.add(entry);
            } else {
                mark(entry, now);
            }
        }
        wanted.sort(Comparator.comparing(FeedEntry::published, Comparator.nullsLast(Comparator.reverseOrder())));
        List<FeedEntry> first = List.copyOf(wanted.subList(0, Math.min(most, wanted.size())));
        Poll begun = new Poll(
                shown.outcome(), shown.conditions(), first.size() == wanted.size(), fresh, shown.entries(), null);
        first.forEach(entry -> begun.open.add(entry.id()));
        poll = begun;
        return first;
    }

    boolean isLastTry(FeedEntry entry) {
        return tries.getOrDefault(entry.id(), 0) >= MOST_TRIES - 1;
    }

    /** Takes in what came of an entry. */
    void read(FeedEntry entry, Gathered gathered, boolean taken, Instant now) {
        Poll current = current();
        current.open.remove(entry.id());
        current.read++;
        if (gathered.fault() != null) {
            current.fault = gathered.fault();
        }
        if (gathered.again() && tries.merge(entry.id(), 1, Integer::sum) < MOST_TRIES) {
            current.again = true;
            return;
        }
        tries.remove(entry.id());
        mark(entry, now);
        if (taken) {
            state = state.plusArticles(1);
        }
    }

    /** Leaves an entry for another poll, as it was not its own fault that it was not read. */
    void postpone(FeedEntry entry) {
        Poll current = current();
        current.open.remove(entry.id());
        current.again = true;
    }

    boolean isDone() {
        return poll != null && poll.open.isEmpty();
    }

    /** Ends the poll and says when the next one is due. */
    void end(Rhythm rhythm, RandomGenerator random, Instant now) {
        Poll ended = current();
        poll = null;
        boolean answered = ended.conditions != null;
        Circuit circuit = new Circuit(state.failures(), null).after(ended.outcome, now, random);
        boolean complete = answered && ended.whole && !ended.again;
        Duration every = answered ? rhythm.after(source, state.every(), ended.fresh > 0) : state.every();
        Instant due = circuit.until() != null ? later(circuit.until(), ended.outcome, now) : rhythm.due(now, every);
        if (answered && !complete) {
            due = earlier(due, now.plus(SOON.multipliedBy(1L << incomplete)));
        }
        incomplete = ended.again ? Math.min(incomplete + 1, MOST_DOUBLINGS) : 0;
        seenChanged |= seen.trim(ended.shown);
        Conditions keep = complete ? Objects.requireNonNull(ended.conditions) : Conditions.none();
        boolean lost = circuit.failures() >= FORGET_MOVE;
        state = new SourceState(
                source.id(),
                source.address(),
                lost ? null : state.moved(),
                answered ? keep.etag() : state.etag(),
                answered ? keep.lastModified() : state.lastModified(),
                every,
                state.since(),
                due,
                circuit.failures(),
                now,
                answered ? now : state.answered(),
                ended.fresh > 0 ? now : state.brought(),
                answered ? ended.fresh : state.entries(),
                state.articles(),
                cut(fault(ended, answered)),
                state.silentSince());
        if (complete) {
            tries.clear();
        }
    }

    /** Notes whether it is silent; true where that has changed. */
    boolean listen(Instant now) {
        boolean silent = Rhythm.isSilent(source, state, now);
        boolean changed = silent != (state.silentSince() != null);
        if (changed) {
            state = state.silent(silent ? now : null);
        }
        return changed;
    }

    /** What to save, and that it was handed out. */
    Standing standing() {
        boolean changed = seenChanged;
        seenChanged = false;
        return new Standing(state, changed ? seen.lines() : null);
    }

    private void mark(FeedEntry entry, Instant now) {
        seen.mark(entry, now);
        seenChanged = true;
    }

    /** What went wrong with an entry stands in the log until entries are read again. */
    private @Nullable String fault(Poll ended, boolean answered) {
        boolean readNothing = answered && ended.fault == null && ended.read == 0;
        return readNothing && state.failures() == 0 ? state.fault() : ended.fault;
    }

    /** What is refused or gone is not asked for more often than the source is polled. */
    private Instant later(Instant until, Outcome outcome, Instant now) {
        boolean lasting = outcome instanceof Outcome.Refused
                || outcome instanceof Outcome.Failed failed && failed.reason() == Outcome.Failure.NOT_THERE;
        Instant regular = now.plus(state.every());
        return lasting && regular.isAfter(until) ? regular : until;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private void moved(@Nullable String to) {
        if (to != null && !to.equals(source.address())) {
            state = state.movedTo(to);
        }
    }

    private Poll current() {
        if (poll == null) {
            throw new IllegalStateException("could not find the poll of a source: " + source.id());
        }
        return poll;
    }

    private static @Nullable String cut(@Nullable String fault) {
        return fault == null || fault.length() <= LONGEST_FAULT ? fault : fault.substring(0, LONGEST_FAULT);
    }
}
