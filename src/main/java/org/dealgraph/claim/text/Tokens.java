package org.dealgraph.claim.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits text into tokens. Hyphens stand alone ("Seattle", "-", "based"), a possessive {@code 's} is a token of its own,
 * "U.S." keeps its points, and a number never runs into the letters after it ("168", "MW").
 */
public final class Tokens {

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean glued;

    private Tokens(String text) {
        this.text = text;
    }

    /** The tokens of a text in order, each character looked at a bounded number of times. */
    public static List<Token> of(String text) {
        return new Tokens(text).scan();
    }

    private List<Token> scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (blank(c)) {
                glued = false;
                at++;
            } else if (invisible(c)) {
                at++;
            } else if (letter(at)) {
                word();
            } else if (digit(c)) {
                number();
            } else if (apostrophe(c) && clitic()) {
                add(at + 2, Token.Kind.CLITIC);
            } else {
                add(at + Character.charCount(text.codePointAt(at)), Token.Kind.SIGN);
            }
        }
        return List.copyOf(tokens);
    }

    private void word() {
        int end = initials();
        if (end < 0) {
            end = at;
            while (end < text.length() && inWord(end)) {
                end += Character.charCount(text.codePointAt(end));
            }
        }
        add(end, Token.Kind.WORD);
    }

    /** The end of "U.S." and the like, or -1: single letters each followed by a point, at least two. */
    private int initials() {
        int end = at;
        int letters = 0;
        while (end + 1 < text.length()
                && Character.isLetter(text.charAt(end))
                && text.charAt(end + 1) == '.'
                && letters < 6) {
            end += 2;
            letters++;
        }
        boolean closed = end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return letters >= 2 && closed ? end : -1;
    }

    private boolean inWord(int i) {
        char c = text.charAt(i);
        if (letter(i) || digit(c) || invisible(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        if (i + 1 >= text.length() || !letter(i + 1)) {
            return false;
        }
        if (c == '.') {
            return Character.isLowerCase(text.charAt(i + 1)) && i > at;
        }
        return c == '&' ? !Character.isWhitespace(text.charAt(i - 1)) : apostrophe(c) && !possessive(i);
    }

    private boolean possessive(int i) {
        char s = text.charAt(i + 1);
        return (s == 's' || s == 'S') && (i + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(i + 2)));
    }

    private boolean clitic() {
        return glued
                && at + 1 < text.length()
                && possessive(at)
                && !tokens.isEmpty()
                && tokens.getLast().kind() != Token.Kind.CLITIC;
    }

    private void number() {
        int end = at;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean separator = (c == '.' || c == ',') && end + 1 < text.length() && digit(text.charAt(end + 1));
            if (!digit(c) && !separator) {
                break;
            }
            end++;
        }
        add(end, Token.Kind.NUMBER);
    }

    private void add(int end, Token.Kind kind) {
        String written = visible(text.substring(at, end));
        tokens.add(new Token(tokens.size(), at, end, written, written.toLowerCase(Locale.ROOT), kind, glued));
        at = end;
        glued = true;
    }

    private static String visible(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (invisible(word.charAt(i))) {
                return word.codePoints()
                        .filter(c -> Character.getType(c) != Character.FORMAT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return word;
    }

    private boolean letter(int i) {
        return Character.isLetter(text.codePointAt(i));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean invisible(char c) {
        return Character.getType(c) == Character.FORMAT;
    }

    private static boolean apostrophe(char c) {
        return c == '\'' || c == '’' || c == 'ʼ';
    }
}
