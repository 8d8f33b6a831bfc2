package org.dealgraph.claim.mention;

import java.util.List;
import org.dealgraph.claim.text.Sentence;
import org.jspecify.annotations.Nullable;

/** A mention while an article is being read. */
final class Draft {

    final Part part;
    final Sentence sentence;
    final int first;
    final int end;
    final Form form;
    final List<Reference> references;
    final boolean possessive;
    final double confidence;
    final @Nullable Draft antecedent;
    int index = -1;
    boolean modifier;

    Draft(
            Part part,
            Sentence sentence,
            int first,
            int end,
            Form form,
            List<Reference> references,
            boolean possessive,
            double confidence,
            @Nullable Draft antecedent) {
        this.part = part;
        this.sentence = sentence;
        this.first = first;
        this.end = end;
        this.form = form;
        this.references = List.copyOf(references);
        this.possessive = possessive;
        this.confidence = confidence;
        this.antecedent = antecedent;
    }

    /** The same beginning at another token. */
    Draft from(int token) {
        if (token == first) {
            return this;
        }
        return new Draft(part, sentence, token, end, form, references, possessive, confidence, antecedent);
    }

    Reference reference() {
        return references.getFirst();
    }

    boolean organization() {
        return reference().organization();
    }
}
