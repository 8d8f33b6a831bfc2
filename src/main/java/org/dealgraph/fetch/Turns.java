package org.dealgraph.fetch;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** One request to a host at a time, in the order of asking, with a pause between one's end and the next one's start. */
final class Turns {

    private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();

    /** Waits for the host's turn; the caller closes it when its request is done. */
    Turn take(String host) throws InterruptedException {
        Host state = hosts.computeIfAbsent(host, h -> new Host());
        state.lock.lockInterruptibly();
        try {
            long wait = state.next - System.nanoTime();
            if (state.used && wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            return new Turn(state);
        } catch (InterruptedException e) {
            state.lock.unlock();
            throw e;
        }
    }

    private static final class Host {
        private final ReentrantLock lock = new ReentrantLock(true);
        private long next;
        private boolean used;
    }

    /** The right to ask a host, held by one thread. */
    static final class Turn implements AutoCloseable {

        private final Host host;
        private Duration pause = Duration.ZERO;

        private Turn(Host host) {
            this.host = host;
        }

        /** How long the host is left alone after this turn. */
        void pause(Duration time) {
            pause = time;
        }

        @Override
        public void close() {
            host.next = System.nanoTime() + pause.toNanos();
            host.used = true;
            host.lock.unlock();
        }
    }
}
