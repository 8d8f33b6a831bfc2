package org.dealgraph.pipeline;

import org.dealgraph.model.Judgement.Verdict;

/**
 * What a person wants to be held.
 *
 * @param left a claim, an article, an organization's id, a name, or a mention
 * @param right the other side of the same sort; the same as the left for ACCEPT and REJECT
 * @param verdict what is to hold
 */
public record Ruling(String left, String right, Verdict verdict) {

    /** A decision about one claim or article. */
    public static Ruling on(String claim, Verdict verdict) {
        return new Ruling(claim, claim, verdict);
    }
}
