package org.dealgraph.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A saved filter with a name, which feeds, the calendar, subscriptions, webhooks, briefings and mail can name instead of
 * saying it again. The filter is kept as it was asked and not as it was understood, so that it follows the registry:
 * a subsidiary that is added to a group later belongs to it.
 *
 * @param id stable, and fit for an address
 * @param name for people, one line, unlike that of every other watch
 * @param owner name of the key that added it
 * @param created when it was added
 * @param changed when it was last changed
 * @param filter the parameters of a feed, by name: "party" → "openai", "microsoft"; names and values are in order
 * @param mail when and to whom it is mailed, or null
 */
public record Watch(
        String id,
        String name,
        String owner,
        Instant created,
        Instant changed,
        Map<String, List<String>> filter,
        @Nullable Mail mail) {

    /** In an order of its own, so that equal filters are written the same. */
    public Watch {
        Map<String, List<String>> ordered = new TreeMap<>();
        filter.forEach((parameter, values) -> ordered.put(parameter, List.copyOf(values)));
        filter = Collections.unmodifiableMap(ordered);
    }

    /**
     * A mail schedule.
     *
     * @param cron five fields: minute, hour, day of the month, month, day of the week
     * @param zone name of the time zone in which they are read
     * @param to addresses
     */
    public record Mail(String cron, String zone, List<String> to) {

        public Mail {
            to = List.copyOf(to);
        }
    }

    /** The same with another mail schedule; null for none. */
    public Watch withMail(@Nullable Mail other, Instant now) {
        return new Watch(id, name, owner, created, now, filter, other);
    }
}
