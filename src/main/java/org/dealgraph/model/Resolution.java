package org.dealgraph.model;

import java.util.List;

/**
 * What a party was taken to be, by whom or which rule, and what else it could have been. Stored with every claim, so that
 * nobody has to guess later why two names were one.
 *
 * @param organization registry id, or a provisional one
 * @param score how sure, 0 to 1
 * @param judgement the decision, with who or which rule made it
 * @param candidates the organizations considered, best first, the rejected ones too
 */
public record Resolution(String organization, double score, Judgement judgement, List<Candidate> candidates) {

    public Resolution {
        candidates = List.copyOf(candidates);
    }

    /**
     * An organization that a party could be.
     *
     * @param organization its id
     * @param name the registry's name that came nearest
     * @param score 0 to 1
     * @param verdict same, not same, or unsure
     * @param reasons why
     */
    public record Candidate(
            String organization, String name, double score, Judgement.Verdict verdict, List<String> reasons) {

        public Candidate {
            reasons = List.copyOf(reasons);
        }
    }
}
