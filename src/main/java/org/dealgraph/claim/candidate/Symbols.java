package org.dealgraph.claim.candidate;

import java.util.List;
import java.util.Set;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * A text as one symbol a token: the plain form of a word, one sign for a whole name, one for an amount, one for any other
 * number. Tokens inside a name or amount have none.
 */
final class Symbols {

    private static final String NAME = "@";
    private static final String BEHIND = "@of";
    private static final String NUMBER = "#";

    private static final int LONGEST = 24;
    private static final Set<String> BARE = Set.of("the", "a", "an", "\"", "“", "”", "*");

    private final @Nullable String[] symbols;
    private final boolean[] verbs;
    private final Prose prose;

    Symbols(Scene scene) {
        prose = scene.prose();
        symbols = new String[prose.size()];
        verbs = new boolean[prose.size()];
        for (int i = 0; i < symbols.length; i++) {
            Token t = prose.token(i);
            symbols[i] = BARE.contains(t.lower()) ? null : plain(t);
            verbs[i] = t.word() && !t.capitalised() && English.verb(t.lower()) && !after(i);
        }
        for (List<Actor> actors : scene.actors()) {
            for (Actor a : actors) {
                cover(a.first(), a.end(), a.indirect() ? BEHIND : NAME);
            }
        }
        for (Anchor a : scene.anchors()) {
            if (a.type().numbered()) {
                cover(a.first(), a.end(), sign(a.type()));
            }
        }
    }

    /** Whether a word follows an article or an owner, and so is a noun. */
    private boolean after(int i) {
        if (i == 0) {
            return false;
        }
        String before = prose.token(i - 1).lower();
        return English.DETERMINERS.contains(before)
                || English.POSSESSIVES.contains(before)
                || prose.token(i - 1).kind() == Token.Kind.CLITIC;
    }

    private static String plain(Token t) {
        if (t.kind() == Token.Kind.NUMBER) {
            return NUMBER;
        }
        String w = t.lower();
        if (!t.word() || w.length() > LONGEST) {
            return w.length() > LONGEST ? NUMBER : w;
        }
        String lemma = English.lemma(w);
        if (!lemma.equals(w) || w.length() < 4 || !w.endsWith("s") || w.endsWith("ss")) {
            return lemma;
        }
        return w.substring(0, w.length() - 1);
    }

    private static String sign(AnchorType type) {
        return switch (type) {
            case MONEY -> "$";
            case POWER -> "mw";
            default -> "units";
        };
    }

    private void cover(int first, int end, String sign) {
        for (int i = first; i < end && i < symbols.length; i++) {
            symbols[i] = i == first ? sign : null;
            verbs[i] = false;
        }
    }

    /** The symbol of a token, or null. */
    @Nullable
    String at(int token) {
        return symbols[token];
    }

    /** The n-th symbol before or after a stretch, counted from 1; a sign for the sentence's edge where there is none. */
    String beside(Sentence sentence, int first, int end, int n, boolean left) {
        int left0 = n;
        int i = left ? first - 1 : end;
        while (i >= sentence.first() && i < sentence.end()) {
            String s = symbols[i];
            if (s != null) {
                left0--;
                if (left0 == 0) {
                    return s;
                }
            }
            i += left ? -1 : 1;
        }
        return "|";
    }

    /** Whether a token is a form of a verb. */
    boolean verb(int token) {
        return verbs[token];
    }

    /** The last verb in a stretch, or -1. */
    int lastVerb(int first, int end) {
        for (int i = Math.min(end, symbols.length) - 1; i >= first; i--) {
            if (verbs[i]) {
                return i;
            }
        }
        return -1;
    }

    /** The first verb in a stretch, or -1. */
    int firstVerb(int first, int end) {
        for (int i = Math.max(0, first); i < end && i < symbols.length; i++) {
            if (verbs[i]) {
                return i;
            }
        }
        return -1;
    }
}
