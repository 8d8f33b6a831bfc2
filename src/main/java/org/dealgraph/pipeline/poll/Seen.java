package org.dealgraph.pipeline.poll;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.model.FeedEntry;

/**
 * The entries that a source has shown, and in which form each was read, so that what is new or changed can be told.
 *
 * <p>An entry's form is its title with its date of change, or with its words where it has none. A changed entry is read
 * again, but not more often than every few hours and not without end: some feeds count comments in their words.
 */
final class Seen {

    private static final int MOST = 1_000;
    private static final int MOST_READINGS = 6;
    private static final Duration BETWEEN_READINGS = Duration.ofHours(3);
    private static final int HASH = 16;

    private final Map<String, Mark> marks = new LinkedHashMap<>();

    /** One entry: the form that was read last, when, and how often it was read. */
    private record Mark(String form, long minute, int readings) {}

    static Seen of(Collection<String> lines) {
        Seen seen = new Seen();
        for (String line : lines) {
            String[] parts = line.split(" ");
            seen.marks.put(parts[0], new Mark(parts[1], Long.parseLong(parts[2]), Integer.parseInt(parts[3])));
        }
        return seen;
    }

    List<String> lines() {
        return marks.entrySet().stream()
                .map(e -> "%s %s %d %d"
                        .formatted(
                                e.getKey(),
                                e.getValue().form(),
                                e.getValue().minute(),
                                e.getValue().readings()))
                .toList();
    }

    boolean isNew(FeedEntry entry) {
        return !marks.containsKey(hash(entry.id()));
    }

    /** Whether an entry is new, or has changed and may be read again. */
    boolean wantsReading(FeedEntry entry, Instant now) {
        Mark mark = marks.get(hash(entry.id()));
        return mark == null
                || !mark.form().equals(form(entry))
                        && mark.readings() < MOST_READINGS
                        && !now.isBefore(
                                Instant.ofEpochSecond(60 * mark.minute()).plus(BETWEEN_READINGS));
    }

    /** Notes that an entry was read as it is. */
    void mark(FeedEntry entry, Instant now) {
        String id = hash(entry.id());
        Mark before = marks.remove(id);
        marks.put(id, new Mark(form(entry), now.getEpochSecond() / 60, before == null ? 1 : before.readings() + 1));
    }

    /** Keeps what the source still shows, and of the rest what was read last. */
    boolean trim(Collection<FeedEntry> shown) {
        if (marks.size() <= MOST) {
            return false;
        }
        var present = shown.stream().map(e -> hash(e.id())).collect(java.util.stream.Collectors.toSet());
        Iterator<String> oldest = marks.keySet().iterator();
        boolean trimmed = false;
        while (marks.size() > MOST && oldest.hasNext()) {
            if (!present.contains(oldest.next())) {
                oldest.remove();
                trimmed = true;
            }
        }
        return trimmed;
    }

    int size() {
        return marks.size();
    }

    private static String form(FeedEntry entry) {
        return hash(entry.title() + "\n" + (entry.updated() != null ? entry.updated() : entry.html()));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("could not hash: SHA-256 is missing", e);
        }
    }
}
