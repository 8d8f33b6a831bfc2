package org.dealgraph.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored decision about two mentions, names or claims. Judgements name claims, mentions and entities, never deals, so that
 * they survive a rebuild. Of several on the same two sides the latest of a person stands, so that each can be taken back.
 *
 * @param left one side: an entity id, a name, a {@link #mention mention}, a claim id or an article id
 * @param right the other side; the same as the left where the decision is about one thing
 * @param verdict what was decided
 * @param by who or which rule
 * @param at when
 * @param why the reason given, or null
 */
public record Judgement(
        String left,
        String right,
        Verdict verdict,
        String by,
        Instant at,
        @Nullable String why) {

    /** Begins the name of every rule that decides; persons' names do not begin so. */
    public static final String RULE = "rule:";

    /** Begins the name of one mention in one article. */
    public static final String MENTION = "mention:";

    /** A decision without a reason. */
    public Judgement(String left, String right, Verdict verdict, String by, Instant at) {
        this(left, right, verdict, by, at, null);
    }

    /**
     * The decisions. ACCEPT and REJECT are about one claim or article and name it on both sides. Of two claims, SAME and
     * NOT_SAME say whether they speak of one term, SAME_DEAL and NOT_SAME_DEAL whether of one deal. UNSURE takes back what
     * was decided before.
     */
    public enum Verdict {
        SAME,
        NOT_SAME,
        UNSURE,
        ACCEPT,
        REJECT,
        SAME_DEAL,
        NOT_SAME_DEAL
    }

    /** How to name the mention at a span of an article version. */
    public static String mention(String article, Span span) {
        return MENTION + article + ":" + span.start() + "-" + span.end();
    }

    /** Whether a person decided it: then no rule goes before it. */
    public boolean byPerson() {
        return !by.startsWith(RULE);
    }
}
