package org.dealgraph.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionResult;
import graphql.analysis.QueryComplexityCalculator;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that are too deep or would cost too much before they run. What a document measures depends on the
 * variables of its list sizes and directives alone, and is kept.
 */
final class RequestLimits extends SimplePerformantInstrumentation {

    private static final int MEASURES_KEPT = 5_000;

    private final Limits limits;
    private final Cache<Key, Measure> measures =
            Caffeine.newBuilder().maximumSize(MEASURES_KEPT).build();
    private final Cache<Document, Set<String>> deciding =
            Caffeine.newBuilder().maximumSize(MEASURES_KEPT).build();

    RequestLimits(Limits limits) {
        this.limits = limits;
    }

    /** Documents are equal where they are the same object, which the cache of documents sees to. */
    private record Key(Document document, @Nullable String operation, Map<String, Object> sizes) {}

    private record Measure(int depth, int cost) {}

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        Map<String, Object> sizes = new HashMap<>(context.getCoercedVariables().toMap());
        if (!sizes.isEmpty()) {
            sizes.keySet().retainAll(deciding.get(context.getDocument(), RequestLimits::deciding));
        }
        Key key =
                new Key(context.getDocument(), context.getOperationDefinition().getName(), sizes);
        Measure measure = measures.get(key, k -> measure(context));
        over("depth", measure.depth(), limits.depth());
        over("complexity", measure.cost(), limits.cost());
        return super.beginExecuteOperation(parameters, state);
    }

    private static void over(String what, int found, int limit) {
        if (found > limit) {
            throw new AbortExecutionException("maximum query %s exceeded: %d > %d".formatted(what, found, limit));
        }
    }

    private static Measure measure(ExecutionContext context) {
        String operation = context.getOperationDefinition().getName();
        int depth = QueryTraverser.newQueryTraverser()
                .schema(context.getGraphQLSchema())
                .document(context.getDocument())
                .operationName(operation)
                .coercedVariables(context.getCoercedVariables())
                .build()
                .reducePreOrder((field, deepest) -> Math.max(levels(field), deepest), 0);
        int cost = QueryComplexityCalculator.newCalculator()
                .schema(context.getGraphQLSchema())
                .document(context.getDocument())
                .operationName(operation)
                .variables(context.getCoercedVariables())
                .fieldComplexityCalculator(new ListCost())
                .build()
                .calculate();
        return new Measure(depth, cost);
    }

    private static int levels(QueryVisitorFieldEnvironment field) {
        int levels = 1;
        for (QueryVisitorFieldEnvironment above = field.getParentEnvironment();
                above != null;
                above = above.getParentEnvironment()) {
            levels++;
        }
        return levels;
    }

    /** The variables in arguments named first and in directives. */
    private static Set<String> deciding(Document document) {
        Set<String> names = new TreeSet<>();
        Deque<Node<?>> open = new ArrayDeque<>(List.of(document));
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (node instanceof Directive directive) {
                directive.getArguments().forEach(argument -> name(argument, names));
            } else if (node instanceof Argument argument && argument.getName().equals("first")) {
                name(argument, names);
            }
            for (Node<?> child : node.getChildren()) {
                open.push(child);
            }
        }
        return names;
    }

    private static void name(Argument argument, Set<String> names) {
        if (argument.getValue() instanceof VariableReference variable) {
            names.add(variable.getName());
        }
    }
}
