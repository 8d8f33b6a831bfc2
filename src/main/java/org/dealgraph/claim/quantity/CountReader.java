package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.util.Set;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/** Reads a count of things, and a number whose thing is not named beside it. */
final class CountReader {

    private static final int MOST_WORDS = 8;

    /** Words after which no noun of this figure follows. */
    private static final Set<String> STOPS = Set.of(
            "to",
            "in",
            "for",
            "with",
            "by",
            "at",
            "from",
            "on",
            "and",
            "or",
            "will",
            "are",
            "is",
            "was",
            "were",
            "that",
            "which",
            "who",
            "as",
            "go",
            "goes",
            "into",
            "be",
            "been",
            "has",
            "have",
            "had",
            "would",
            "could",
            "can",
            "may",
            "over",
            "than",
            "through",
            "until",
            "per",
            "it",
            "they",
            "when",
            "while",
            "but",
            "if",
            "then",
            "so",
            "after",
            "before",
            "across",
            "under",
            "about",
            "between",
            "within",
            "during",
            "there",
            "went",
            "bought",
            "worth",
            "people",
            "users",
            "parameters",
            "employees",
            "jobs",
            "years",
            "times",
            "customers",
            "homes",
            "a",
            "an",
            "i",
            "we",
            "not",
            "also");

    private static final Set<String> LINKS = Set.of("of", "the", "its", "s", "their", "more", "these", "those");

    /** Words that a number names rather than counts. */
    private static final Set<String> NUMBERED = Set.of(
            "section",
            "item",
            "rule",
            "form",
            "article",
            "note",
            "exhibit",
            "unit",
            "phase",
            "chapter",
            "part",
            "page",
            "class",
            "series",
            "level",
            "tier",
            "version",
            "no",
            "number",
            "route",
            "flight",
            "act",
            "building",
            "volume",
            "gen");

    private final Tokens tokens;
    private final Figures figures;
    private final Bounds bounds;
    private final Ranges ranges;

    CountReader(Tokens tokens, Figures figures, Bounds bounds) {
        this.tokens = tokens;
        this.figures = figures;
        this.bounds = bounds;
        this.ranges = new Ranges(tokens);
    }

    @Nullable
    Found read(int i, int floor) {
        Figure figure = figures.read(i, false);
        if (figure == null
                || isOrdinal(figure)
                || isNumbered(i, figure)
                || figure.high() == null && figure.vague() && !figure.scaled()) {
            return null;
        }
        figure = range(i, figure);
        int noun = noun(figure);
        Bounds.Hedge hedge = bounds.around(figure.isRange() ? ranges.start(i, floor) : i, figure.end(), floor);
        Interval count = MoneyReader.interval(figure, hedge.bound());
        int start = Math.min(hedge.start(), i);
        if (noun >= 0) {
            return Found.of(
                    new UnitCount(
                            tokens.span(start, noun + 1),
                            count,
                            tokens.text(noun),
                            tokens.span(noun, noun + 1),
                            tokens.span(i, figure.end())),
                    noun + 1);
        }
        return rest(i, figure, hedge, count, start);
    }

    private Figure range(int i, Figure figure) {
        int joint = figure.isRange() ? -1 : ranges.joint(i, figure.end());
        Figure upper = joint < 0 ? null : figures.read(joint, false);
        if (upper == null || upper.isRange() || tokens.at(joint).isYear()) {
            return figure;
        }
        return figure.low().compareTo(upper.low()) < 0 ? figure.to(upper) : figure;
    }

    private boolean isOrdinal(Figure figure) {
        Token next = tokens.at(figure.end());
        return next.glued() && figure.digits() && Set.of("th", "st", "nd", "rd").contains(next.text());
    }

    /** "Section 18 of the Securities Exchange Act", "Unit 1". */
    private boolean isNumbered(int i, Figure figure) {
        return figure.digits() && !figure.scaled() && NUMBERED.contains(tokens.text(i - 1));
    }

    /** The index of the counted noun, or -1: a unit noun within a few words, or else a product's name. */
    private int noun(Figure figure) {
        if (!figure.scaled() && figure.low().compareTo(BigDecimal.ONE) <= 0) {
            return -1;
        }
        if (tokens.at(figure.end()).glued() && !tokens.isHyphen(figure.end())) {
            return -1;
        }
        int product = -1;
        int lower = 0;
        for (int i = figure.end(); i < figure.end() + MOST_WORDS; i++) {
            Token t = tokens.at(i);
            if (UnitNouns.is(t.text()) && isHead(i)) {
                return i;
            }
            if (t.isModelName()) {
                product = i;
            } else if (t.isNumber()) {
                if (!tokens.at(i - 1).capital()) {
                    break;
                }
            } else if (!t.isWord() && !isLink(i) || STOPS.contains(t.text())) {
                break;
            } else if (t.isWord() && !t.capital() && !LINKS.contains(t.text()) && ++lower > 4) {
                break;
            }
        }
        return product;
    }

    /** "chip factories" and "server halls" count factories and halls. */
    private boolean isHead(int i) {
        Token next = tokens.at(i + 1);
        boolean plural = tokens.text(i).endsWith("s") || tokens.isHyphen(i - 1) || next.isModelName();
        boolean compound = !plural
                || next.isWord()
                        && !next.capital()
                        && !STOPS.contains(next.text())
                        && (UnitNouns.is(next.text())
                                || Set.of(
                                                "makers",
                                                "factories",
                                                "halls",
                                                "companies",
                                                "plants",
                                                "designers",
                                                "projects",
                                                "engineers",
                                                "buildings",
                                                "operators",
                                                "suppliers",
                                                "vendors")
                                        .contains(next.text()));
        return !compound;
    }

    private boolean isLink(int i) {
        String t = tokens.text(i);
        return t.equals("'") || t.equals("\"") || t.equals("“") || t.equals("”") || tokens.isHyphen(i);
    }

    /** A large or bounded number without a unit; small ones, versions and numbered names are passed over. */
    private @Nullable Found rest(int i, Figure figure, Bounds.Hedge hedge, Interval count, int start) {
        boolean name = figure.digits()
                && !figure.scaled()
                && hedge.start() == i
                && tokens.at(i - 1).isWord()
                && tokens.at(i - 1).capital();
        boolean large = figure.low().compareTo(BigDecimal.valueOf(100)) >= 0;
        boolean hedged = hedge.start() < i && figure.low().compareTo(BigDecimal.TWO) >= 0;
        Token next = tokens.at(figure.end());
        boolean glued = next.glued() && (next.isWord() || tokens.isHyphen(figure.end()));
        if (name
                || glued
                || !(large || hedged)
                || figure.digits() && tokens.isHyphen(i - 1) && tokens.at(i).glued()) {
            return null;
        }
        int noun = plainNoun(figure.end());
        if (noun >= 0) {
            BigDecimal value = figure.high() == null ? figure.low() : figure.high();
            return Found.of(new OtherMeasure(tokens.span(start, noun + 1), tokens.text(noun), value), noun + 1);
        }
        if (isCode(i, figure)) {
            return null;
        }
        return Found.of(
                new BareNumber(tokens.span(start, hedge.end()), count, tokens.span(i, figure.end())), hedge.end());
    }
    /** "(561) 786-7926". */
    private boolean isCode(int i, Figure figure) {
        boolean bracketed = tokens.is(i - 1, "(") && tokens.is(figure.end(), ")");
        boolean joined = figure.isRange() && tokens.isDash(figure.end() - 2);
        return figure.digits() && !figure.scaled() && (bracketed || joined);
    }

    /** The index of the plural noun behind a figure, up to two words on where it is a common one ("weekly users"), or -1. */
    private int plainNoun(int i) {
        for (int k = i; k <= i + 2; k++) {
            Units.Unit unit = Units.find(tokens.text(k));
            if (unit != null
                    && unit.dimension() == Units.Dimension.OTHER
                    && tokens.text(k).length() > 3) {
                return k;
            }
            if (!tokens.at(k).isWord() || STOPS.contains(tokens.text(k))) {
                break;
            }
        }
        return isPlural(i) ? i : -1;
    }

    private boolean isPlural(int i) {
        Token t = tokens.at(i);
        boolean plural = t.isWord()
                && !t.capital()
                && t.text().length() > 3
                && t.text().endsWith("s")
                && !t.text().endsWith("ss");
        return plural && !STOPS.contains(t.text()) && !t.is("this") && !t.is("plus");
    }
}
