package org.dealgraph.api.walk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plans of operations, each made once: what is asked for of which type depends on the document and on the variables of its
 * directives alone.
 */
final class Plans {

    private static final long FIELDS_KEPT = 200_000;

    private final FieldCollector collector = new FieldCollector();
    private final Cache<Key, Optional<Plan>> kept = Caffeine.newBuilder()
            .maximumWeight(FIELDS_KEPT)
            .weigher((Key key, Optional<Plan> plan) -> plan.map(Plan::size).orElse(1))
            .build();

    /** Documents are equal where they are the same object, which the cache of documents sees to. */
    private record Key(Document document, @Nullable String operation, Map<String, Object> deciding) {}

    /** Thrown where something is asked for that plans do not cover. */
    private static final class Uncovered extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The plan of an operation's fields; empty where it asks for what no plan covers: introspection and abstract types. */
    Optional<Plan> find(ExecutionContext context, GraphQLObjectType root, MergedSelectionSet fields) {
        OperationDefinition operation = context.getOperationDefinition();
        Map<String, Object> deciding =
                new HashMap<>(context.getCoercedVariables().toMap());
        if (!deciding.isEmpty()) {
            deciding.keySet().retainAll(deciding(context.getDocument()));
        }
        return kept.get(
                new Key(context.getDocument(), operation.getName(), deciding), key -> make(context, root, fields));
    }

    /** The variables that decide about which fields are there. */
    private static Set<String> deciding(Document document) {
        Set<String> names = new TreeSet<>();
        Deque<Node<?>> open = new ArrayDeque<>(List.of(document));
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (node instanceof Directive directive) {
                directive.getArguments().forEach(argument -> collect(argument, names));
            }
            for (Node<?> child : node.getChildren()) {
                open.push(child);
            }
        }
        return names;
    }

    private static void collect(Argument argument, Set<String> names) {
        if (argument.getValue() instanceof VariableReference variable) {
            names.add(variable.getName());
        }
    }

    private Optional<Plan> make(ExecutionContext context, GraphQLObjectType root, MergedSelectionSet fields) {
        try {
            return Optional.of(plan(context, root, fields));
        } catch (Uncovered e) {
            return Optional.empty();
        }
    }

    private Plan plan(ExecutionContext context, GraphQLObjectType type, MergedSelectionSet selection) {
        List<Plan.Asked> fields = new ArrayList<>();
        for (MergedField merged : selection.getSubFieldsList()) {
            fields.add(asked(context, type, merged));
        }
        return new Plan(type, List.copyOf(fields));
    }

    private Plan.Asked asked(ExecutionContext context, GraphQLObjectType parent, MergedField merged) {
        GraphQLFieldDefinition definition =
                Introspection.getFieldDefinition(context.getGraphQLSchema(), parent, merged.getName());
        GraphQLCodeRegistry code = context.getGraphQLSchema().getCodeRegistry();
        boolean typename = definition == Introspection.TypeNameMetaFieldDef;
        if (!typename && definition.getName().startsWith("__")) {
            throw new Uncovered();
        }
        return new Plan.Asked(
                merged.getResultKey(),
                merged,
                parent,
                definition,
                typename ? null : code.getDataFetcher(parent, definition),
                shape(context, definition.getType(), merged),
                fixed(context, definition, merged));
    }

    private Shape shape(ExecutionContext context, GraphQLType type, MergedField merged) {
        boolean required = type instanceof GraphQLNonNull;
        GraphQLType inner = type instanceof GraphQLNonNull nonNull ? nonNull.getWrappedType() : type;
        return switch (inner) {
            case GraphQLList list -> new Shape.Many(required, shape(context, list.getWrappedType(), merged));
            case GraphQLScalarType scalar -> new Shape.Scalar(required, scalar);
            case GraphQLEnumType choice -> new Shape.Choice(required, choice);
            case GraphQLObjectType object ->
                new Shape.One(required, plan(context, object, below(context, object, merged)));
            default -> throw new Uncovered();
        };
    }

    private MergedSelectionSet below(ExecutionContext context, GraphQLObjectType type, MergedField merged) {
        return collector.collectFields(
                FieldCollectorParameters.newParameters()
                        .schema(context.getGraphQLSchema())
                        .objectType(type)
                        .fragments(context.getFragmentsByName())
                        .variables(context.getCoercedVariables().toMap())
                        .graphQLContext(context.getGraphQLContext())
                        .build(),
                merged);
    }

    /** Null also where they cannot be read, which each request then says at its place. */
    private static @Nullable Map<String, Object> fixed(
            ExecutionContext context, GraphQLFieldDefinition definition, MergedField merged) {
        if (definition.getArguments().isEmpty()) {
            return Map.of();
        }
        List<Argument> given = merged.getSingleField().getArguments();
        try {
            return given.stream().anyMatch(Plans::varies) ? null : arguments(context, definition, given);
        } catch (GraphQLException e) {
            return null;
        }
    }

    /** The values of arguments in one request. */
    static Map<String, Object> arguments(
            ExecutionContext context, GraphQLFieldDefinition definition, List<Argument> given) {
        CoercedVariables variables = context.getCoercedVariables();
        return ValuesResolver.getArgumentValues(
                context.getGraphQLSchema().getCodeRegistry(),
                definition.getArguments(),
                given,
                variables,
                context.getGraphQLContext(),
                context.getLocale());
    }

    private static boolean varies(Node<?> node) {
        if (node instanceof VariableReference) {
            return true;
        }
        for (Node<?> child : node.getChildren()) {
            if (varies(child)) {
                return true;
            }
        }
        return false;
    }
}
