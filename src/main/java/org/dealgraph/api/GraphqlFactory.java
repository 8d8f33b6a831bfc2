package org.dealgraph.api;

import graphql.GraphQL;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dealgraph.api.walk.Component;
import org.dealgraph.api.walk.QueryWalk;
import org.dealgraph.event.DealEvent;

/** Puts the schema files and the fetchers together; a missing file or a field without its fetcher stops the start. */
@Factory
final class GraphqlFactory {

    private static final List<String> TOPICS = List.of(
            "common",
            "organization",
            "deal",
            "claim",
            "check",
            "query",
            "totals",
            "loops",
            "dependence",
            "capacity",
            "margins",
            "figures",
            "changes",
            "shifts",
            "ratios",
            "search",
            "source",
            "mutation",
            "watch",
            "webhook",
            "briefing",
            "subscription");

    @Singleton
    GraphQL graphql(List<TopicWiring> topics, Limits limits) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                        .defaultDataFetcher(field ->
                                new Component(field.getFieldDefinition().getName())))
                .scalar(Scalars.DECIMAL)
                .scalar(Scalars.PARTIAL_DATE)
                .scalar(Scalars.INSTANT);
        ValueWiring.add(wiring);
        topics.forEach(topic -> topic.add(wiring));
        GraphQLSchema schema = new SchemaGenerator().makeExecutableSchema(definitions(), wiring.build());
        return GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(QueryWalk.ofQueries(new Faults()))
                .subscriptionExecutionStrategy(QueryWalk.ofEvents(new Faults(), DealEvent.class))
                .instrumentation(new RequestLimits(limits))
                .preparsedDocumentProvider(new DocumentCache(limits))
                .defaultDataFetcherExceptionHandler(new Faults())
                .build();
    }

    private static TypeDefinitionRegistry definitions() {
        TypeDefinitionRegistry all = new TypeDefinitionRegistry();
        TOPICS.forEach(topic -> all.merge(new SchemaParser().parse(text("/graphql/" + topic + ".graphqls"))));
        return all;
    }

    private static String text(String resource) {
        try (InputStream in = GraphqlFactory.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("could not find the schema file: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("could not read the schema file: " + resource, e);
        }
    }
}
