package org.dealgraph.fetch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.fetch.Outcome.Failed;
import org.dealgraph.fetch.Outcome.Failure;
import org.dealgraph.fetch.Outcome.Fetched;

/**
 * The robots.txt of each site, kept for a day. A site without one allows everything (RFC 9309, 2.3.1.3); one whose server
 * fails forbids everything until it recovers (2.3.1.4), which is asked again soon.
 */
final class RobotsFiles {

    private static final long KEEP = Duration.ofHours(24).toNanos();
    private static final long KEEP_FAULT = Duration.ofMinutes(10).toNanos();
    private static final int MOST = 10_000;

    private final Map<String, Kept> byOrigin = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Kept(Answer answer, long until) {}

    /** What is known of a site's rules. */
    sealed interface Answer {}

    record Rules(Robots robots) implements Answer {}

    /** The site cannot be reached: the page would fail in the same way. */
    record Unreachable(Outcome outcome) implements Answer {}

    /** The rules of a site, where they are known and not too old. */
    Optional<Answer> find(String origin) {
        synchronized (byOrigin) {
            Kept kept = byOrigin.get(origin);
            return kept == null || kept.until() - System.nanoTime() < 0 ? Optional.empty() : Optional.of(kept.answer());
        }
    }

    /** Takes in what came of asking a site for its rules. */
    Answer keep(String origin, Outcome outcome) {
        Answer answer = read(outcome);
        if (answer instanceof Rules rules) {
            long keep = rules.robots() == CLOSED ? KEEP_FAULT : KEEP;
            synchronized (byOrigin) {
                byOrigin.put(origin, new Kept(answer, System.nanoTime() + keep));
            }
        }
        return answer;
    }

    private static final Robots CLOSED = Robots.forbiddingAll();

    private static Answer read(Outcome outcome) {
        return switch (outcome) {
            case Fetched fetched -> new Rules(Robots.parse(fetched.body()));
            case Failed failed
            when failed.reason() == Failure.NOT_THERE || failed.reason() == Failure.REDIRECTS ->
                new Rules(Robots.allowingAll());
            case Failed failed when failed.reason() == Failure.TOO_LARGE -> new Rules(Robots.allowingAll());
            case Failed failed when failed.reason() == Failure.SERVER -> new Rules(CLOSED);
            default -> new Unreachable(outcome);
        };
    }
}
