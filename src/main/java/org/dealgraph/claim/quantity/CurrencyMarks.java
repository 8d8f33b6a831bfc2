package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what names the currency of a figure, before it or behind it. */
final class CurrencyMarks {

    /**
     * A sign, code or name.
     *
     * @param currency ISO 4217 code
     * @param end index of the token behind it
     * @param bareDollar whether it is "$" alone, which a text may tell more of
     * @param cents whether it counts hundredths
     */
    record Mark(String currency, int end, boolean bareDollar, boolean cents) {

        boolean dollar() {
            return Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD").contains(currency);
        }
    }

    private final Tokens tokens;
    private final String dollar;

    CurrencyMarks(Tokens tokens) {
        this.tokens = tokens;
        this.dollar = statedDollar(tokens);
    }

    /** "All amounts are in Canadian dollars" gives "$" that meaning for the whole text; else it is the US dollar. */
    private static String statedDollar(Tokens tokens) {
        for (int i = 2; i < tokens.size(); i++) {
            if ((tokens.is(i, "dollars") || tokens.is(i, "$"))
                    && !tokens.at(i + 1).isNumber()) {
                String code = Currencies.national(tokens.text(i - 1), "dollar");
                int before = i - (tokens.is(i - 2, "new") || tokens.is(i - 2, "hong") ? 3 : 2);
                boolean all = tokens.is(before, "in") || tokens.is(before, "are");
                if (code != null && all) {
                    return code;
                }
            }
        }
        return "USD";
    }

    /** The mark that starts at {@code i} and stands before a figure. */
    @Nullable
    Mark before(int i) {
        Token t = tokens.at(i);
        if (t.kind() == Token.Kind.SIGN || t.isWord() && t.text().length() == 1 && Currencies.sign(t.text()) != null) {
            String code = Currencies.sign(t.text());
            return code == null ? null : signed(code, t.is("$"), i + 1);
        }
        if (!t.isWord()) {
            return null;
        }
        Token next = tokens.at(i + 1);
        if (next.kind() == Token.Kind.SIGN
                && (next.glued() || t.upper() && t.text().length() > 1)) {
            String code = Currencies.sign(t.text() + next.text());
            code = code == null && t.is("us") && next.is("$") ? "USD" : code;
            if (code != null) {
                return new Mark(code, i + 2, false, false);
            }
        }
        String code = Currencies.code(t);
        boolean lettered = t.text().length() > 1 && !t.is("sh") || next.glued();
        code = code == null && lettered && (t.capital() || t.is("kr")) ? Currencies.prefixWord(t.text()) : code;
        code = code == null && NumberWords.scale(tokens.text(i + 2)) != null ? Currencies.word(t) : code;
        if (code == null) {
            return null;
        }
        int figure = next.is(".") || Currencies.sign(next.text()) != null ? i + 2 : i + 1;
        return tokens.at(figure).isNumber() ? new Mark(code, figure, false, false) : null;
    }

    private Mark signed(String code, boolean bare, int end) {
        boolean doubled = tokens.isHyphen(end)
                && tokens.at(end + 1).isNumber()
                && tokens.at(end + 1).glued();
        return new Mark(bare ? dollar : code, doubled ? end + 1 : end, bare, false);
    }

    /** The mark behind a figure. */
    @Nullable
    Mark after(Figure figure) {
        int at = tokens.skipHyphen(figure.end());
        boolean abbreviated =
                figure.scaled() && tokens.is(at, ".") && tokens.at(at).glued();
        if (abbreviated
                && Currencies.isNamed(tokens.at(at + 1))
                && tokens.text(at - 1).length() <= 3) {
            at++;
        } else if (tokens.is(at, "of") && (figure.scaled() || figure.vague())) {
            at++;
        } else if (figure.vague() && isQuote(at)) {
            at = tokens.is(at + 1, "of") ? at + 2 : at;
        }
        Token t = tokens.at(at);
        Mark cents = cents(at, figure);
        if (cents != null) {
            return cents;
        }
        if (t.kind() == Token.Kind.SIGN || t.isWord() && t.text().length() == 1) {
            return signBehind(at);
        }
        if (!t.isWord()) {
            return null;
        }
        Mark national = national(at);
        if (national != null) {
            return national;
        }
        String code = Currencies.code(t);
        code = code == null && isName(at, figure) ? Currencies.name(t.text()) : code;
        if (code == null) {
            return null;
        }
        int end = tokens.is(at + 1, "sterling") ? at + 2 : at + 1;
        return new Mark(code, end, false, false);
    }

    private boolean isQuote(int i) {
        return tokens.is(i, "\"") || tokens.is(i, "”") || tokens.is(i, "'");
    }

    private @Nullable Mark signBehind(int at) {
        String code = Currencies.sign(tokens.text(at));
        return code == null || tokens.at(at + 1).isNumber()
                ? null
                : new Mark(tokens.is(at, "$") ? dollar : code, at + 1, false, false);
    }

    private @Nullable Mark cents(int at, Figure figure) {
        String code = Currencies.cents(tokens.text(at));
        boolean letter = tokens.is(at, "p") && !tokens.at(at).glued();
        return code == null || letter || figure.scaled() && !tokens.is(at, "cents")
                ? null
                : new Mark(code, at + 1, false, true);
    }

    /** "US dollars", "Hong Kong dollars", "of Saudi riyals". */
    private @Nullable Mark national(int at) {
        for (int people = at; people <= at + 1; people++) {
            int money = tokens.skipHyphen(people + 1);
            if (tokens.at(people).isWord() && tokens.at(money).isWord()) {
                String code = Currencies.national(tokens.text(people), tokens.text(money));
                boolean named = people == at || tokens.at(at).capital() || tokens.is(at, "new");
                if (code != null && named) {
                    return new Mark(code, money + 1, false, false);
                }
            }
        }
        String single = tokens.is(at, "canadian") || tokens.is(at, "australian")
                ? Currencies.national(tokens.text(at), "dollar")
                : null;
        return single == null || tokens.at(at + 1).capital() || !tokens.endsSentence(at + 1)
                ? null
                : new Mark(single, at + 1, false, false);
    }

    /** Names that are also words count only where a number of that size leaves no doubt. */
    private boolean isName(int at, Figure figure) {
        String word = tokens.text(at);
        return switch (word) {
            case "won" ->
                figure.scaled() && figure.low().compareTo(BigDecimal.valueOf(1000)) >= 0
                        || figure.digits()
                                && figure.low().compareTo(BigDecimal.valueOf(1000)) >= 0
                                && tokens.text(at - 1).contains(",");
            case "sol", "colon", "rand", "lev", "som", "pula", "kina", "sterling" ->
                figure.digits() && !tokens.at(at).upper();
            default -> true;
        };
    }
}
