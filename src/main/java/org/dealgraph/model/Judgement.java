package org.dealgraph.model;

import java.time.Instant;

/**
 * A stored decision about two mentions, names or claims. Judgements name claims and entities, never deals, so that they
 * survive a rebuild.
 *
 * @param left one side: an entity id, a name or a claim id
 * @param right the other side
 * @param verdict what was decided
 * @param by who or which rule
 * @param at when
 */
public record Judgement(String left, String right, Verdict verdict, String by, Instant at) {

    /** The decisions; ACCEPT and REJECT are about one claim and name it on both sides. */
    public enum Verdict {
        SAME,
        NOT_SAME,
        UNSURE,
        ACCEPT,
        REJECT
    }
}
