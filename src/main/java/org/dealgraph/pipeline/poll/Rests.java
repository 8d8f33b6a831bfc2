package org.dealgraph.pipeline.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.dealgraph.fetch.Circuit;
import org.dealgraph.fetch.Outcome;
import org.dealgraph.fetch.Outcome.Failed;
import org.jspecify.annotations.Nullable;

/** Hosts of articles that are left alone for a while: they asked for it, or failed several times in a row. */
final class Rests {

    private static final int PATIENCE = 3;

    private final Map<String, Circuit> hosts = new HashMap<>();

    boolean allows(String host, Instant now) {
        Circuit circuit = hosts.get(host);
        return circuit == null || circuit.allows(now);
    }

    void note(String host, @Nullable Outcome outcome, Instant now, RandomGenerator random) {
        if (outcome instanceof Failed failed && concernsHost(failed)) {
            Circuit before = hosts.getOrDefault(host, Circuit.closed());
            Duration asked = failed.retryAfter();
            boolean rests = asked != null || before.failures() + 1 >= PATIENCE;
            hosts.put(host, rests ? before.after(failed, now, random) : new Circuit(before.failures() + 1, null));
        } else if (outcome != null) {
            hosts.remove(host);
        }
    }

    private static boolean concernsHost(Failed failed) {
        return switch (failed.reason()) {
            case UNKNOWN_HOST, CONNECTION, TLS, TIMEOUT, SERVER -> true;
            default -> false;
        };
    }
}
