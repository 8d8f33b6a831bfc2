package org.dealgraph.event;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.dealgraph.graph.Json;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Revision;
import org.jspecify.annotations.Nullable;

/**
 * One revision with the deals that it speaks of, read once for all who listen.
 *
 * @param revision the entry of the log
 * @param before the deal before; null where it is new
 * @param after the deal after; null where it is gone
 */
public record DealEvent(
        Revision revision, @Nullable Deal before, @Nullable Deal after) {

    /** A revision with its deals read. */
    public static DealEvent of(Revision revision) {
        Deal before = read(revision.before());
        return new DealEvent(
                revision,
                before,
                Objects.equals(revision.before(), revision.after()) ? before : read(revision.after()));
    }

    /** The cursor: listening after it goes on with the next one. */
    public long number() {
        return revision.number();
    }

    /** Everyone who takes part, before or after. */
    Set<String> parties() {
        Set<String> parties = new TreeSet<>();
        if (before != null) {
            parties.addAll(before.parties());
        }
        if (after != null) {
            parties.addAll(after.parties());
        }
        return parties;
    }

    private static @Nullable Deal read(@Nullable String body) {
        return body == null ? null : Json.read(body, Deal.class);
    }
}
