package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one number phrase: "38", "38 thousand million", "half a trillion", "one hundred and twenty", "tens of billions". */
final class Figures {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    private static final BigDecimal TOO_LARGE = new BigDecimal("1e30");
    private static final Set<String> SEVERAL = Set.of("several", "multiple", "many", "multi", "few");

    /** The longest phrase that is read, in tokens. */
    private static final int LONGEST = 16;

    private final Tokens tokens;

    Figures(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The phrase at {@code i}; {@code money} says whether a currency stands before, so that "6.5 M" is millions. */
    @Nullable
    Figure read(int i, boolean money) {
        Figure figure = phrase(i, money);
        if (figure == null || figure.low().compareTo(TOO_LARGE) > 0) {
            return null;
        }
        return figure;
    }

    private @Nullable Figure phrase(int i, boolean money) {
        Token t = tokens.at(i);
        if (t.isNumber()) {
            Figure figures = eleven(i);
            return figures != null ? figures : digits(i, money);
        }
        if (!t.isWord()) {
            return null;
        }
        Figure figure = part(i);
        figure = figure != null ? figure : orderOfMagnitude(i);
        figure = figure != null ? figure : several(i);
        figure = figure != null ? figure : plural(i);
        return figure != null ? figure : words(i);
    }

    // ── digits ──

    private @Nullable Figure digits(int i, boolean money) {
        BigDecimal value = tokens.at(i).value();
        if (value == null) {
            return null;
        }
        int next = i + 1;
        Token after = tokens.at(next);
        BigDecimal letters = letterScale(next, money);
        if (letters != null) {
            return scales(Figure.of(value.multiply(letters), next + 1, letters, true));
        }
        if (after.glued() && after.isWord() && NumberWords.scale(after.text()) == null) {
            return Figure.of(value, next, true);
        }
        int numerator = tokens.isHyphen(next) && tokens.at(next).glued() ? next + 1 : next;
        BigDecimal fraction = fraction(numerator, numerator > next);
        if (fraction != null) {
            next = numerator + 3;
            value = value.add(fraction);
        }
        int open = openAbove(next);
        if (open > next) {
            return scales(new Figure(value, null, open, BigDecimal.ONE, true, false));
        }
        if (tokens.are(next, "and", "a", "half") || tokens.are(next, "and", "half", "a")) {
            next += 3;
            value = value.add(HALF);
        }
        return scales(Figure.of(value, next, true));
    }

    /** The half of "2 1/2 million" and "2-1/2 million". */
    private @Nullable BigDecimal fraction(int i, boolean hyphen) {
        boolean written = tokens.at(i).isNumber()
                && tokens.at(i).glued() == hyphen
                && tokens.is(i + 1, "/")
                && tokens.at(i + 2).glued();
        return switch (written ? tokens.text(i) + "/" + tokens.text(i + 2) : "") {
            case "1/2" -> HALF;
            case "1/4" -> QUARTER;
            case "3/4" -> HALF.add(QUARTER);
            default -> null;
        };
    }

    /** "$100+ billion", "10+ GW", "$5-plus billion": the index behind what opens the figure above. */
    private int openAbove(int next) {
        boolean plus = tokens.is(next, "+")
                && tokens.at(next).glued()
                && tokens.at(next + 1).isWord();
        boolean word = tokens.isHyphen(next)
                && tokens.is(next + 1, "plus")
                && NumberWords.scale(tokens.text(next + 2)) != null;
        return plus ? next + 1 : word ? next + 2 : next;
    }

    private @Nullable BigDecimal letterScale(int i, boolean money) {
        Token t = tokens.at(i);
        boolean named = !t.glued() && Currencies.isNamed(tokens.at(i + 1));
        BigDecimal scale = t.isWord() && (t.glued() || money || named) ? NumberWords.letterScale(t.text()) : null;
        boolean unsure = !money && !named && (t.is("t") || t.is("b") && !t.upper() || t.is("mm") || t.is("cr"));
        boolean possessive = t.is("m") && tokens.isHyphen(i + 1) && !money;
        return scale == null || unsure || possessive ? null : scale;
    }

    /** Takes any scale words behind a figure: " billion", "-billion", " thousand million", " lakh crore". */
    private Figure scales(Figure figure) {
        Figure scaled = figure;
        for (int steps = 0; steps < 3; steps++) {
            int at = scaled.end();
            int word = tokens.isHyphen(at) && NumberWords.scale(tokens.text(at + 1)) != null ? at + 1 : at;
            BigDecimal scale = tokens.at(word).isWord() ? NumberWords.scale(tokens.text(word)) : null;
            if (scale == null) {
                break;
            }
            scaled = scaled.times(scale, word + 1);
        }
        return scaled;
    }

    // ── parts: "half a trillion", "three quarters of a billion" ──

    private @Nullable Figure part(int i) {
        if (tokens.is(i, "half")) {
            return partOf(HALF, i + 1);
        }
        int start = tokens.is(i, "a") ? i + 1 : i;
        if (start > i && tokens.is(start, "half")) {
            return partOf(HALF, start + 1);
        }
        if (tokens.is(start, "quarter") && isPartOfScale(start + 1) && Calendar.ordinal(tokens.text(i - 1)) == null) {
            return partOf(QUARTER, start + 1);
        }
        int quarters = tokens.is(i, "three") ? tokens.skipHyphen(i + 1) : i;
        return quarters > i && tokens.is(quarters, "quarters") && isPartOfScale(quarters + 1)
                ? partOf(HALF.add(QUARTER), quarters + 1)
                : null;
    }

    /** "of a million", "-million"; "the third quarter million-dollar fines" is no part of a million. */
    private boolean isPartOfScale(int i) {
        String word = tokens.text(tokens.skipHyphen(i));
        return tokens.are(i, "of", "a") || word.endsWith("lion") && NumberWords.scale(word) != null;
    }

    private @Nullable Figure partOf(BigDecimal part, int i) {
        int next = tokens.skipHyphen(i);
        if (tokens.is(next, "of")) {
            next++;
        }
        if (tokens.is(next, "a") || tokens.is(next, "an")) {
            next++;
        }
        if (tokens.is(next, "dozen")) {
            return Figure.of(part.multiply(TWELVE), next + 1, false);
        }
        Figure scaled = scales(Figure.of(part, next, false));
        return scaled.scaled() || next > i ? scaled : null;
    }

    // ── orders of magnitude ──

    private @Nullable Figure orderOfMagnitude(int i) {
        int start = tokens.is(i, "many") ? i + 1 : i;
        BigDecimal low = switch (tokens.text(start)) {
            case "tens" -> BigDecimal.TEN;
            case "dozens" -> BigDecimal.valueOf(24);
            case "scores" -> BigDecimal.valueOf(40);
            case "hundreds" -> HUNDRED;
            case "thousands" -> THOUSAND;
            default -> null;
        };
        if (low == null) {
            return eleven(i);
        }
        BigDecimal high =
                tokens.is(start, "dozens") || tokens.is(start, "scores") ? HUNDRED : low.multiply(BigDecimal.TEN);
        Figure figure = new Figure(low, high, start + 1, BigDecimal.ONE, false, true);
        for (int steps = 0; steps < 2 && tokens.is(figure.end(), "of"); steps++) {
            BigDecimal scale = plural(tokens.text(figure.end() + 1));
            if (scale == null) {
                break;
            }
            figure = figure.times(scale, figure.end() + 2);
        }
        return figure;
    }

    private static @Nullable BigDecimal plural(String word) {
        return switch (word) {
            case "thousands" -> THOUSAND;
            case "hundreds" -> HUNDRED;
            default -> NumberWords.scale(word);
        };
    }

    /** "eleven-figure", "11-figure". */
    private @Nullable Figure eleven(int i) {
        Integer count = NumberWords.figures(tokens.text(i));
        int word = tokens.skipHyphen(i + 1);
        if (count == null || !(tokens.is(word, "figure") || tokens.is(word, "figures"))) {
            return null;
        }
        BigDecimal low = BigDecimal.TEN.pow(count - 1);
        return new Figure(low, low.multiply(BigDecimal.TEN), word + 1, low, false, true);
    }

    /** "billions of dollars". */
    private @Nullable Figure plural(int i) {
        String word = tokens.text(i);
        BigDecimal scale = word.endsWith("lions") && tokens.is(i + 1, "of") ? NumberWords.scale(word) : null;
        return scale == null ? null : new Figure(scale.multiply(BigDecimal.TWO), null, i + 1, scale, false, true);
    }

    /** "several billion", "a few hundred", "a couple of billion", "multi-billion", "a dozen". */
    private @Nullable Figure several(int i) {
        int start = tokens.is(i, "a") ? i + 1 : i;
        if (tokens.is(start, "couple")) {
            int next = tokens.is(start + 1, "of") ? start + 2 : start + 1;
            return scales(new Figure(BigDecimal.TWO, BigDecimal.TWO, next, BigDecimal.ONE, false, true));
        }
        if (tokens.is(start, "dozen")) {
            return Figure.of(TWELVE, start + 1, false);
        }
        boolean multi =
                tokens.text(start).startsWith("multi") && tokens.text(start).length() > 5;
        BigDecimal joined = multi ? NumberWords.scale(tokens.text(start).substring(5)) : null;
        if (joined != null) {
            return new Figure(joined.multiply(BigDecimal.TWO), null, start + 1, joined, false, true);
        }
        if (!SEVERAL.contains(tokens.text(start))) {
            return null;
        }
        return scales(new Figure(BigDecimal.TWO, null, tokens.skipHyphen(start + 1), BigDecimal.ONE, false, true));
    }

    // ── number words ──

    private @Nullable Figure words(int i) {
        int at = i;
        boolean article = tokens.is(i, "a") || tokens.is(i, "an");
        if (article) {
            at = tokens.skipHyphen(i + 1);
            if (NumberWords.scale(tokens.text(at)) == null || tokens.text(at).endsWith("s")) {
                return null;
            }
        }
        return article || NumberWords.small(tokens.text(at)) != null || isBareScale(at) ? sum(at, article) : null;
    }

    /** "billion-dollar", "hundred million": a scale word alone counts as one of it only before a hyphen or a scale. */
    private boolean isBareScale(int i) {
        String word = tokens.text(i);
        boolean scale = NumberWords.scale(word) != null && !word.endsWith("s") && word.length() > 3;
        return scale
                && (tokens.isHyphen(i + 1) && tokens.at(i + 2).glued()
                        || NumberWords.scale(tokens.text(i + 1)) != null);
    }

    private Figure sum(int from, boolean article) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal group = article || NumberWords.scale(tokens.text(from)) != null ? BigDecimal.ONE : BigDecimal.ZERO;
        BigDecimal unit = BigDecimal.ONE;
        BigDecimal last = null;
        int at = from;
        int end = from;
        while (at - from < LONGEST) {
            String word = tokens.text(at);
            BigDecimal small = NumberWords.small(word);
            BigDecimal scale = tokens.at(at).isWord() ? NumberWords.scale(word) : null;
            if (small != null && fits(last, small)) {
                group = group.add(small);
                last = small;
            } else if (scale != null && scale.compareTo(HUNDRED) == 0) {
                group = group.signum() == 0 ? HUNDRED : group.multiply(HUNDRED);
                last = HUNDRED;
                unit = unit.max(HUNDRED);
            } else if (scale != null && group.signum() > 0) {
                BigDecimal product = group.multiply(scale);
                boolean repeated = total.signum() > 0 && total.compareTo(product) < 0;
                total = repeated ? total.add(group).multiply(scale) : total.add(product);
                group = BigDecimal.ZERO;
                last = THOUSAND;
                unit = repeated ? unit.multiply(scale) : unit.max(scale);
            } else if (scale != null && total.signum() > 0) {
                total = total.multiply(scale);
                unit = unit.multiply(scale);
            } else {
                break;
            }
            end = ++at;
            at = joined(at, last);
        }
        return fractionOf(Figure.of(total.add(group), end, unit, false));
    }

    private static boolean fits(@Nullable BigDecimal last, BigDecimal small) {
        if (last == null || last.compareTo(HUNDRED) >= 0) {
            return true;
        }
        return last.intValue() >= 20 && small.intValue() < 10 && small.signum() > 0;
    }

    /** Past a hyphen or "and" that joins two number words. */
    private int joined(int at, @Nullable BigDecimal last) {
        int next = tokens.isHyphen(at) && isNumberWord(at + 1) ? at + 1 : at;
        boolean and = last != null && last.compareTo(HUNDRED) >= 0 && tokens.is(next, "and");
        boolean more = and && NumberWords.small(tokens.text(next + 1)) != null && !isMinorUnit(next + 1);
        return more ? next + 1 : next;
    }

    /** "a hundred dollars and fifty cents" has no fifty in its hundred. */
    private boolean isMinorUnit(int i) {
        return Currencies.cents(tokens.text(i + 1)) != null;
    }

    private boolean isNumberWord(int i) {
        return NumberWords.small(tokens.text(i)) != null || NumberWords.scale(tokens.text(i)) != null;
    }

    /** "one point five billion", "two and a half billion", "a billion and a half". */
    private Figure fractionOf(Figure figure) {
        int at = figure.end();
        if (tokens.are(at, "-", "and", "-", "a", "-", "half") && !figure.scaled()) {
            return scales(Figure.of(figure.low().add(HALF), at + 6, false));
        }
        if (tokens.are(at, "and", "a", "half")) {
            if (figure.scaled() && !isNumberWord(at + 3)) {
                BigDecimal unit = BigDecimal.ONE.movePointRight(magnitude(figure.low()));
                return Figure.of(figure.low().add(unit.multiply(HALF)), at + 3, figure.scale(), false);
            }
            return scales(Figure.of(figure.low().add(HALF), at + 3, figure.scale(), false));
        }
        if (!tokens.is(at, "point") || NumberWords.small(tokens.text(at + 1)) == null) {
            return figure;
        }
        StringBuilder decimals = new StringBuilder();
        int next = at + 1;
        while (next - at <= 6) {
            BigDecimal digit = NumberWords.small(tokens.text(next));
            if (digit == null) {
                break;
            }
            decimals.append(digit.toPlainString());
            next++;
        }
        return scales(Figure.of(figure.low().add(new BigDecimal("0." + decimals)), next, false));
    }

    private static int magnitude(BigDecimal x) {
        int digits = x.precision() - x.scale() - 1;
        return digits - digits % 3;
    }
}
