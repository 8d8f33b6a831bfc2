package org.dealgraph.claim.mention;

import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;

/** Looks at the words around a stretch of tokens. */
final class Context {

    private Context() {}

    /** Whether most longer words of a heading begin with capitals, so that a capital tells nothing. */
    static boolean titleCase(Prose prose, Sentence sentence) {
        int capitals = 0;
        int small = 0;
        for (Token token : prose.tokens(sentence)) {
            if (token.word() && token.text().length() > 3) {
                if (Character.isUpperCase(token.text().charAt(0))) {
                    capitals++;
                } else {
                    small++;
                }
            }
        }
        return capitals > 2 && capitals > 2 * small;
    }

    /** Whether a token opens its sentence, a quotation in it or a part after a colon, so that any word has a capital. */
    static boolean opens(Prose prose, Sentence sentence, int token) {
        int at = token - 1;
        while (at >= sentence.first()
                && prose.token(at).kind() == Token.Kind.SIGN
                && !prose.token(at).is(",")) {
            Token sign = prose.token(at);
            if (sign.is(":") || sign.quote() || sign.is(".") || sign.is("?") || sign.is("!")) {
                return true;
            }
            if (!"-–—•*#([|_‘'".contains(sign.text())) {
                return false;
            }
            if ("–—-([".contains(sign.text()) && at > sentence.first() + 1) {
                return false;
            }
            at--;
        }
        return at < sentence.first() || (prose.token(at).kind() == Token.Kind.NUMBER && at == sentence.first());
    }

    /** Whether a possessive ending follows. */
    static boolean possessive(Prose prose, int end) {
        if (end >= prose.size()) {
            return false;
        }
        Token next = prose.token(end);
        if (next.kind() == Token.Kind.CLITIC) {
            return !(end + 1 < prose.size() && contraction(prose.token(end + 1)));
        }
        return (next.is("'") || next.is("’"))
                && next.glued()
                && end > 0
                && prose.token(end - 1).lower().endsWith("s")
                && end + 1 < prose.size()
                && prose.token(end + 1).word();
    }

    private static boolean contraction(Token after) {
        return after.is("been") || after.is("a") || after.is("not") || after.is("going");
    }

    /** Index of the verb whose subject ends before a token, over adverbs and one bracket or clause in commas; or -1. */
    static int verbAfter(Prose prose, Sentence sentence, int end) {
        int at = end;
        if (at < sentence.end() && (prose.token(at).is("(") || prose.token(at).is(","))) {
            at = closing(prose, sentence, at);
        }
        while (at < sentence.end()
                && (English.ADVERBS.contains(prose.token(at).lower())
                        || prose.token(at).lower().endsWith("ly"))) {
            at++;
        }
        return at < sentence.end()
                        && at >= 0
                        && prose.token(at).word()
                        && English.finite(prose.token(at).text())
                ? at
                : -1;
    }

    private static int closing(Prose prose, Sentence sentence, int open) {
        String close = prose.token(open).is("(") ? ")" : ",";
        for (int at = open + 1; at < sentence.end() && at < open + 24; at++) {
            if (prose.token(at).is(close)) {
                return at + 1;
            }
        }
        return sentence.end();
    }

    /** The word before a token in its sentence in lower case, or the empty text; quotation marks are passed over. */
    static String before(Prose prose, Sentence sentence, int token) {
        int at = token - 1;
        while (at >= sentence.first()
                && (prose.token(at).quote() || prose.token(at).hyphen())) {
            at--;
        }
        return at < sentence.first() ? "" : prose.token(at).lower();
    }

    static String at(Prose prose, Sentence sentence, int token) {
        return token >= sentence.first() && token < sentence.end()
                ? prose.token(token).lower()
                : "";
    }
}
