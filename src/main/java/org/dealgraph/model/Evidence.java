package org.dealgraph.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The words that carry a claim.
 *
 * @param spans where they stand in the article's text, in order
 * @param quote the same words, parts joined by " … "
 */
public record Evidence(List<Span> spans, String quote) {

    /** Between two parts of a quote that are not adjacent in the text. */
    public static final String GAP = " … ";

    public Evidence {
        spans = List.copyOf(spans);
    }

    /** The evidence at these spans of a text. */
    public static Evidence of(String text, List<Span> spans) {
        List<Span> sorted = spans.stream().sorted().distinct().toList();
        return new Evidence(sorted, sorted.stream().map(s -> s.in(text)).collect(Collectors.joining(GAP)));
    }
}
