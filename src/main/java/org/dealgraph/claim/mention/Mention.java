package org.dealgraph.claim.mention;

import java.util.List;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words of an article that stand for organizations, a product, model, platform or site.
 *
 * @param index position in its {@link MentionSet}; antecedents are given by it
 * @param part whether the span points into the title or the text
 * @param span the words, without a possessive ending
 * @param first index of the first token in the part's {@link org.dealgraph.claim.text.Prose}
 * @param end one past the last token, without a possessive ending
 * @param form how it names what it stands for
 * @param references one for a single entity, several for "both companies"; never empty
 * @param possessive whether it owns what follows: "Amazon's", "its", "the company's"
 * @param antecedent index of the naming mention it was resolved to, or null where it names by itself
 * @param confidence how sure the reference is, 0 to 1
 */
public record Mention(
        int index,
        Part part,
        Span span,
        int first,
        int end,
        Form form,
        List<Reference> references,
        boolean possessive,
        @Nullable Integer antecedent,
        double confidence) {

    public Mention {
        references = List.copyOf(references);
    }

    /** The first or only entity. */
    public Reference reference() {
        return references.getFirst();
    }

    public boolean organization() {
        return reference().organization();
    }
}
