package org.dealgraph.claim.quantity;

import java.util.Set;
import org.dealgraph.model.Per;
import org.jspecify.annotations.Nullable;

/** Finds what an amount is paid for each of: a month or year makes a rate, a share or a GPU-hour a price. */
final class Rates {

    /**
     * What stands behind "per".
     *
     * @param per month or year, else null
     * @param unit any other unit, else null
     * @param end index of the token behind it
     */
    record Rate(@Nullable Per per, @Nullable String unit, int end) {}

    private static final Set<String> UNITS = Set.of(
            "share",
            "barrel",
            "ton",
            "tonne",
            "head",
            "person",
            "user",
            "chip",
            "gpu",
            "token",
            "hour",
            "day",
            "week",
            "quarter",
            "minute",
            "night",
            "unit",
            "piece",
            "megawatt",
            "gigawatt",
            "kilowatt",
            "mw",
            "gw",
            "kw",
            "watt",
            "kwh",
            "mwh",
            "gallon",
            "pound",
            "ounce",
            "pop",
            "seat",
            "acre",
            "wafer",
            "rack",
            "server",
            "home",
            "household",
            "customer",
            "kilogram",
            "kg",
            "mile",
            "accelerator",
            "gpu-hour");

    /** "$104 million a year earlier" tells when. */
    private static final Set<String> ELSEWHEN = Set.of("ago", "earlier", "before", "later", "prior", "previously");

    private final Tokens tokens;

    Rates(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The rate of the amount in tokens {@code [from, end)} whose bound words start at {@code hedged}, or null. */
    @Nullable
    Rate at(int from, int end, int hedged) {
        Rate after = after(tokens.skipHyphen(end));
        return after != null ? after : before(Math.min(from, hedged), end);
    }

    private @Nullable Rate after(int at) {
        Per adverb = adverb(tokens.text(at));
        if (adverb != null) {
            return new Rate(adverb, null, at + 1);
        }
        boolean in = (tokens.is(at, "in") || tokens.is(at, "of")) && adverb(tokens.text(at + 1)) != null;
        if (in) {
            return new Rate(adverb(tokens.text(at + 1)), null, at + 2);
        }
        boolean per = tokens.is(at, "per") || tokens.is(at, "/") || tokens.is(at, "each") || tokens.is(at, "every");
        boolean article = tokens.is(at, "a") || tokens.is(at, "an");
        if (!per && !article) {
            return null;
        }
        int unit = tokens.skipHyphen(at + 1);
        String word = tokens.text(unit);
        Per period = period(word);
        if (period != null && article && ELSEWHEN.contains(tokens.text(unit + 1))) {
            return null;
        }
        if (period != null) {
            return tokens.isHyphen(unit + 1) && !tokens.isHyphen(at - 1) ? null : new Rate(period, null, unit + 1);
        }
        boolean any = Currencies.code(tokens.at(unit)) == null
                && (tokens.is(at, "per") || tokens.is(at, "/"))
                && tokens.at(unit).isWord()
                && !word.startsWith("cent");
        return any || UNITS.contains(word) && (!article || !tokens.isHyphen(unit + 1) || tokens.is(unit + 2, "hour"))
                ? price(unit)
                : null;
    }

    private Rate price(int unit) {
        int end = unit + 1;
        StringBuilder name = new StringBuilder(tokens.text(unit));
        boolean hours = tokens.isHyphen(end)
                && tokens.at(end + 1).isWord()
                && tokens.at(end + 1).glued();
        if (hours) {
            name.append('-').append(tokens.text(end + 1));
            end += 2;
        } else if (tokens.is(end, "hour")
                || Set.of("million", "thousand", "billion", "square", "metric").contains(name.toString())
                        && tokens.at(end).isWord()) {
            name.append(' ').append(tokens.text(end));
            end++;
        }
        return new Rate(null, name.toString(), end);
    }

    /** "annual payments of $1 billion": within the four tokens before. */
    private @Nullable Rate before(int from, int end) {
        for (int i = from - 1; i >= from - 4 && i >= 0; i--) {
            Per per = adjective(tokens.text(i));
            if (per != null) {
                return new Rate(per, null, end);
            }
            if (tokens.endsSentence(i) || tokens.is(i, ",") || tokens.at(i).isNumber() || tokens.is(i, "with")) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable Per adjective(String word) {
        return switch (word) {
            case "annual", "yearly", "annualized", "annualised" -> Per.YEAR;
            case "monthly" -> Per.MONTH;
            default -> null;
        };
    }

    private static @Nullable Per adverb(String word) {
        return switch (word) {
            case "annually", "pa", "annual", "yearly", "annualized", "annualised" -> Per.YEAR;
            case "monthly" -> Per.MONTH;
            default -> null;
        };
    }

    private static @Nullable Per period(String word) {
        return switch (word) {
            case "year", "annum", "yr", "y" -> Per.YEAR;
            case "month", "mo", "mth" -> Per.MONTH;
            default -> null;
        };
    }
}
