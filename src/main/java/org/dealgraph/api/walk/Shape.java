package org.dealgraph.api.walk;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;

/** What a field's value is made into. */
sealed interface Shape {

    /** Whether it may not be null. */
    boolean required();

    /** A scalar. */
    record Scalar(boolean required, GraphQLScalarType type) implements Shape {}

    /** One of a few names. */
    record Choice(boolean required, GraphQLEnumType type) implements Shape {}

    /** A list. */
    record Many(boolean required, Shape each) implements Shape {}

    /** An object with the fields that are asked for of it. */
    record One(boolean required, Plan plan) implements Shape {}
}
