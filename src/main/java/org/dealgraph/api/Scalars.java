package org.dealgraph.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import org.dealgraph.model.PartialDate;

/** The scalars of the schema: all travel as strings, read and written exactly. */
final class Scalars {

    static final GraphQLScalarType DECIMAL = scalar("Decimal", Scalars::decimal, x -> ((BigDecimal) x).toPlainString());
    static final GraphQLScalarType PARTIAL_DATE = scalar("PartialDate", PartialDate::parse, Object::toString);
    static final GraphQLScalarType INSTANT = scalar("Instant", Instant::parse, Object::toString);

    private static final int LONGEST = 100;

    private Scalars() {}

    private static BigDecimal decimal(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a number of more than " + LONGEST + " characters");
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > LONGEST) {
            throw new IllegalArgumentException("a number with an exponent beyond " + LONGEST);
        }
        return number;
    }

    private static GraphQLScalarType scalar(
            String name, Function<String, Object> read, Function<Object, String> write) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Text(name, read, write))
                .build();
    }

    private record Text(String name, Function<String, Object> read, Function<Object, String> write)
            implements Coercing<Object, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return write.apply(value);
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return read.apply(input.toString());
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new CoercingParseValueException("not a " + name + ": " + e.getMessage(), e);
            }
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            String text = switch (input) {
                case StringValue s -> String.valueOf(s.getValue());
                case IntValue i -> i.getValue().toString();
                case FloatValue f -> f.getValue().toString();
                default -> throw new CoercingParseLiteralException("not a " + name + ": write it as a string");
            };
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new CoercingParseLiteralException("not a " + name + ": " + e.getMessage(), e);
            }
        }
    }
}
