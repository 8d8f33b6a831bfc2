package org.dealgraph.api.walk;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.schema.GraphQLObjectType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries by a walk over a plan that is made once a document. graphql-java's own strategy collects fields, makes
 * step infos and joins futures for every object anew, which cost three times what the database took for a list of deals.
 * What no plan covers, introspection and abstract types, is left to it.
 */
public final class QueryWalk extends ExecutionStrategy {

    private final Plans plans = new Plans();
    private final ExecutionStrategy rest;
    private final Predicate<ExecutionContext> covered;

    private QueryWalk(DataFetcherExceptionHandler faults, ExecutionStrategy rest, Predicate<ExecutionContext> covered) {
        super(faults);
        this.rest = rest;
        this.covered = covered;
    }

    /** For queries. */
    public static QueryWalk ofQueries(DataFetcherExceptionHandler faults) {
        return new QueryWalk(faults, new AsyncExecutionStrategy(faults), context -> true);
    }

    /** For subscriptions: one event that the context holds is shown as the answer to a query would be; the rest is a stream. */
    public static QueryWalk ofEvents(DataFetcherExceptionHandler faults, Class<?> event) {
        return new QueryWalk(
                faults,
                new SubscriptionExecutionStrategy(faults),
                context -> context.getGraphQLContext().hasKey(event));
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        GraphQLObjectType root =
                (GraphQLObjectType) parameters.getExecutionStepInfo().getUnwrappedNonNullType();
        Optional<Plan> plan =
                covered.test(context) ? plans.find(context, root, parameters.getFields()) : Optional.empty();
        if (plan.isEmpty()) {
            return rest.execute(context, parameters);
        }
        @Nullable
        Map<String, @Nullable Object> data = new Walk(context, dataFetcherExceptionHandler)
                .answer(plan.get(), parameters.getSource(), parameters.getLocalContext());
        return CompletableFuture.completedFuture(new ExecutionResultImpl(data, context.getErrors()));
    }
}
