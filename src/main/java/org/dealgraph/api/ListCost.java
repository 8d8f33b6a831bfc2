package org.dealgraph.api;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;

/**
 * How many fields an answer may have: what stands below a list counts as often as the list is long, by its argument
 * {@code first}; a list without one counts as three, and the entries of a page as many as were asked for.
 */
final class ListCost implements FieldComplexityCalculator {

    private static final int UNSIZED = 3;
    private static final int LARGEST = 1_000_000;

    @Override
    public int calculate(FieldComplexityEnvironment field, int below) {
        return (int) Math.min(LARGEST, 1 + (long) times(field) * below);
    }

    private static int times(FieldComplexityEnvironment field) {
        Object first = field.getArguments().get("first");
        if (first instanceof Integer size && !isRoot(field)) {
            return Math.clamp(size, 1, LARGEST);
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
