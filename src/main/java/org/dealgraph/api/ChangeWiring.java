package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.answer.DealDiff;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.api.Page.Wanted;
import org.dealgraph.deal.AsOf;
import org.dealgraph.deal.Directory;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Json;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Moment;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Revision;
import org.jspecify.annotations.Nullable;

/** The log of changes as a list. */
@Singleton
final class ChangeWiring implements TopicWiring {

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 50;

    private final GraphStore store;
    private final RevisionRepository revisions;
    private final ClaimRepository claims;
    private final Organizations organizations;
    private final AsOf asOf;

    ChangeWiring(
            GraphStore store,
            RevisionRepository revisions,
            ClaimRepository claims,
            Organizations organizations,
            Directory directory) {
        this.store = store;
        this.revisions = revisions;
        this.claims = claims;
        this.organizations = organizations;
        this.asOf = new AsOf(directory);
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("changes", this::changes));
        wiring.type(
                "Change",
                type -> type.dataFetcher(
                                "deal", Wirings.with(Change.class, (env, c) -> Loaders.dealOfClaim(env, c.leads())))
                        .dataFetcher(
                                "dealId",
                                Wirings.of(
                                        Change.class,
                                        c -> GlobalId.of("Deal", c.revision().deal())))
                        .dataFetcher(
                                "claims",
                                Wirings.with(
                                        Change.class,
                                        (env, c) ->
                                                Loaders.claims(env, c.revision().claims()))));
        wiring.type(
                "FieldChange",
                type -> type.dataFetcher(
                        "term", Wirings.of(DealDiff.Change.class, c -> GlobalId.of("Term", c.term()))));
    }

    private Object changes(DataFetchingEnvironment env) {
        int first = Wanted.of(env).first();
        Instant from = env.getArgument("from");
        Moment moment = Moments.of(env);
        Instant until = moment.recordedAt();
        Wish wish = Wish.of(env, organizations);
        long start = number(Objects.requireNonNull(env.getArgument("since")));
        long after = from == null ? start : Math.max(start, store.<Long>read(tx -> revisions.lastBefore(tx, from)));
        List<Change> found = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            long position = after;
            List<Revision> batch = store.read(tx -> revisions.listAfter(tx, position, PAGE));
            Set<String> known = moment.knownAt() == null ? Set.of() : known(batch, moment.knownAt());
            for (Revision revision : batch) {
                if (until != null && revision.recordedAt().isAfter(until)) {
                    return new Changes(found, Long.toString(after), false);
                }
                Change change = Change.of(revision);
                boolean told = moment.knownAt() == null || !Collections.disjoint(revision.claims(), known);
                if (told && wish.admits(change) && agreed(change, moment.day())) {
                    if (found.size() == first) {
                        return new Changes(found, Long.toString(after), true);
                    }
                    found.add(change);
                }
                after = revision.number();
            }
            if (batch.size() < PAGE) {
                return new Changes(found, Long.toString(after), false);
            }
        }
        return new Changes(found, Long.toString(after), true);
    }

    /** The claims behind some revisions that had been published by a date; one that nothing dates never had. */
    private Set<String> known(List<Revision> batch, PartialDate by) {
        List<String> ids =
                batch.stream().flatMap(r -> r.claims().stream()).distinct().toList();
        return store.read(tx -> claims.listByIds(tx, ids)).stream()
                .filter(c -> c.published() != null && !c.published().latest().isAfter(by.latest()))
                .map(c -> c.claim().id())
                .collect(Collectors.toSet());
    }

    private boolean agreed(Change change, @Nullable LocalDate day) {
        return day == null
                || Stream.of(change.before(), change.after())
                        .flatMap(Stream::ofNullable)
                        .anyMatch(deal -> asOf.view(deal, day).isPresent());
    }

    private static long number(String cursor) {
        try {
            long number = Long.parseLong(cursor);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new BadArgument("since: must be a cursor such as \"0\", not \"" + cursor + "\"");
    }

    /** What is asked for. */
    private record Wish(
            List<List<String>> families,
            @Nullable Set<ClaimKind> kinds,
            @Nullable Set<Revision.Kind> changes,
            @Nullable Set<Revision.Cause> causes) {

        static Wish of(DataFetchingEnvironment env, Organizations organizations) {
            Map<String, Object> arguments = env.getArguments();
            return new Wish(
                    arguments.get("parties") instanceof List<?> named ? organizations.families(named, null) : List.of(),
                    Filters.choices(arguments, "kinds", ClaimKind.class),
                    Filters.choices(arguments, "changes", Revision.Kind.class),
                    Filters.choices(arguments, "causes", Revision.Cause.class));
        }

        boolean admits(Change change) {
            return (changes == null || changes.contains(change.revision().kind()))
                    && (causes == null || causes.contains(change.revision().cause()))
                    && Stream.of(change.before(), change.after())
                            .flatMap(Stream::ofNullable)
                            .anyMatch(this::admits);
        }

        private boolean admits(Deal deal) {
            return families.stream().allMatch(family -> deal.parties().stream().anyMatch(family::contains))
                    && (kinds == null || deal.terms().stream().anyMatch(t -> kinds.contains(t.kind())));
        }
    }

    /** The answer as the schema has it. */
    record Changes(List<Change> nodes, String cursor, boolean hasMore) {}

    /** A revision with both states of its deal. */
    record Change(
            Revision revision,
            @Nullable Deal before,
            @Nullable Deal after) {

        static Change of(Revision revision) {
            return new Change(revision, read(revision.before()), read(revision.after()));
        }

        private static @Nullable Deal read(@Nullable String body) {
            return body == null ? null : Json.read(body, Deal.class);
        }

        /** A claim by which the deal of today is found. */
        String leads() {
            return revision.deal();
        }

        public String cursor() {
            return Long.toString(revision.number());
        }

        public Revision.Kind kind() {
            return revision.kind();
        }

        public Revision.Cause cause() {
            return revision.cause();
        }

        public Instant recordedAt() {
            return revision.recordedAt();
        }

        public @Nullable String titleBefore() {
            return before == null ? null : before.title();
        }

        public @Nullable String titleAfter() {
            return after == null ? null : after.title();
        }

        public List<DealDiff.Change> diff() {
            return DealDiff.of(before, after);
        }
    }
}
