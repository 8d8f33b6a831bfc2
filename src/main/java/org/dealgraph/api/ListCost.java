package org.dealgraph.api;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;

/**
 * How many fields an answer may have: what stands below a list counts as often as the list is long. Where the question says
 * how long, by its argument {@code first}, that counts in full; where it leaves that to the default, the length that pages
 * mostly have does, and a list without a size counts as the few entries that it mostly has. What is estimated too low ends by
 * the limit of time.
 */
final class ListCost implements FieldComplexityCalculator {

    private static final int UNASKED = 10;
    private static final int UNSIZED = 2;
    private static final int LARGEST = 1_000_000;

    @Override
    public int calculate(FieldComplexityEnvironment field, int below) {
        return (int) Math.min(LARGEST, 1 + (long) times(field) * below);
    }

    private static int times(FieldComplexityEnvironment field) {
        Object first = field.getArguments().get("first");
        if (first instanceof Integer size && !isRoot(field)) {
            boolean asked = field.getField().getArguments().stream()
                    .anyMatch(argument -> argument.getName().equals("first"));
            return Math.clamp(asked ? size : Math.min(size, UNASKED), 1, LARGEST);
        }
        boolean page = field.getParentType().getName().endsWith("Connection");
        boolean list = GraphQLTypeUtil.unwrapNonNull(field.getFieldDefinition().getType()) instanceof GraphQLList;
        return list && !page ? UNSIZED : 1;
    }

    /** The events of a subscription come one by one, each a request of its own. */
    private static boolean isRoot(FieldComplexityEnvironment field) {
        return field.getParentType().getName().equals("Subscription");
    }
}
