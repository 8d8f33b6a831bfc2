package org.dealgraph.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands: all that a run must know to go on where the one before it stopped, and the run's log for it.
 *
 * @param source its id
 * @param address where it was asked the last time by its file
 * @param moved where that address has moved to for good, or null
 * @param etag of the last answer that was taken in whole, or null
 * @param lastModified of the last answer that was taken in whole, or null
 * @param every how often it is asked now
 * @param since when it was first asked
 * @param due when it is asked next
 * @param failures in a row
 * @param asked when it was last asked, or null
 * @param answered when it last answered, or null
 * @param brought when it last had something new, or null
 * @param entries how many new entries its last answer had
 * @param articles how many articles it has brought since the beginning
 * @param fault why its last request, or what it led to, failed; or null
 * @param silentSince when it was found silent against its expectation, or null
 */
public record SourceState(
        String source,
        String address,
        @Nullable String moved,
        @Nullable String etag,
        @Nullable String lastModified,
        Duration every,
        Instant since,
        Instant due,
        int failures,
        @Nullable Instant asked,
        @Nullable Instant answered,
        @Nullable Instant brought,
        int entries,
        long articles,
        @Nullable String fault,
        @Nullable Instant silentSince) {

    private static final Duration LEAST_GRACE = Duration.ofMinutes(10);

    /** Of a source that was never asked: it is due at once. */
    public static SourceState fresh(Source source, Instant now) {
        return new SourceState(
                source.id(),
                source.address(),
                null,
                null,
                null,
                source.poll(),
                now,
                now,
                0,
                null,
                null,
                null,
                0,
                0,
                null,
                null);
    }

    /** Whether it has been asked when it was due, give or take a quarter of its interval. */
    public boolean inTime(Instant now) {
        Duration quarter = every.dividedBy(4);
        return now.isBefore(due.plus(quarter.compareTo(LEAST_GRACE) > 0 ? quarter : LEAST_GRACE));
    }

    /** The same, moved to another address for good; null where it is back at its file's. */
    public SourceState movedTo(@Nullable String to) {
        return new SourceState(
                source,
                address,
                to,
                etag,
                lastModified,
                every,
                since,
                due,
                failures,
                asked,
                answered,
                brought,
                entries,
                articles,
                fault,
                silentSince);
    }

    /** The same with so many articles more. */
    public SourceState plusArticles(int more) {
        return new SourceState(
                source,
                address,
                moved,
                etag,
                lastModified,
                every,
                since,
                due,
                failures,
                asked,
                answered,
                brought,
                entries,
                articles + more,
                fault,
                silentSince);
    }

    /** The same, found silent at some time; null where it is not. */
    public SourceState silent(@Nullable Instant at) {
        return new SourceState(
                source,
                address,
                moved,
                etag,
                lastModified,
                every,
                since,
                due,
                failures,
                asked,
                answered,
                brought,
                entries,
                articles,
                fault,
                at);
    }

    /** The same, due at another time. */
    public SourceState dueAt(Instant at) {
        return new SourceState(
                source,
                address,
                moved,
                etag,
                lastModified,
                every,
                since,
                at,
                failures,
                asked,
                answered,
                brought,
                entries,
                articles,
                fault,
                silentSince);
    }
}
