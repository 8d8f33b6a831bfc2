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
     * @param factor what the figure is multiplied by: a hundredth for cents, a million for "MSEK"
     */
    record Mark(String currency, int end, boolean bareDollar, BigDecimal factor) {

        static Mark of(String currency, int end) {
            return new Mark(currency, end, false, BigDecimal.ONE);
        }

        boolean cents() {
            return factor.compareTo(BigDecimal.ONE) < 0;
        }

        boolean scaled() {
            return factor.compareTo(BigDecimal.ONE) > 0;
        }

        boolean dollar() {
            return Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD").contains(currency);
        }
    }

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private static final Set<String> BEHIND_GRAND = Set.of(
            "a",
            "per",
            "in",
            "for",
            "to",
            "on",
            "from",
            "by",
            "at",
            "and",
            "or",
            "each",
            "apiece",
            "more",
            "less",
            "is",
            "was",
            "over",
            "every",
            "into",
            "if",
            "than",
            "when",
            "after",
            "before",
            "up",
            "down",
            "out",
            "monthly",
            "annually");

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
        if (next.isWord()) {
            String code = Currencies.code(t);
            return code == null ? null : isNumbered(i + 1) ? Mark.of(code, i + 1) : scaledBefore(i, code);
        }
        if (next.kind() == Token.Kind.SIGN
                && (next.glued() || t.upper() && t.text().length() > 1)) {
            String code = Currencies.sign(t.text() + next.text());
            code = code == null && t.is("us") && next.is("$") ? "USD" : code;
            if (code != null) {
                return Mark.of(code, i + 2);
            }
        }
        return next.kind() == Token.Kind.BREAK ? null : beforeFigure(i, t, next);
    }

    private @Nullable Mark beforeFigure(int i, Token t, Token next) {
        Currencies.ScaledCode scaled = next.isNumber() ? Currencies.scaledCode(t) : null;
        if (scaled != null) {
            return new Mark(scaled.code(), i + 1, false, scaled.scale());
        }
        String code = Currencies.code(t);
        boolean lettered = t.text().length() > 1 && !t.is("sh") || next.glued();
        code = code == null && t.is("le") && t.upper() ? "EGP" : code;
        code = code == null && lettered && (t.capital() || t.is("kr") || t.is("rmb"))
                ? Currencies.prefixWord(t.text())
                : code;
        code = code == null && NumberWords.scale(tokens.text(i + 2)) != null ? Currencies.word(t) : code;
        code = code == null && leads(i) ? Currencies.leading(t.text()) : code;
        if (code == null) {
            return null;
        }
        int figure = next.is(".") || Currencies.sign(next.text()) != null ? i + 2 : i + 1;
        return tokens.at(figure).isNumber() ? Mark.of(code, figure) : null;
    }

    /** "USD one billion": a number in words behind a code. */
    private boolean isNumbered(int i) {
        boolean number = NumberWords.small(tokens.text(i)) != null || tokens.is(i, "half");
        int scale = tokens.is(i + 1, "a") ? i + 2 : i + 1;
        return number && NumberWords.scale(tokens.text(scale)) != null;
    }

    /** "EUR million 75". */
    private @Nullable Mark scaledBefore(int i, String code) {
        BigDecimal scale = NumberWords.scale(tokens.text(i + 1));
        Token figure = tokens.at(i + 2);
        boolean plain = figure.isNumber() && !figure.isYear() && NumberWords.scale(tokens.text(i + 3)) == null;
        return scale == null || !plain ? null : new Mark(code, i + 2, false, scale);
    }

    /** "Euro 5 million", "rupees 500 crore", "ringgit 42": a name leads what is scaled, a few names any figure. */
    private boolean leads(int i) {
        if (!tokens.at(i + 1).isNumber()) {
            return false;
        }
        boolean any = tokens.text(i).startsWith("ringgit") || tokens.is(i, "rupees");
        return any
                || NumberWords.scale(tokens.text(i + 2)) != null
                || tokens.at(i + 2).glued() && NumberWords.letterScale(tokens.text(i + 2)) != null;
    }

    private Mark signed(String code, boolean bare, int end) {
        boolean doubled = tokens.isHyphen(end)
                && tokens.at(end + 1).isNumber()
                && tokens.at(end + 1).glued();
        return new Mark(bare ? dollar : code, doubled ? end + 1 : end, bare, BigDecimal.ONE);
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
        Mark other = national(at);
        other = other == null ? lettered(at) : other;
        other = other == null ? scaledBehind(at, figure) : other;
        if (other != null) {
            return other;
        }
        String code = isGluedBefore(at) ? null : Currencies.code(t);
        code = code == null && isName(at, figure) ? Currencies.name(t.text()) : code;
        if (code == null) {
            return null;
        }
        int end = tokens.is(at + 1, "sterling") ? at + 2 : at + 1;
        return Mark.of(code, end);
    }

    /** "3 USD50 vouchers". */
    private boolean isGluedBefore(int at) {
        return tokens.at(at + 1).isNumber() && tokens.at(at + 1).glued();
    }

    /** "20 US$", but not "20 US$5 notes". */
    private @Nullable Mark lettered(int at) {
        Token sign = tokens.at(at + 1);
        String code = sign.kind() == Token.Kind.SIGN && sign.glued() && !isGluedBefore(at + 1)
                ? Currencies.sign(tokens.text(at) + sign.text())
                : null;
        return code == null ? null : Mark.of(code, at + 2);
    }

    /** "120 MSEK", "75 USD million", "5 grand". */
    private @Nullable Mark scaledBehind(int at, Figure figure) {
        if (figure.scaled() && !tokens.is(at, "grand")) {
            return null;
        }
        Currencies.ScaledCode scaled = Currencies.scaledCode(tokens.at(at));
        if (scaled != null) {
            return new Mark(scaled.code(), at + 1, false, scaled.scale());
        }
        if (tokens.is(at, "grand")) {
            boolean slang = !tokens.at(at).capital()
                    && isGrandSum(at + 1)
                    && figure.low().compareTo(THOUSAND) < 0;
            return slang ? new Mark("USD", at + 1, false, THOUSAND) : null;
        }
        String code = Currencies.code(tokens.at(at));
        BigDecimal scale = NumberWords.scale(tokens.text(at + 1));
        return code == null || scale == null || tokens.text(at + 1).endsWith("s")
                ? null
                : new Mark(code, at + 2, false, scale);
    }

    /** "ten grand a month" is money, "ten grand pianos" are not. */
    private boolean isGrandSum(int i) {
        return !tokens.at(i).isWord() && !tokens.isHyphen(i) || BEHIND_GRAND.contains(tokens.text(i));
    }

    private boolean isQuote(int i) {
        return tokens.is(i, "\"") || tokens.is(i, "”") || tokens.is(i, "'");
    }

    private @Nullable Mark signBehind(int at) {
        String code = Currencies.sign(tokens.text(at));
        return code == null || tokens.at(at + 1).isNumber()
                ? null
                : Mark.of(tokens.is(at, "$") ? dollar : code, at + 1);
    }

    private @Nullable Mark cents(int at, Figure figure) {
        String code = Currencies.cents(tokens.text(at));
        boolean letter = tokens.is(at, "p") && !tokens.at(at).glued();
        return code == null || letter || figure.scaled() && !tokens.is(at, "cents")
                ? null
                : new Mark(code, at + 1, false, HUNDREDTH);
    }

    /** "US dollars", "Hong Kong dollars", "of Saudi riyals". */
    private @Nullable Mark national(int at) {
        for (int people = at; people <= at + 1; people++) {
            int money = tokens.skipHyphen(people + 1);
            if (tokens.at(people).isWord() && tokens.at(money).isWord()) {
                String code = Currencies.national(tokens.text(people), tokens.text(money));
                boolean named = people == at || tokens.at(at).capital() || tokens.is(at, "new");
                if (code != null && named) {
                    return Mark.of(code, money + 1);
                }
            }
        }
        String single = tokens.is(at, "canadian") || tokens.is(at, "australian")
                ? Currencies.national(tokens.text(at), "dollar")
                : null;
        return single == null || tokens.at(at + 1).capital() || !tokens.endsSentence(at + 1)
                ? null
                : Mark.of(single, at + 1);
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
            case "rm", "le" -> figure.digits() && tokens.at(at).upper();
            default -> true;
        };
    }
}
