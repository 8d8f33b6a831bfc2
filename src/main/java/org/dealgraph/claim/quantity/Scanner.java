package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into {@link Tokens} in one pass, looking at each character a bounded number of times. Digits of any script,
 * full-width letters and signs count as their plain forms; invisible characters are passed over.
 */
final class Scanner {

    /** Longer runs of digits are no quantity. */
    /** Scales behind a decimal comma: "1,5 billion", "2,5 Mio". */
    private static final List<String> SCALES = List.of("billion", "million", "trillion", "bn", "mio", "mrd", "mln");

    private static final int MOST_DIGITS = 24;

    private static final int LONGEST_WORD = 40;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean glued;

    private Scanner(String text) {
        this.text = text;
    }

    static Tokens scan(String text) {
        return new Tokens(list(text), text.length());
    }

    static List<Token> list(String text) {
        Scanner scanner = new Scanner(text);
        scanner.run();
        return scanner.tokens;
    }

    private void run() {
        int newlines = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isInvisible(c)) {
                at += Character.charCount(c);
            } else if (isSpace(c)) {
                newlines += c == '\n' ? 1 : 0;
                if (newlines == 2) {
                    tokens.add(new Token(Token.Kind.BREAK, at, at, "", null, false, false, false));
                }
                glued = false;
                at++;
            } else {
                newlines = 0;
                token(c);
                glued = true;
            }
        }
    }

    private void token(int c) {
        if (digit(at) >= 0 || isLeadingPoint()) {
            number();
        } else if (isIdeograph(c)) {
            sign(c, Token.Kind.WORD);
        } else if (Character.isLetter(c)) {
            word();
        } else {
            sign(c, Token.Kind.SIGN);
        }
    }

    private boolean isLeadingPoint() {
        return text.charAt(at) == '.'
                && digit(at + 1) >= 0
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private void sign(int c, Token.Kind kind) {
        int width = Character.charCount(c);
        String plain = Character.toString(plain(c));
        add(kind, at, at + width, plain, null, "");
        at += width;
    }

    // ── numbers ──

    private void number() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        StringBuilder written = new StringBuilder();
        takeDigits(digits, written);
        while (takeGroup(digits, written)) {
            // each group is taken by the condition
        }
        boolean comma =
                at < text.length() && text.charAt(at) == ',' && (isDecimalComma(digits) || isBehindPointGroups(start));
        if (comma
                || at < text.length()
                        && text.charAt(at) == '.'
                        && digit(at + 1) >= 0
                        && (at == start || takesPoint(start))) {
            at++;
            digits.append('.');
            written.append('.');
            takeDigits(digits, written);
        }
        BigDecimal value = digits.length() > MOST_DIGITS ? null : new BigDecimal(leadingZero(digits));
        BigDecimal fraction = at < text.length() ? fraction(text.charAt(at)) : null;
        if (fraction != null && value != null) {
            value = value.add(fraction);
            at++;
        }
        Token.Kind kind = value == null ? Token.Kind.SIGN : Token.Kind.NUMBER;
        add(kind, start, at, value == null ? "#" : written.toString(), value, "");
    }

    private static String leadingZero(StringBuilder digits) {
        return digits.charAt(0) == '.' ? "0" + digits : digits.toString();
    }

    private void takeDigits(StringBuilder digits, StringBuilder written) {
        while (digit(at) >= 0) {
            if (digits.length() <= MOST_DIGITS) {
                digits.append((char) ('0' + digit(at)));
                written.append((char) ('0' + digit(at)));
            }
            at += Character.charCount(text.codePointAt(at));
        }
    }

    /** A separator and the digits of one group: ",000", or ",00" where Indian groups follow. */
    private boolean takeGroup(StringBuilder digits, StringBuilder written) {
        if (at >= text.length() || digits.length() > MOST_DIGITS) {
            return false;
        }
        char c = text.charAt(at);
        boolean comma = c == ',' || c == '，' || c == '\'' || c == '’';
        boolean space = c == '\u00a0' || c == '\u2009' || c == '\u202f' || c == ' ';
        boolean point = c == '.' && digitsFrom(at + 1) == 3 && isPointGroup(written);
        if (!comma && !space && !point) {
            return false;
        }
        int run = digitsFrom(at + 1);
        boolean thousands = run == 3 && (!space || isSpacedGroup(c, digits, written));
        boolean indian = c == ',' && run == 2 && digits.length() <= 2 + written.length() && indianTail(at + 3);
        if (!thousands && !indian) {
            return false;
        }
        at++;
        written.append(',');
        takeDigits(digits, written);
        return true;
    }

    /** "1.234.567" and "1.234,56": a point groups digits where there are two of them, or a decimal comma follows. */
    private boolean isPointGroup(StringBuilder written) {
        boolean behind = at + 4 < text.length();
        boolean second = behind
                && (text.charAt(at + 4) == '.' && digitsFrom(at + 5) == 3
                        || text.charAt(at + 4) == ',' && digitsFrom(at + 5) == 2);
        return written.length() <= 3 && second
                || written.indexOf(",") > 0 && written.length() > 4 && text.charAt(at - 4) == '.';
    }

    /**
     * "600 000": a plain space groups digits only before three zeros, as two numbers may stand side by side, or behind
     * a currency where two groups follow ("$1 234 567").
     */
    private boolean isSpacedGroup(char space, StringBuilder digits, StringBuilder written) {
        boolean first = digits.length() <= 3 && digits.charAt(0) != '0';
        boolean grouped = written.indexOf(",") >= 0;
        boolean plain = space == ' ';
        boolean zeros = text.startsWith("000", at + 1);
        boolean money = plain
                && (grouped || first && at + 4 < text.length() && text.charAt(at + 4) == ' ' && digitsFrom(at + 5) == 3)
                && isBehindSign(at - written.length());
        return (first || grouped) && (!plain || zeros || money);
    }

    private boolean isBehindSign(int start) {
        int sign = start - 1 >= 0 && text.charAt(start - 1) == ' ' ? start - 2 : start - 1;
        if (sign < 0) {
            return false;
        }
        boolean code = sign >= 2
                && (sign == 2 || !Character.isLetter(text.charAt(sign - 3)))
                && Currencies.isCode(text.substring(sign - 2, sign + 1));
        return code || Currencies.sign(text.substring(sign, sign + 1)) != null;
    }

    private boolean indianTail(int i) {
        for (int groups = 0; groups < 4; groups++) {
            if (i >= text.length() || text.charAt(i) != ',') {
                return false;
            }
            int run = digitsFrom(i + 1);
            if (run == 3) {
                return true;
            }
            if (run != 2) {
                return false;
            }
            i += 3;
        }
        return false;
    }

    private int digitsFrom(int i) {
        int n = 0;
        while (n <= 3 && digit(i + n) >= 0) {
            n++;
        }
        return n;
    }

    /** "27.02.1998" and "1998.02.27" stay three numbers. */
    private boolean isDottedDate(int start) {
        int run = digitsFrom(at + 1);
        boolean year = at - start == 4 && (text.startsWith("19", start) || text.startsWith("20", start));
        return (at - start <= 2 || year)
                && run >= 1
                && run <= 2
                && at + 1 + run < text.length()
                && text.charAt(at + 1 + run) == '.'
                && digit(at + 2 + run) >= 0;
    }
    /** "1,5 billion". */
    private boolean isDecimalComma(StringBuilder digits) {
        int run = digitsFrom(at + 1);
        int word = at + 2 + run;
        boolean plausible = digits.length() <= 3 && (run == 1 || run == 2) && word < text.length();
        return plausible
                && text.charAt(word - 1) == ' '
                && SCALES.stream().anyMatch(scale -> text.regionMatches(true, word, scale, 0, scale.length()));
    }

    /** The comma of "1.234,56". */
    private boolean isBehindPointGroups(int start) {
        int run = digitsFrom(at + 1);
        return (run == 1 || run == 2)
                && at - 4 > start
                && text.charAt(at - 4) == '.'
                && text.indexOf('.', at - 3, at) < 0;
    }

    private boolean takesPoint(int start) {
        return !isDottedDate(start) && !isBehindPoint(start);
    }

    /** The last part of "27.2.1998" takes no further point. */
    private boolean isBehindPoint(int start) {
        return start >= 2 && text.charAt(start - 1) == '.' && digit(start - 2) >= 0;
    }

    private int digit(int i) {
        if (i >= text.length()) {
            return -1;
        }
        char c = text.charAt(i);
        if (c < 128) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        return Character.isSurrogate(c) ? -1 : Character.digit(c, 10);
    }

    private static @Nullable BigDecimal fraction(char c) {
        return switch (c) {
            case '½' -> new BigDecimal("0.5");
            case '¼' -> new BigDecimal("0.25");
            case '¾' -> new BigDecimal("0.75");
            default -> null;
        };
    }

    // ── words ──

    private void word() {
        int start = at;
        StringBuilder word = new StringBuilder();
        int cut = -1;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean digit = digit(at) >= 0;
            if (isInvisible(c)) {
                at += Character.charCount(c);
                continue;
            }
            if (!digit
                    && (!Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK
                            || isIdeograph(c))) {
                break;
            }
            if (digit && cut < 0 && Currencies.isGluedPrefix(word, start, text)) {
                break;
            }
            cut = digit ? at : cut;
            if (word.length() < LONGEST_WORD) {
                word.appendCodePoint(plain(c));
            }
            at += Character.charCount(c);
        }
        at = start == at ? at + Character.charCount(text.codePointAt(at)) : at;
        if (!abbreviation(start, word)) {
            add(Token.Kind.WORD, start, at, word.toString().toLowerCase(Locale.ROOT), null, word);
        }
    }

    /** "U.S." and "p.a." are one word, without their points. */
    private boolean abbreviation(int start, StringBuilder word) {
        boolean single = word.length() == 1 && at == start + 1;
        boolean another = single
                && at + 1 < text.length()
                && text.charAt(at) == '.'
                && Character.isLetter(text.charAt(at + 1))
                && (at + 2 >= text.length() || !Character.isLetter(text.charAt(at + 2)));
        if (!another) {
            return false;
        }
        while (word.length() < 4
                && at + 1 < text.length()
                && text.charAt(at) == '.'
                && Character.isLetter(text.charAt(at + 1))
                && (at + 2 >= text.length() || !Character.isLetter(text.charAt(at + 2)))) {
            word.append(text.charAt(at + 1));
            at += 2;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
        }
        add(Token.Kind.WORD, start, at, word.toString().toLowerCase(Locale.ROOT), null, word);
        return true;
    }

    private void add(Token.Kind kind, int start, int end, String plain, @Nullable BigDecimal value, CharSequence word) {
        boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
        boolean upper = capital && word.chars().allMatch(Character::isUpperCase);
        tokens.add(new Token(kind, start, end, plain, value, glued, capital, upper));
        glued = true;
    }

    // ── characters ──

    /** The plain form of a full-width character. */
    private static int plain(int c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return c - 0xFEE0;
        }
        return switch (c) {
            case 0xFFE0 -> '¢';
            case 0xFFE1 -> '£';
            case 0xFFE5 -> '¥';
            case 0xFFE6 -> '₩';
            case '’', '‘', 'ʼ' -> '\'';
            default -> c;
        };
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(int c) {
        return c >= 0xAD && Character.getType(c) == Character.FORMAT;
    }

    private static boolean isIdeograph(int c) {
        return c >= 0x2E80 && Character.isIdeographic(c);
    }
}
