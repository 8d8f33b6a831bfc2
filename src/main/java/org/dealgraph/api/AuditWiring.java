package org.dealgraph.api;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.dealgraph.access.Caller;
import org.dealgraph.api.Page.Wanted;
import org.dealgraph.graph.Cursor;
import org.dealgraph.model.AuditEntry;
import org.dealgraph.model.Scope;
import org.dealgraph.pipeline.Audit;
import org.dealgraph.pipeline.IntakeReport;

/** The audit, and the answers of mutations. */
@Singleton
final class AuditWiring implements TopicWiring {

    private final Audit audit;

    AuditWiring(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("auditLog", this::log));
        wiring.type(
                "AuditEntry",
                type -> type.dataFetcher("id", Wirings.of(AuditEntry.class, e -> Long.toString(e.number())))
                        .dataFetcher("before", Wirings.of(AuditEntry.class, e -> Long.toString(e.before())))
                        .dataFetcher("after", Wirings.of(AuditEntry.class, e -> Long.toString(e.after()))));
        wiring.type(
                "DecisionPayload",
                type -> payload(type).dataFetcher("claims", Wirings.of(Payload.class, Payload::claims)));
        wiring.type(
                "SubmissionPayload",
                type -> payload(type)
                        .dataFetcher("run", Wirings.of(Payload.class, Payload::run))
                        .dataFetcher("documents", Wirings.of(Payload.class, Payload::documents)));
        wiring.type("SourcePayload", AuditWiring::outcome);
        wiring.type(
                "SubmittedDocument",
                type -> type.dataFetcher(
                                "article",
                                Wirings.with(
                                        IntakeReport.class,
                                        (env, r) -> r.article() == null ? null : Loaders.article(env, r.article())))
                        .dataFetcher("changes", Wirings.of(IntakeReport.class, IntakeReport::revisions)));
    }

    private static TypeRuntimeWiring.Builder payload(TypeRuntimeWiring.Builder type) {
        return outcome(type)
                .dataFetcher("deals", Wirings.of(Payload.class, Payload::deals))
                .dataFetcher(
                        "organizations",
                        Wirings.with(Payload.class, (env, p) -> Loaders.organizations(env, p.organizations())));
    }

    /** What the payload of every change says. */
    static TypeRuntimeWiring.Builder outcome(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("done", Wirings.of(Payload.class, Payload::done))
                .dataFetcher("repeated", Wirings.of(Payload.class, Payload::repeated))
                .dataFetcher("entry", Wirings.of(Payload.class, Payload::entry));
    }

    /** The same question has another answer for another caller, so no cache may keep it. */
    private Object log(DataFetchingEnvironment env) {
        Execution.keepOutOfCache(env);
        Caller caller = env.getGraphQlContext().get(Caller.class);
        if (caller == null || !caller.may(Scope.ADMIN)) {
            boolean keyless = caller == null || caller.isAnonymous();
            return DataFetcherResult.newResult()
                    .error(GraphqlErrorBuilder.newError(env)
                            .message("the audit needs a key with the scope ADMIN")
                            .extensions(Map.of("code", keyless ? "UNAUTHENTICATED" : "FORBIDDEN"))
                            .build())
                    .build();
        }
        Wanted wanted = Wanted.of(env);
        Cursor after = wanted.position();
        List<AuditEntry> found = audit.list(
                after == null ? Long.MAX_VALUE : Math.round(after.key()),
                wanted.fetch(),
                env.getArgument("by"),
                env.getArgument("operation"));
        return Page.of(wanted, found, e -> new Cursor(e.number(), ""), e -> e);
    }
}
