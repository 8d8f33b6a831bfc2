package org.dealgraph.api;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription wants an event shown: its document, with the variables that what is selected below the root field
 * depends on. Which events it wants, and from where, is not part of it, so that subscriptions that differ in their
 * filters only share what is rendered.
 *
 * @param query the document
 * @param operationName or null
 * @param selecting the variables that the selection uses
 * @param request as it came from one who wants this shape
 */
public record EventShape(
        String query, @Nullable String operationName, Map<String, Object> selecting, GraphqlRequest request) {

    static EventShape of(GraphqlRequest request) {
        Document document = Operations.parse(request.query());
        Set<String> used = new TreeSet<>();
        document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(o -> request.operationName() == null
                        || request.operationName().equals(o.getName()))
                .flatMap(o -> o.getSelectionSet().getSelections().stream())
                .forEach(root -> {
                    if (root instanceof Field field) {
                        field.getDirectives().forEach(directive -> collect(directive, used));
                        field.getSelectionSet().getSelections().forEach(below -> collect(below, used));
                    } else {
                        used.addAll(request.variables().keySet());
                    }
                });
        document.getDefinitionsOfType(FragmentDefinition.class).forEach(fragment -> collect(fragment, used));
        Map<String, Object> selecting = new TreeMap<>(request.variables());
        selecting.keySet().retainAll(used);
        return new EventShape(request.query(), request.operationName(), selecting, request);
    }

    private static void collect(Node<?> node, Set<String> used) {
        if (node instanceof VariableReference variable) {
            used.add(variable.getName());
        }
        @SuppressWarnings("unchecked")
        List<Node<?>> children = (List<Node<?>>) (List<?>) node.getChildren();
        children.forEach(child -> collect(child, used));
    }

    /** Equal where rendering gives equal text. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventShape shape
                && query.equals(shape.query)
                && java.util.Objects.equals(operationName, shape.operationName)
                && selecting.equals(shape.selecting);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(query, operationName, selecting);
    }
}
