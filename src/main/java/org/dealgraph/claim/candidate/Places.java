package org.dealgraph.claim.candidate;

import java.util.Set;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;

/** Tells where a name stands beside a word: subject, object, owner, or behind which preposition. */
final class Places {

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

    Places(Prose prose) {
        this.prose = prose;
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

    /** How far a place can be trusted: less where another verb stands between, or a nearer subject. */
    double trust(Actor actor, Trigger trigger, java.util.List<Actor> all) {
        if (actor.end() <= trigger.first()) {
            boolean nearer = slot(actor, trigger) == Slot.SUBJECT
                    && all.stream()
                            .anyMatch(a -> a.first() >= actor.end()
                                    && a.end() <= trigger.first()
                                    && !a.indirect()
                                    && (a.group() < 0 || a.group() != actor.group())
                                    && !a.key().equals(actor.key())
                                    && slot(a, trigger) == Slot.SUBJECT);
            return nearer ? 0.3 : 1;
        }
        return verbs(trigger.end(), actor.first()) > 0 ? 0.3 : 1;
    }

    /** Finite verbs between two tokens. */
    int verbs(int from, int to) {
        if (to - from > FAR) {
            return MANY;
        }
        int verbs = 0;
        for (int i = from; i < to; i++) {
            Token t = prose.token(i);
            boolean finite = English.finite(t.lower()) && t.word() && !t.capitalised();
            boolean modal =
                    i > 0 && English.AUXILIARIES.contains(prose.token(i - 1).lower());
            if (finite
                    && !modal
                    && !(i > 0
                            && English.DETERMINERS.contains(prose.token(i - 1).lower()))) {
                verbs++;
            }
        }
        return verbs;
    }

    /** How many clause boundaries lie between two tokens. */
    double breaks(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        if (high - low > FAR) {
            return MANY;
        }
        double breaks = 0;
        for (int i = low; i < high; i++) {
            Token t = prose.token(i);
            if (BREAKS.contains(t.text()) || TURNS.contains(t.lower())) {
                breaks++;
            } else if (t.is(",")) {
                breaks += COMMA;
            }
        }
        return breaks;
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
