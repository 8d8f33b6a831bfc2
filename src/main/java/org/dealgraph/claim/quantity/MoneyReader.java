package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/** Reads an amount of money: a figure with its currency before or behind it, its bound, its rate. */
final class MoneyReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MILLION = new BigDecimal("1000000");

    /** Currencies in whose countries a point parts thousands. */
    private static final Set<String> POINTED = Set.of("EUR", "BRL", "DKK", "ARS", "CLP", "COP", "IDR", "VND", "TRY");

    /** What may follow "another 20 billion" when it means the money named before it. */
    private static final Set<String> AFTER_CARRIED = Set.of(
            ",",
            ".",
            ";",
            ")",
            "—",
            "–",
            ":",
            "later",
            "more",
            "in",
            "to",
            "from",
            "by",
            "for",
            "over",
            "now",
            "and",
            "on",
            "at",
            "then",
            "per",
            "a",
            "is",
            "was",
            "will",
            "would",
            "as",
            "through",
            "if",
            "when",
            "once",
            "after",
            "with",
            "could",
            "that",
            "which",
            "should",
            "annually",
            "this",
            "next",
            "until",
            "or",
            "but",
            "before",
            "upfront",
            "apiece",
            "each",
            "of",
            "came",
            "comes",
            "follows",
            "",
            "into",
            "during",
            "under");

    private static final Set<String> SUMS = Set.of(
            "sum",
            "deal",
            "contract",
            "amount",
            "investment",
            "price",
            "cheque",
            "check",
            "commitment",
            "agreement",
            "fee",
            "order",
            "loan",
            "stake");

    private final Tokens tokens;
    private final Figures figures;
    private final Bounds bounds;
    private final Ranges ranges;
    private final CurrencyMarks marks;
    private final Rates rates;

    MoneyReader(Tokens tokens, Figures figures, Bounds bounds) {
        this.tokens = tokens;
        this.figures = figures;
        this.bounds = bounds;
        this.ranges = new Ranges(tokens);
        this.marks = new CurrencyMarks(tokens);
        this.rates = new Rates(tokens);
    }

    /** The amount that starts at token {@code i}; {@code carried} is the currency last named in this sentence, or null. */
    @Nullable
    Found read(int i, int floor, @Nullable String carried) {
        CurrencyMarks.Mark before = marks.before(i);
        Figure first = figures.read(before == null ? i : before.end(), before != null);
        if (first == null) {
            return null;
        }
        Amount amount = range(i, before, first);
        amount = amount == null ? single(i, before, first) : amount;
        if (amount == null && carried != null && isCarried(first, i)) {
            amount = new Amount(first, carried);
        }
        if (amount == null) {
            return null;
        }
        Amount grouped = grouped(i, before == null ? i : before.end(), amount);
        return found(i, floor, before == null ? withHundredths(withCents(grouped)) : withCents(grouped));
    }

    private record Amount(Figure figure, String currency) {
        Amount endingAt(int end) {
            return new Amount(figure.endingAt(end), currency);
        }
    }

    private @Nullable Amount single(int from, CurrencyMarks.@Nullable Mark before, Figure figure) {
        CurrencyMarks.Mark after = marks.after(figure);
        if (before == null) {
            return after == null ? changed(from, figure) : scaled(figure, after);
        }
        if (before.scaled() && !figure.scaled()) {
            return new Amount(figure.times(before.factor(), figure.end()), before.currency());
        }
        if (after == null || after.cents()) {
            return new Amount(figure, before.currency());
        }
        boolean same = before.currency().equals(after.currency());
        return same || before.bareDollar() && after.dollar()
                ? new Amount(figure, after.currency()).endingAt(after.end())
                : new Amount(figure, before.currency());
    }

    /** The first of "raised from 5 to 7 billion dollars", whose currency the second names. */
    private @Nullable Amount changed(int from, Figure figure) {
        if (figure.isRange() || !tokens.is(figure.end(), "to") || !ranges.isChange(from)) {
            return figuresOfSum(figure);
        }
        Figure upper = figures.read(figure.end() + 1, false);
        CurrencyMarks.Mark mark = upper == null ? null : marks.after(upper);
        if (upper == null || mark == null || mark.cents()) {
            return null;
        }
        return new Amount(figure.scaledAs(upper), mark.currency());
    }

    /** "an eleven-figure sum" is money without saying which; the dollar is meant where nothing else is. */
    private @Nullable Amount figuresOfSum(Figure figure) {
        boolean figures = figure.vague() && tokens.text(figure.end() - 1).startsWith("figure");
        return figures && SUMS.contains(tokens.text(figure.end())) ? new Amount(figure, "USD") : null;
    }

    private static Amount scaled(Figure figure, CurrencyMarks.Mark after) {
        boolean plain = !after.cents() && !after.scaled();
        Figure value = plain ? figure : figure.times(after.factor(), after.end());
        return new Amount(value, after.currency()).endingAt(after.end());
    }

    private @Nullable Amount range(int from, CurrencyMarks.@Nullable Mark before, Figure first) {
        CurrencyMarks.Mark between = before == null ? marks.after(first) : null;
        int end = between == null ? first.end() : between.end();
        int joint = ranges.joint(from, end);
        if (joint < 0 || first.isRange()) {
            return null;
        }
        CurrencyMarks.Mark second = marks.before(joint);
        Figure upper = figures.read(second == null ? joint : second.end(), second != null || before != null);
        if (upper == null || upper.isRange()) {
            return null;
        }
        CurrencyMarks.Mark after = second == null ? marks.after(upper) : null;
        String currency = currency(before, between, second, after);
        boolean linked =
                second != null || after != null || upper.scaled() && !isUnit(upper.end()) || isTight(end, upper);
        if (currency == null || !linked || tokens.is(end, "or") && second != null && before == null) {
            return null;
        }
        BigDecimal factor = after != null ? after.factor() : before != null ? before.factor() : BigDecimal.ONE;
        boolean isEachItsOwn = before != null && after != null || second != null || first.scaled() || upper.scaled();
        if (factor.compareTo(BigDecimal.ONE) != 0 && isEachItsOwn) {
            return null;
        }
        Amount range = joined(first, upper, after == null ? upper.end() : after.end(), currency);
        return range == null || factor.compareTo(BigDecimal.ONE) == 0
                ? range
                : new Amount(range.figure().times(factor, range.figure().end()), currency);
    }

    /** "€15-20". */
    private boolean isTight(int end, Figure upper) {
        boolean glued = tokens.isDash(end) && tokens.at(end + 1).isNumber();
        Token next = tokens.at(upper.end());
        boolean joined = next.glued() && (next.isWord() || tokens.isDash(upper.end()));
        return glued && !joined && !tokens.at(end + 1).isYear() && !isUnit(upper.end());
    }

    /** "$5 billion to 300 MW" and "$5 billion to 3 million users" are no ranges of money. */
    private boolean isUnit(int i) {
        return Units.find(tokens.text(tokens.skipHyphen(i))) != null
                || UnitNouns.is(tokens.text(i))
                || tokens.is(i, "%");
    }

    private static @Nullable String currency(CurrencyMarks.@Nullable Mark... marks) {
        String currency = null;
        for (CurrencyMarks.Mark mark : marks) {
            if (mark != null && currency != null && !currency.equals(mark.currency())) {
                return null;
            }
            currency = mark == null ? currency : mark.currency();
        }
        return currency;
    }

    private static @Nullable Amount joined(Figure first, Figure upper, int end, String currency) {
        Figure lower = upper.high() == null ? first : first.scaledAs(upper);
        if (lower.low().compareTo(upper.low()) >= 0) {
            return null;
        }
        return new Amount(lower.to(upper), currency).endingAt(end);
    }

    private boolean isCarried(Figure figure, int i) {
        boolean large = figure.scaled() && figure.low().compareTo(MILLION) >= 0 && !figure.vague();
        boolean of = tokens.is(figure.end(), "of")
                && !tokens.is(figure.end() + 1, "which")
                && !tokens.is(figure.end() + 1, "it");
        return large && !of && AFTER_CARRIED.contains(tokens.text(figure.end())) && !tokens.isHyphen(i - 1);
    }

    /** "€1.500" is a thousand and a half where its money's people group digits by points and no price is meant. */
    private Amount grouped(int from, int number, Amount amount) {
        Figure figure = amount.figure();
        String written = tokens.text(number);
        int point = written.indexOf('.');
        boolean group = point > 0
                && point <= 3
                && written.length() == point + 4
                && written.endsWith("0")
                && !written.startsWith("0")
                && written.indexOf(',') < 0;
        boolean plain = tokens.at(number).isNumber() && !figure.isRange() && !figure.scaled();
        if (!plain || !group || !POINTED.contains(amount.currency())) {
            return amount;
        }
        Rates.Rate rate = rates.at(from, figure.end(), from);
        return rate != null && rate.unit() != null
                ? amount
                : new Amount(
                        Figure.of(figure.low().movePointRight(3), figure.end(), figure.digits()), amount.currency());
    }

    /** "15 dollars 50", "thirteen dollars forty-five": two digits that end their clause. */
    private Amount withHundredths(Amount amount) {
        Figure figure = amount.figure();
        int at = figure.end();
        int next = tokens.is(at, "and") ? at + 1 : at;
        boolean named = !figure.isRange()
                && figure.scale().compareTo(BigDecimal.valueOf(1000)) < 0
                && tokens.at(at - 1).isWord()
                && Currencies.isNamed(tokens.at(at - 1));
        Figure minor = named ? figures.read(next, false) : null;
        boolean two = minor != null
                && !minor.isRange()
                && minor.low().scale() <= 0
                && minor.low().compareTo(BigDecimal.TEN) >= 0
                && minor.low().compareTo(HUNDRED) < 0
                && (tokens.endsSentence(minor.end()) || tokens.is(minor.end(), ","));
        if (minor == null || !two) {
            return amount;
        }
        BigDecimal sum = figure.low().add(minor.low().movePointLeft(2));
        return new Amount(Figure.of(sum, minor.end(), figure.scale(), figure.digits()), amount.currency());
    }

    /** "120 dollars and fifty cents". */
    private Amount withCents(Amount amount) {
        int at = amount.figure().end();
        int next = tokens.is(at, "and") || tokens.is(at, ",") ? at + 1 : at;
        Figure figure = amount.figure();
        boolean large = figure.scale().compareTo(MILLION) >= 0;
        Figure minor = figure.isRange() || large ? null : figures.read(next, false);
        if (minor == null || minor.isRange() || minor.low().compareTo(HUNDRED) >= 0) {
            return amount;
        }
        if (!Currencies.isHundredth(tokens.text(minor.end()))) {
            return amount;
        }
        BigDecimal sum = figure.low().add(minor.low().movePointLeft(2));
        return new Amount(Figure.of(sum, minor.end() + 1, figure.scale(), figure.digits()), amount.currency());
    }

    private Found found(int from, int floor, Amount amount) {
        Figure figure = amount.figure();
        Bounds.Hedge hedge = bounds.around(ranges.start(from, floor), figure.end(), floor);
        Rates.Rate rate = rates.at(from, hedge.end(), hedge.start());
        Interval interval = interval(figure, hedge.bound());
        int start =
                figure.isRange() ? Math.min(hedge.start(), ranges.start(from, floor)) : hedgeStart(hedge, from, floor);
        Span span = tokens.span(start, rate == null ? hedge.end() : rate.end());
        if (rate != null && rate.unit() != null) {
            String unit = amount.currency() + "/" + rate.unit();
            return Found.of(new OtherMeasure(span, unit, interval.value()), rate.end());
        }
        Money money = new Money(interval, amount.currency(), rate == null ? null : rate.per());
        Span core = tokens.span(from, figure.end());
        MoneyAmount read = new MoneyAmount(span, money, core, List.of(), figure.vague());
        return Found.of(read, rate == null ? hedge.end() : rate.end());
    }

    private int hedgeStart(Bounds.Hedge hedge, int from, int floor) {
        return hedge.start() > from || hedge.bound() == Bound.STATED ? from : hedge.start();
    }

    /** A range stays one whatever stands before it; an order of magnitude with an open top is a lower bound. */
    static Interval interval(Figure figure, Bound bound) {
        BigDecimal high = figure.high();
        if (high == null) {
            return Interval.atLeast(figure.low());
        }
        return figure.isRange() ? Interval.between(figure.low(), high) : Interval.of(figure.low(), bound);
    }
}
