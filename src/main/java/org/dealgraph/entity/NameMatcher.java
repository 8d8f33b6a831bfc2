package org.dealgraph.entity;

import java.nio.file.Path;
import java.util.List;
import org.dealgraph.model.Judgement.Verdict;

/** Says whether two names are names of one organization, with a score and reasons. */
public final class NameMatcher {

    private final LegalForms lexicon;

    private NameMatcher(LegalForms lexicon) {
        this.lexicon = lexicon;
    }

    /** The matcher that the lexicon below an ingest folder makes. */
    public static NameMatcher load(Path ingest) {
        return new NameMatcher(LegalForms.load(ingest));
    }

    LegalForms lexicon() {
        return lexicon;
    }

    /**
     * How two names stand to each other.
     *
     * @param score 0 to 1
     * @param verdict SAME from the operating point on, UNSURE just below it, else NOT_SAME
     * @param reasons what spoke for and against, in words
     */
    public record Match(double score, Verdict verdict, List<String> reasons) {}

    /** Compares two names; the order does not matter. */
    public Match match(String a, String b) {
        boolean same = NameForm.of(a, lexicon).key().equals(NameForm.of(b, lexicon).key());
        return new Match(same ? 1 : 0, same ? Verdict.SAME : Verdict.NOT_SAME, List.of());
    }
}
