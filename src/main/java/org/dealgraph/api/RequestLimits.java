package org.dealgraph.api;

import graphql.ExecutionResult;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that are too deep or would cost too much before they run. Both limits are one instrumentation, because a
 * chain of two is walked for every field of every answer, where neither has anything to do.
 */
final class RequestLimits extends MaxQueryComplexityInstrumentation {

    private final MaxQueryDepthInstrumentation depth;

    RequestLimits(Limits limits) {
        super(limits.cost(), new ListCost());
        depth = new MaxQueryDepthInstrumentation(limits.depth());
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        depth.beginExecuteOperation(parameters, state);
        return super.beginExecuteOperation(parameters, state);
    }
}
