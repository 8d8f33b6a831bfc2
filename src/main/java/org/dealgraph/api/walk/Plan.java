package org.dealgraph.api.walk;

import graphql.execution.MergedField;
import graphql.language.Argument;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that are asked for of objects of one type, in the order of the answer.
 *
 * @param type of the objects
 * @param fields what is asked for
 */
record Plan(GraphQLObjectType type, List<Asked> fields) {

    /** How many fields it has with everything below. */
    int size() {
        return 1 + fields.stream().mapToInt(field -> size(field.shape())).sum();
    }

    private static int size(Shape shape) {
        return switch (shape) {
            case Shape.Many many -> size(many.each());
            case Shape.One one -> 1 + one.plan().size();
            case Shape.Scalar scalar -> 1;
            case Shape.Choice choice -> 1;
        };
    }

    /**
     * A field.
     *
     * @param key its name in the answer
     * @param merged the places in the document that ask for it
     * @param parent the type it belongs to
     * @param definition in the schema
     * @param fetcher gives its value; null for {@code __typename}
     * @param shape of its value
     * @param fixed its arguments where no variable is in them, else null
     */
    @SuppressWarnings("NullAway")
    record Asked(
            String key,
            MergedField merged,
            GraphQLObjectType parent,
            GraphQLFieldDefinition definition,
            @Nullable DataFetcher<?> fetcher,
            Shape shape,
            @Nullable Map<String, Object> fixed) {

        List<Argument> arguments() {
            return merged.getSingleField().getArguments();
        }
    }
}
