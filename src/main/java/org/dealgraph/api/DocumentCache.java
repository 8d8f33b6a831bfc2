package org.dealgraph.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.parser.ParserOptions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Keeps documents that were read and checked before, and refuses those that ask for too much before checking them. */
final class DocumentCache implements PreparsedDocumentProvider {

    private static final long CHARACTERS_KEPT = 4L << 20;

    private final DocumentLimits limits;
    private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((String text, PreparsedDocumentEntry entry) -> text.length() + 1)
            .build();

    DocumentCache(Limits limits) {
        this.limits = new DocumentLimits(limits);
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .maxCharacters(limits.characters())
                .maxTokens(limits.tokens())
                .maxWhitespaceTokens(limits.characters())
                .build());
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> check) {
        return CompletableFuture.completedFuture(documents.get(input.getQuery(), text -> entry(input, check)));
    }

    private PreparsedDocumentEntry entry(ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> check) {
        return limits.broken(input.getQuery())
                .map(reason -> new PreparsedDocumentEntry(GraphqlErrorBuilder.newError()
                        .message("%s", reason)
                        .extensions(Map.of("code", "TOO_MUCH"))
                        .build()))
                .orElseGet(() -> check.apply(input));
    }
}
