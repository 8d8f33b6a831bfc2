package org.dealgraph.claim.mention;

import java.util.List;
import java.util.Set;
import org.dealgraph.claim.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Words that refer back to an organization, before it is known to which.
 *
 * @param part the text it stands in
 * @param sentence its sentence
 * @param first index of its first token
 * @param end one past its last token
 * @param sort what sort of expression it is
 * @param phrase a description's words without the determiner, as compared by {@link Phrases#normal}
 * @param traits what its words demand of the organization
 * @param places where the organization sits
 * @param owners organizations of the brand it is described by; empty where there is none
 * @param loose words of the description that the vocabulary does not know
 * @param possessive whether it owns what follows
 * @param owner whether it is owned by the organization before it: "its parent", "Amazon's cloud arm"
 */
record Anaphor(
        Part part,
        Sentence sentence,
        int first,
        int end,
        Sort sort,
        String phrase,
        List<Head> traits,
        Places places,
        Set<String> owners,
        List<String> loose,
        boolean possessive,
        Owner owner) {

    /** Sorts of expression. */
    enum Sort {
        DESCRIPTION,
        PAIR,
        FORMER,
        LATTER,
        OTHER,
        IT,
        ITS,
        THEY,
        PERSON,
        WE
    }

    /** Who owns what a description names. */
    enum Owner {
        NONE,
        PRONOUN,
        NAME
    }

    /**
     * Where an organization sits.
     *
     * @param country its code, or null
     * @param cities one of these, or null
     */
    record Places(@Nullable String country, @Nullable Set<String> cities) {

        static final Places ANYWHERE = new Places(null, null);

        boolean told() {
            return country != null || cities != null;
        }
    }

    static Anaphor pronoun(Part part, Sentence sentence, int first, int end, Sort sort, boolean possessive) {
        return new Anaphor(
                part,
                sentence,
                first,
                end,
                sort,
                "",
                List.of(),
                Places.ANYWHERE,
                Set.of(),
                List.of(),
                possessive,
                Owner.NONE);
    }

    /** Whether its words alone tell which organization is meant, more or less. */
    boolean telling() {
        return !owners.isEmpty() || places.told() || traits.stream().anyMatch(Head::telling);
    }

    Head.@Nullable Role role() {
        return traits.isEmpty() ? null : traits.getLast().role();
    }

    /** The mention it becomes. */
    Draft resolved(List<Reference> references, @Nullable Draft antecedent, double confidence) {
        Form form = switch (sort) {
            case DESCRIPTION -> telling() ? Form.DESCRIPTION : Form.GENERIC;
            case PAIR, FORMER, LATTER, OTHER -> Form.GENERIC;
            case IT, ITS, THEY, PERSON, WE -> Form.PRONOUN;
        };
        double sure = Math.clamp(confidence, 0.05, 0.99);
        return new Draft(part, sentence, first, end, form, references, possessive, sure, antecedent);
    }

    int length() {
        return end - first;
    }
}
