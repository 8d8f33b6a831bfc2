package org.dealgraph.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells before execution what a request would run. */
final class Operations {

    private static final long CHARACTERS_KEPT = 4L << 20;
    private static final Cache<String, List<Operation>> KNOWN = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((String text, List<Operation> found) -> text.length() + 1)
            .build();

    private Operations() {}

    private record Operation(@Nullable String name, OperationDefinition.Operation kind) {}

    /** The kind of the operation that would run; empty where the document does not parse or names none. */
    static Optional<OperationDefinition.Operation> kind(GraphqlRequest request) {
        return KNOWN.get(request.query(), Operations::read).stream()
                .filter(o -> request.operationName() == null
                        || request.operationName().equals(o.name()))
                .map(Operation::kind)
                .findFirst();
    }

    private static List<Operation> read(String query) {
        try {
            return parse(query).getDefinitionsOfType(OperationDefinition.class).stream()
                    .map(o -> new Operation(o.getName(), o.getOperation()))
                    .toList();
        } catch (InvalidSyntaxException e) {
            return List.of();
        }
    }

    /** Parses within the limits of documents. */
    static Document parse(String query) {
        return Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(query)
                .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                .build());
    }
}
