package org.dealgraph.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dealgraph.event.DealEvent;
import org.dealgraph.model.AuditEntry;
import org.dealgraph.model.Deal;
import org.dealgraph.pipeline.Carried;
import org.dealgraph.pipeline.IntakeReport;
import org.dealgraph.pipeline.poll.Polling;
import org.jspecify.annotations.Nullable;

/**
 * The answer of any mutation.
 *
 * @param carried what came of it, or null where it was refused
 * @param revisions the changes of deals that followed
 * @param source the source that it is about, or null
 * @param polled whether a poll has ended, or null
 * @param errors why it was refused
 */
record Payload(
        @Nullable Carried carried,
        List<DealEvent> revisions,
        Polling.@Nullable Standing source,
        @Nullable Boolean polled,
        List<Problem> errors) {

    private static final int MOST = 100;

    /**
     * Why a mutation was not carried out.
     *
     * @param code of the schema's MutationErrorCode
     * @param message for people
     * @param path of the field, and the argument at fault
     */
    record Problem(String code, String message, List<String> path) {}

    static Payload of(Carried carried) {
        List<DealEvent> events = carried.revisions().stream().map(DealEvent::of).toList();
        return new Payload(carried, events, null, null, List.of());
    }

    static Payload refused(Problem problem) {
        return new Payload(null, List.of(), null, null, List.of(problem));
    }

    Payload about(Polling.@Nullable Standing standing, @Nullable Boolean ended) {
        return new Payload(carried, revisions, standing, ended, errors);
    }

    boolean done() {
        return carried != null;
    }

    boolean repeated() {
        return carried != null && carried.repeated();
    }

    @Nullable
    AuditEntry entry() {
        return carried == null ? null : carried.entry();
    }

    /** Id of the watch or webhook that it is about. */
    @Nullable
    String thing() {
        return carried == null ? null : carried.effect().thing();
    }

    int claims() {
        return carried == null ? 0 : carried.effect().claims();
    }

    @Nullable
    String run() {
        return carried == null ? null : carried.effect().run();
    }

    List<IntakeReport> documents() {
        return carried == null
                ? List.of()
                : carried.effect().reports().stream().limit(MOST).toList();
    }

    /** The deals that changed and are there still, as the last change left them. */
    List<Deal> deals() {
        Map<String, @Nullable Deal> last = new LinkedHashMap<>();
        revisions.forEach(event -> last.put(event.revision().deal(), event.after()));
        return last.values().stream().filter(Objects::nonNull).toList();
    }

    /** Those who take part in deals that changed, as the changes left them; where a deal is gone, as it was. */
    List<String> organizations() {
        return new TreeSet<>(revisions.stream()
                        .map(event -> event.after() == null ? event.before() : event.after())
                        .flatMap(deal -> deal == null ? Stream.<String>empty() : deal.parties().stream())
                        .toList())
                .stream().limit(MOST).toList();
    }
}
