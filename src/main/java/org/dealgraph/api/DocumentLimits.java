package org.dealgraph.api;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is counted in a document before it is held against the schema. */
final class DocumentLimits {

    private final Limits limits;

    DocumentLimits(Limits limits) {
        this.limits = limits;
    }

    /** Which limit a document breaks; empty also where it cannot be parsed, which others say better. */
    Optional<String> broken(String text) {
        Document document;
        try {
            document = Operations.parse(text);
        } catch (InvalidSyntaxException e) {
            return Optional.empty();
        }
        return broken(document);
    }

    private Optional<String> broken(Document document) {
        int aliases = 0;
        int directives = 0;
        int repeats = 0;
        Deque<Node<?>> open = new ArrayDeque<>(List.of(document));
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (node instanceof DirectivesContainer<?> container && twice(container)) {
                return Optional.of("the document has one directive several times in one place");
            }
            switch (node) {
                case Field field -> aliases += field.getAlias() == null ? 0 : 1;
                case Directive directive -> directives++;
                case SelectionSet set -> repeats = Math.max(repeats, repeats(set));
                default -> {}
            }
            for (Node<?> child : node.getChildren()) {
                open.push(child);
            }
        }
        return over("aliases", aliases, limits.aliases())
                .get()
                .or(over("directives", directives, limits.directives()))
                .or(over("times the same field", repeats, limits.repeats()));
    }

    /** None of ours may stand twice in one place, and each that does would be an error of its own. */
    private static boolean twice(DirectivesContainer<?> container) {
        List<Directive> directives = container.getDirectives();
        return directives.size() > 1
                && directives.stream().map(Directive::getName).distinct().count() < directives.size();
    }

    private static int repeats(SelectionSet set) {
        Map<String, Integer> times = new HashMap<>();
        set.getSelectionsOfType(Field.class).forEach(field -> times.merge(field.getResultKey(), 1, Integer::sum));
        return times.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static java.util.function.Supplier<Optional<String>> over(String what, int found, int limit) {
        return () -> found > limit
                ? Optional.of("the document has more than " + limit + " " + what + ": " + found)
                : Optional.empty();
    }
}
