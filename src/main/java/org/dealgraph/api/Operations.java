package org.dealgraph.api;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.List;
import java.util.Optional;

/** Tells before execution what a request would run. */
final class Operations {

    private Operations() {}

    /** The kind of the operation that would run; empty where the document does not parse or names none. */
    static Optional<OperationDefinition.Operation> kind(GraphqlRequest request) {
        try {
            Document document = parse(request.query());
            List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
            return operations.stream()
                    .filter(o -> request.operationName() == null
                            || request.operationName().equals(o.getName()))
                    .map(OperationDefinition::getOperation)
                    .findFirst();
        } catch (InvalidSyntaxException e) {
            return Optional.empty();
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
