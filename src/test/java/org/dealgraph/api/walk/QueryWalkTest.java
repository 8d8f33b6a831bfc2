package org.dealgraph.api.walk;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk gives what graphql-java's own strategy gives: data, the paths of errors, and one batch a level. */
class QueryWalkTest {

    private static final String SCHEMA = """
            type Query {
              hello(name: String = "you", times: Int): String!
              thing: Thing
              sure: Thing!
              things: [Thing!]!
              holes: [Thing]!
              strict: [Thing!]
              table: [[Int!]!]
              broken: Int
              later: Thing
              any: Any
            }
            interface Any { id: ID! }
            enum Color { RED BLUE }
            type Thing implements Any {
              id: ID!
              color: Color
              maybe: String
              never: String!
              fails: String
              wrong: Int
              next: Thing
              friends: [Thing!]!
              text(upper: Boolean! = false): String
            }
            """;

    private final AtomicInteger batches = new AtomicInteger();
    private final GraphQLSchema schema = schema();
    private final GraphQL walk = GraphQL.newGraphQL(schema)
            .queryExecutionStrategy(QueryWalk.ofQueries(new SimpleDataFetcherExceptionHandler()))
            .build();
    private final GraphQL own = GraphQL.newGraphQL(schema).build();

    private record Thing(String id) {}

    private enum Color {
        RED
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ hello }",
                "{ a: hello(name: \"x\") b: hello(times: 2) __typename }",
                "query Q($n: String, $t: Int = 3) { hello(name: $n, times: $t) }",
                "query Q($yes: Boolean = true, $no: Boolean = false) { hello @include(if: $yes) thing @skip(if: $no) { id @include(if: $no) __typename } }",
                "{ thing { id ...T ... on Thing { color } } } fragment T on Thing { id next { id next { maybe } } }",
                "{ thing { id } thing { color } }",
                "{ things { id color maybe text(upper: true) friends { id } } }",
                "{ thing { never } }",
                "{ sure { id never } }",
                "{ sure { next { never } } }",
                "{ things { id never } }",
                "{ holes { id } }",
                "{ holes { never } }",
                "{ strict { id } hello }",
                "{ table }",
                "{ broken hello }",
                "{ thing { fails id } }",
                "{ thing { wrong id } }",
                "{ later { id friends { id next { id } } } things { friends { id } } }",
                "{ later { next { never } } hello }",
                "{ any { id } }",
                "{ __schema { queryType { name } } }",
                "query A { hello } query B { thing { id } }",
            })
    void gives_what_the_engine_s_own_strategy_gives(String query) {
        for (int i = 0; i < 2; i++) {
            ExecutionResult walked = walk.execute(input(query));
            ExecutionResult expected = own.execute(input(query));
            assertThat(walked.<Object>getData()).isEqualTo(expected.<Object>getData());
            assertThat(String.valueOf(walked.<Object>getData())).isEqualTo(String.valueOf(expected.<Object>getData()));
            assertThat(paths(walked)).isEqualTo(paths(expected));
        }
    }

    @Test
    void what_is_promised_is_loaded_in_one_batch_a_level() {
        walk.execute(input("{ things { friends { id next { id } } } later { id friends { id } } }"));
        assertThat(batches.get()).isLessThanOrEqualTo(3);
    }

    private ExecutionInput input(String query) {
        DataLoader<String, Thing> loader = DataLoaderFactory.newMappedDataLoader((Set<String> ids) -> {
            batches.incrementAndGet();
            return CompletableFuture.completedFuture(ids.stream().collect(Collectors.toMap(id -> id, Thing::new)));
        });
        return ExecutionInput.newExecutionInput(query)
                .operationName(query.contains("query B") ? "B" : null)
                .dataLoaderRegistry(DataLoaderRegistry.newRegistry()
                        .register("things", loader)
                        .build())
                .variables(Map.of("n", "var"))
                .build();
    }

    private static Set<List<Object>> paths(ExecutionResult result) {
        return result.getErrors().stream()
                .map(GraphQLError::getPath)
                .map(path -> path == null ? List.of() : path)
                .collect(Collectors.toSet());
    }

    private static DataLoader<String, Thing> things(DataFetchingEnvironment env) {
        return Objects.requireNonNull(env.getDataLoader("things"));
    }

    private static GraphQLSchema schema() {
        DataFetcher<Object> load = env -> things(env).load("later");
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        type -> type.dataFetcher(
                                        "hello", env -> "hello " + env.getArgument("name") + env.getArgument("times"))
                                .dataFetcher("thing", env -> Optional.of(new Thing("1")))
                                .dataFetcher("sure", env -> new Thing("1"))
                                .dataFetcher(
                                        "things",
                                        env -> Stream.of("1", "2")
                                                .map(Thing::new)
                                                .toList())
                                .dataFetcher("holes", env -> Arrays.asList(new Thing("1"), null))
                                .dataFetcher("strict", env -> Arrays.asList(new Thing("1"), null))
                                .dataFetcher("table", env -> List.of(List.of(1, 2), List.of()))
                                .dataFetcher("broken", env -> "no number")
                                .dataFetcher("later", load)
                                .dataFetcher("any", env -> new Thing("1")))
                .type("Any", type -> type.typeResolver(env -> env.getSchema().getObjectType("Thing")))
                .type(
                        "Thing",
                        type -> type.dataFetcher("color", env -> Color.RED)
                                .dataFetcher("maybe", env -> Optional.empty())
                                .dataFetcher("never", env -> null)
                                .dataFetcher("fails", env -> {
                                    throw new IllegalStateException("broken");
                                })
                                .dataFetcher("wrong", env -> "no number")
                                .dataFetcher("next", env -> things(env).load("next"))
                                .dataFetcher("friends", env -> things(env).loadMany(List.of("3", "4")))
                                .dataFetcher("text", env -> "text " + env.getArgument("upper")))
                .build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring);
    }
}
