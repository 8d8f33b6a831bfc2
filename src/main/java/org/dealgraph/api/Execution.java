package org.dealgraph.api;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.introspection.Introspection;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.dealgraph.access.Caller;
import org.dealgraph.event.DealEvent;
import org.dealgraph.event.EventQuery;
import org.dealgraph.graph.Deadline;
import org.jspecify.annotations.Nullable;

/** Runs operations, whatever transport they came by. Blocks, so it is called on worker threads only. */
@Singleton
public final class Execution {

    private static final String PASSING = "dealgraph.passing";

    private final GraphQL graphql;
    private final Loaders loaders;
    private final Limits limits;

    Execution(GraphQL graphql, Loaders loaders, Limits limits) {
        this.graphql = graphql;
        this.loaders = loaders;
        this.limits = limits;
    }

    /** The outcome of an operation over a transport that can stream. */
    public sealed interface Outcome {

        /** Executed, with the answer as JSON. */
        record Answered(String payload) implements Outcome {}

        /** Not executed; the errors as a JSON array. */
        record Refused(String errors) implements Outcome {}

        /** A stream of events, each to be rendered in a shape. */
        record Listening(EventQuery query, EventShape shape) implements Outcome {}
    }

    /**
     * What came of an operation.
     *
     * @param lasting whether the same question has the same answer until the graph changes or the day ends
     */
    record Executed(ExecutionResult result, boolean lasting) {}

    /**
     * Runs a query or a mutation; what asks for a stream is told where to find one.
     *
     * @param state that was read when the request came; null for what changes the graph, and so must not see what was kept
     */
    Executed execute(GraphqlRequest request, Caller caller, @Nullable String state) {
        AtomicBoolean passing = new AtomicBoolean();
        ExecutionResult result = run(request, Map.of(Caller.class, caller, PASSING, passing), state);
        return new Executed(result, result.getErrors().isEmpty() && !passing.get());
    }

    /** Called by a fetcher whose answer depends on the time of day or on anything else that is not in the graph. */
    static void keepOutOfCache(DataFetchingEnvironment env) {
        AtomicBoolean passing = env.getGraphQlContext().get(PASSING);
        if (passing != null) {
            passing.set(true);
        }
    }

    /** Runs a query or a mutation, or reads what a subscription asks for. */
    public Outcome begin(GraphqlRequest request, Caller caller) {
        boolean listening = Operations.kind(request)
                .filter(kind -> kind == Operation.SUBSCRIPTION)
                .isPresent();
        AtomicReference<EventQuery> asked = new AtomicReference<>();
        ExecutionResult result = run(request, Map.of(Caller.class, caller, EventQuery.class, asked), null);
        EventQuery query = asked.get();
        if (query != null && result.getErrors().isEmpty()) {
            return new Outcome.Listening(query, EventShape.of(request));
        }
        return result.isDataPresent() && !listening
                ? new Outcome.Answered(AnswerJson.text(result.toSpecification()))
                : new Outcome.Refused(AnswerJson.text(result.getErrors().stream()
                        .map(e -> e.toSpecification())
                        .toList()));
    }

    /** An event in the shape that a subscription asks for, as JSON. */
    String render(EventShape shape, DealEvent event) {
        ExecutionResult result = run(shape.request(), Map.of(DealEvent.class, event), null);
        return AnswerJson.text(result.toSpecification());
    }

    private ExecutionResult run(GraphqlRequest request, Map<Object, Object> context, @Nullable String state) {
        Map<Object, Object> all = new HashMap<>(context);
        all.put(Loaders.Known.class, loaders.known(state));
        if (!limits.introspection()) {
            all.put(Introspection.INTROSPECTION_DISABLED, true);
        }
        ExecutionInput input = ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .dataLoaderRegistry(loaders.registry(state))
                .graphQLContext(all)
                .build();
        return Deadline.within(limits.time(), () -> graphql.execute(input));
    }
}
