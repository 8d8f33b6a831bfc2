package org.dealgraph.api.walk;

import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStepInfo;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.DataFetchingFieldSelectionSetImpl;
import java.util.Map;
import org.dealgraph.api.walk.Plan.Asked;
import org.jspecify.annotations.Nullable;

/** What fetchers are told where their object alone is not enough; paths and selections are made when they are asked for. */
final class Environments {

    private Environments() {}

    static DataFetchingEnvironment of(
            ExecutionContext context,
            Asked field,
            @Nullable Object source,
            @Nullable Object local,
            @Nullable Spot spot,
            Map<String, Object> arguments) {
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(context)
                .source(source)
                .localContext(local)
                .arguments(arguments)
                .fieldDefinition(field.definition())
                .mergedField(field.merged())
                .fieldType(field.definition().getType())
                .parentType(field.parent())
                .executionStepInfo(() -> step(field, spot))
                .selectionSet(DataFetchingFieldSelectionSetImpl.newCollector(
                        context.getGraphQLSchema(),
                        field.definition().getType(),
                        () -> context.getNormalizedQueryTree()
                                .get()
                                .getNormalizedField(
                                        field.merged(),
                                        field.parent(),
                                        Spot.path(spot).segment(field.key()))))
                .build();
    }

    private static ExecutionStepInfo step(Asked field, @Nullable Spot spot) {
        return ExecutionStepInfo.newExecutionStepInfo()
                .type(field.definition().getType())
                .path(Spot.path(spot).segment(field.key()))
                .fieldDefinition(field.definition())
                .fieldContainer(field.parent())
                .field(field.merged())
                .build();
    }
}
