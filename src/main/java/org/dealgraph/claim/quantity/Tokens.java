package org.dealgraph.claim.quantity;

import java.util.List;
import org.dealgraph.model.Span;

/** The tokens of a text; any index outside is a {@link Token.Kind#BREAK}, so that readers may look ahead without care. */
final class Tokens {

    private final List<Token> list;
    private final Token edge;

    Tokens(List<Token> list, int length) {
        this.list = list;
        this.edge = new Token(Token.Kind.BREAK, length, length, "", null, false, false, false);
    }

    int size() {
        return list.size();
    }

    Token at(int i) {
        return i >= 0 && i < list.size() ? list.get(i) : edge;
    }

    String text(int i) {
        return at(i).text();
    }

    boolean is(int i, String word) {
        return at(i).is(word);
    }

    /** The text that the tokens {@code [from, to)} cover. */
    Span span(int from, int to) {
        return new Span(at(from).start(), Math.max(at(from).start(), at(to - 1).end()));
    }

    /** Whether these words stand at {@code i}, one token each. */
    boolean are(int i, String... words) {
        for (int k = 0; k < words.length; k++) {
            if (!is(i + k, words[k])) {
                return false;
            }
        }
        return true;
    }

    /** The index after a hyphen at {@code i}, or {@code i}. */
    int skipHyphen(int i) {
        return isHyphen(i) ? i + 1 : i;
    }

    boolean isHyphen(int i) {
        String t = text(i);
        return t.equals("-") || t.equals("\u2010") || t.equals("\u2011");
    }

    boolean isDash(int i) {
        String t = text(i);
        return isHyphen(i) || t.equals("–") || t.equals("—") || t.equals("−") || t.equals("\u2012");
    }

    /** Whether a sentence ends at {@code i}: a stop with a space behind it, or a break. */
    boolean endsSentence(int i) {
        Token t = at(i);
        return switch (t.kind()) {
            case BREAK -> true;
            case SIGN -> (t.is(".") && !at(i + 1).glued()) || t.is("!") || t.is("?") || t.is(";");
            default -> false;
        };
    }
}
