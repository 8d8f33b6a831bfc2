package org.dealgraph.pipeline.poll;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Work waiting for hosts, a lane a host. Each host has one job under way at most, and hosts take turns, so that neither
 * one with much work nor one that answers slowly holds up the others. Not for use by several threads.
 */
final class Lanes<T> {

    private final Map<String, ArrayDeque<T>> lanes = new HashMap<>();
    private final ArrayDeque<String> ready = new ArrayDeque<>();
    private final Set<String> busy = new HashSet<>();
    private int waiting;

    /** Queues a job for a host. */
    void add(String host, T job) {
        lanes.computeIfAbsent(host, h -> {
                    if (!busy.contains(h)) {
                        ready.add(h);
                    }
                    return new ArrayDeque<>();
                })
                .add(job);
        waiting++;
    }

    /** A job whose host is free, if one waits and fewer than {@code most} hosts are busy; it makes its host busy. */
    java.util.Optional<Job<T>> next(int most) {
        if (ready.isEmpty() || busy.size() >= most) {
            return java.util.Optional.empty();
        }
        String host = ready.remove();
        ArrayDeque<T> lane = lanes.get(host);
        if (lane == null) {
            throw new IllegalStateException("could not find the lane of a host: " + host);
        }
        T job = lane.remove();
        if (lane.isEmpty()) {
            lanes.remove(host);
        }
        busy.add(host);
        waiting--;
        return java.util.Optional.of(new Job<>(host, job));
    }

    /** Says that a host's job is done; its next one queues up behind the other hosts. */
    void done(String host) {
        busy.remove(host);
        if (lanes.containsKey(host)) {
            ready.add(host);
        }
    }

    /** Takes out everything that still waits. */
    List<T> clear() {
        List<T> left = new ArrayList<>();
        lanes.values().forEach(left::addAll);
        lanes.clear();
        ready.clear();
        waiting = 0;
        return left;
    }

    int waiting() {
        return waiting;
    }

    int running() {
        return busy.size();
    }

    /** A job and the host that it keeps busy. */
    record Job<T>(String host, T work) {}
}
