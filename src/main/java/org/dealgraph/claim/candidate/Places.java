package org.dealgraph.claim.candidate;

import java.util.Set;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;
import org.jspecify.annotations.Nullable;

/** Tells where a name stands beside a word: subject, object, owner, or behind which preposition. */
public final class Places {

    static final double UNSURE = 0.3;

    private static final int FAR = 150;
    private static final int MANY = 9;
    private static final double COMMA = 0.5;
    private static final int REACH = 5;
    private static final int ASIDE = 4;
    private static final int OWNER_REACH = 8;
    private static final Set<String> BREAKS = Set.of(";", ":", "—", "–", "(", ")");
    private static final Set<String> OFFICES = Set.of(
            "president",
            "prime",
            "minister",
            "chief",
            "executive",
            "ceo",
            "king",
            "prince",
            "crown",
            "sir",
            "secretary");
    private static final Set<String> RELATIVES = Set.of("which", "that", "who");
    private static final Set<String> TURNS = Set.of(
            "while", "whereas", "but", "which", "who", "after", "because", "although", "as", "when", "where", "if");

    private final Prose prose;

    /** For each token the preposition before it, where it was asked for. */
    private final @Nullable Slot[] behind;

    /** For each token the finite verbs before it. */
    private final int[] verbs;

    /** For each token the clause boundaries before it. */
    private final double[] breaks;

    Places(Prose prose) {
        this.prose = prose;
        int n = prose.size();
        this.behind = new @Nullable Slot[n];
        this.verbs = new int[n + 1];
        this.breaks = new double[n + 1];
        for (int i = 0; i < n; i++) {
            verbs[i + 1] = verbs[i] + (main(i) ? 1 : 0);
            breaks[i + 1] = breaks[i] + turn(prose.token(i));
        }
    }

    /** Whether a token is a finite verb that no auxiliary stands before. */
    private boolean main(int i) {
        Token t = prose.token(i);
        if (!t.word() || t.capitalised() || !English.finite(t.lower())) {
            return false;
        }
        String before = i == 0 ? "" : prose.token(i - 1).lower();
        return !English.AUXILIARIES.contains(before) && !English.DETERMINERS.contains(before);
    }

    private static double turn(Token t) {
        return BREAKS.contains(t.text()) || TURNS.contains(t.lower()) ? 1 : t.is(",") ? COMMA : 0;
    }

    /** The place of an actor beside a trigger; OTHER where none can be told. */
    Slot slot(Actor actor, Trigger trigger) {
        if (actor.end() <= trigger.first()) {
            return before(actor, trigger);
        }
        return actor.first() >= trigger.end() ? after(actor) : Slot.COMPOUND;
    }

    private Slot before(Actor actor, Trigger trigger) {
        boolean owner = actor.mention().possessive();
        if (owner && trigger.first() - actor.end() <= OWNER_REACH) {
            return Slot.POSSESSIVE;
        }
        if (relative(actor, trigger)) {
            return Slot.SUBJECT;
        }
        Slot behind = preposition(actor.first());
        if (behind != Slot.OTHER) {
            return Slot.OTHER;
        }
        boolean noun = trigger.shape() == org.dealgraph.claim.lexicon.Shape.NOUN;
        return noun && trigger.first() - actor.end() <= 2 ? Slot.COMPOUND : Slot.SUBJECT;
    }

    /** "Vantage, which is building …": the name before the relative word is the verb's subject. */
    private boolean relative(Actor actor, Trigger trigger) {
        int at = actor.end();
        if (at < prose.size() && prose.token(at).is(",")) {
            at++;
        }
        return trigger.shape() != org.dealgraph.claim.lexicon.Shape.NOUN
                && at < trigger.first()
                && RELATIVES.contains(prose.token(at).lower())
                && trigger.first() - at <= 6
                && finite(at + 1);
    }

    /** A finite verb, perhaps behind a few words such as "in turn". */
    private boolean finite(int first) {
        for (int i = first; i < Math.min(prose.size(), first + ASIDE); i++) {
            Token t = prose.token(i);
            if (English.finite(t.lower())) {
                return true;
            }
            if (t.capitalised() || !t.word() || English.DETERMINERS.contains(t.lower())) {
                return false;
            }
        }
        return false;
    }

    private Slot after(Actor actor) {
        Slot behind = preposition(actor.first());
        return behind == Slot.OTHER ? Slot.OBJECT : behind;
    }

    /** The preposition that governs the words at a token: the one before them, past articles and adjectives. */
    Slot preposition(int first) {
        Slot known = behind[first];
        if (known == null) {
            known = preposition(prose, first);
            behind[first] = known;
        }
        return known;
    }

    static Slot preposition(Prose prose, int first) {
        for (int i = first - 1; i >= Math.max(0, first - REACH); i--) {
            Token t = prose.token(i);
            if (English.PREPOSITIONS.contains(t.lower())) {
                return Slot.behind(t.lower());
            }
            boolean passes = English.DETERMINERS.contains(t.lower())
                    || t.quote()
                    || t.hyphen()
                    || t.kind() == Token.Kind.CLITIC
                    || OFFICES.contains(t.lower())
                    || (t.capitalised() && prose.token(i + 1).kind() == Token.Kind.CLITIC)
                    || English.POSSESSIVES.contains(t.lower())
                    || (t.word()
                            && !English.CONJUNCTIONS.contains(t.lower())
                            && !English.AUXILIARIES.contains(t.lower())
                            && !English.finite(t.lower())
                            && !t.capitalised());
            if (!passes) {
                return Slot.OTHER;
            }
        }
        return Slot.OTHER;
    }

    /** Finite verbs between two tokens. */
    int verbs(int from, int to) {
        if (to - from > FAR) {
            return MANY;
        }
        return to <= from ? 0 : verbs[to] - verbs[from];
    }

    /** How many clause boundaries lie between two tokens. */
    double breaks(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        if (high - low > FAR) {
            return MANY;
        }
        return breaks[high] - breaks[low];
    }

    /** Whether a name hangs on the anchor by a preposition: "$5 billion in Intel". */
    boolean attached(Actor actor, Anchor anchor) {
        return actor.first() >= anchor.end()
                && actor.first() - anchor.end() <= 6
                && preposition(actor.first()) != Slot.OTHER
                && breaks(anchor.end(), actor.first()) == 0
                && verbs(anchor.end(), actor.first()) == 0;
    }

    /** Tokens between two stretches; 0 where they touch or overlap. */
    static int gap(int first, int end, int otherFirst, int otherEnd) {
        if (end <= otherFirst) {
            return otherFirst - end;
        }
        return otherEnd <= first ? first - otherEnd : 0;
    }
}
