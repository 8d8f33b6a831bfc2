package org.dealgraph.claim.text;

import java.util.ArrayList;
import java.util.List;
import org.dealgraph.model.Span;

/**
 * Cuts tokens into sentences as news is written: abbreviations and initials do not end one, bullets, headings and list
 * items stand alone, a closing quotation mark belongs to the sentence before it.
 */
final class Sentences {

    /** A line at least this long without a closing point is taken as wrapped where the next one goes on in small letters. */
    private static final int WRAPPED = 50;

    /** No sentence has more tokens: what is compared within one sentence then takes time linear in the article's length. */
    private static final int LONGEST = 120;

    private final String text;
    private final List<Token> tokens;
    private final List<Sentence> sentences = new ArrayList<>();
    private int paragraph;
    private int first;

    private Sentences(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static List<Sentence> of(String text, List<Token> tokens) {
        return new Sentences(text, tokens).cut();
    }

    private List<Sentence> cut() {
        for (int i = 0; i < tokens.size(); i++) {
            int lines = i + 1 < tokens.size() ? lines(i) : 2;
            if (lines > 1) {
                close(i + 1);
                paragraph++;
            } else if ((lines == 1 && newLine(i)) || bulletAhead(i) || ends(i) || i + 1 - first >= LONGEST) {
                close(i + 1);
            }
        }
        return sentences;
    }

    /** Line ends between a token and the next, at most two of them told apart. */
    private int lines(int i) {
        int count = 0;
        int to = tokens.get(i + 1).start();
        for (int at = tokens.get(i).end(); at < to && count < 2; at++) {
            char c = text.charAt(at);
            if (c == '\u2029') {
                return 2;
            }
            if (c == '\n' || c == '\u2028' || c == '\u0085') {
                count++;
            }
        }
        return count;
    }

    private boolean newLine(int i) {
        Token next = tokens.get(i + 1);
        boolean goesOn = next.word() && Character.isLowerCase(next.text().charAt(0));
        int length = tokens.get(i).end() - tokens.get(first).start();
        return !(goesOn && length >= WRAPPED && !closing(tokens.get(i)));
    }

    private boolean bulletAhead(int i) {
        if (i + 1 >= tokens.size()) {
            return false;
        }
        Token next = tokens.get(i + 1);
        return English.BULLETS.contains(next.text())
                || (next.is("#") && !tokens.get(i).is("#") && !next.glued());
    }

    private boolean ends(int i) {
        Token token = tokens.get(i);
        if (!closing(token) && !(trailing(token) && token.glued() && i > first && closedBefore(i))) {
            return token.word() && token.text().endsWith(".") && initialsEnd(i);
        }
        int next = i + 1;
        if (next >= tokens.size()) {
            return true;
        }
        if (i == first + 1 && tokens.get(first).kind() == Token.Kind.NUMBER && token.is(".")) {
            return false;
        }
        Token after = tokens.get(next);
        if (after.glued() && trailing(after)) {
            return false;
        }
        if (after.glued()) {
            return token.is(".") && run(i, after);
        }
        return !(token.is(".") && abbreviated(i)) && opens(after, next);
    }

    /** "bought it.The next": a point without the space that should follow. */
    private boolean run(int i, Token after) {
        return i > first
                && after.word()
                && after.text().length() > 2
                && Character.isUpperCase(after.text().charAt(0))
                && Character.isLowerCase(after.text().charAt(1))
                && Character.isLowerCase(tokens.get(i - 1).text().charAt(0))
                && tokens.get(i - 1).word();
    }

    private boolean closedBefore(int i) {
        int at = i - 1;
        while (at > first && trailing(tokens.get(at)) && tokens.get(at).glued() && i - at < 4) {
            at--;
        }
        return closing(tokens.get(at)) && !(tokens.get(at).is(".") && abbreviated(at));
    }

    private boolean opens(Token next, int index) {
        if (next.word()) {
            return !Character.isLowerCase(next.text().charAt(0)) || next.innerCapital();
        }
        if (next.kind() == Token.Kind.NUMBER) {
            return true;
        }
        boolean sign = next.quote() || "([$€£¥₩₹‘'–—-*_".contains(next.text());
        return sign && index + 1 < tokens.size();
    }

    private boolean abbreviated(int point) {
        if (point == first || !tokens.get(point).glued()) {
            return false;
        }
        Token before = tokens.get(point - 1);
        Token after = point + 1 < tokens.size() ? tokens.get(point + 1) : null;
        if (!before.word() || after == null) {
            return false;
        }
        if (English.TITLES.contains(before.lower())) {
            return true;
        }
        if (before.text().length() == 1 && Character.isUpperCase(before.text().charAt(0))) {
            return after.capitalised() && initial(point - 1) && !English.STARTERS.contains(after.lower());
        }
        if (English.NUMBERED.contains(before.lower())) {
            return after.kind() == Token.Kind.NUMBER;
        }
        return English.ABBREVIATIONS.contains(before.lower()) && !English.STARTERS.contains(after.lower());
    }

    /** Whether a single capital stands for a first name, as in "J. P. Miller", and not for a grade, as in "Series C". */
    private boolean initial(int letter) {
        if (letter == first) {
            return true;
        }
        Token before = tokens.get(letter - 1);
        boolean another = before.is(".")
                && letter - 2 >= first
                && tokens.get(letter - 2).text().length() == 1;
        boolean begins = before.is(",") || English.PREPOSITIONS.contains(before.lower()) || before.is("and");
        return another || begins || (before.capitalised() && !English.GRADED.contains(before.lower()));
    }

    /** Whether a word such as "U.S." also closes its sentence. */
    private boolean initialsEnd(int i) {
        if (i + 1 >= tokens.size()) {
            return true;
        }
        Token after = tokens.get(i + 1);
        return !after.glued()
                && after.word()
                && Character.isUpperCase(after.text().charAt(0))
                && English.STARTERS.contains(after.lower())
                && !tokens.get(i).is("e.g.")
                && !tokens.get(i).is("i.e.");
    }

    private static boolean closing(Token token) {
        return token.kind() == Token.Kind.SIGN
                && (token.is(".") || token.is("!") || token.is("?") || token.is("…") || token.is("。"));
    }

    private static boolean trailing(Token token) {
        return token.kind() == Token.Kind.SIGN && "\"”’')]*_".contains(token.text());
    }

    private void close(int end) {
        if (end > first) {
            Sentence.Kind kind = kind(tokens.get(first), end);
            for (int i = first; kind == Sentence.Kind.HEADING && i < end - 1; i++) {
                if (tokens.get(i).is(";")) {
                    add(i + 1, kind);
                }
            }
            add(end, kind);
        }
    }

    /** A heading's halves tell of different things: "Acme raises $3bn; Oracle rents turbines". */
    private void add(int end, Sentence.Kind kind) {
        Token start = tokens.get(first);
        Token last = tokens.get(end - 1);
        sentences.add(new Sentence(sentences.size(), paragraph, new Span(start.start(), last.end()), first, end, kind));
        first = end;
    }

    private Sentence.Kind kind(Token start, int end) {
        boolean lineStart = first == 0 || lines(first - 1) > 0;
        if (start.is("#")) {
            return Sentence.Kind.HEADING;
        }
        if (English.BULLETS.contains(start.text()) || (lineStart && (start.is("-") || start.is("*")))) {
            return Sentence.Kind.ITEM;
        }
        if (lineStart
                && start.kind() == Token.Kind.NUMBER
                && end - first > 2
                && "). ".contains(tokens.get(first + 1).text())) {
            return Sentence.Kind.ITEM;
        }
        boolean wholeLine = lineStart && (end >= tokens.size() || lines(end - 1) > 0);
        Token last = tokens.get(end - 1);
        boolean open = !closing(last) && !trailing(last) && !last.is(":") && !last.is(";") && !last.is(",");
        boolean question = last.is("?") && end - first < 16;
        return wholeLine && ((open && end - first < 25) || question) ? Sentence.Kind.HEADING : Sentence.Kind.PLAIN;
    }
}
