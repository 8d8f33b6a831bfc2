package org.dealgraph.claim.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Money;

/** Takes an amount in brackets behind one of another currency for the same money, converted. */
final class Conversions {

    private static final int FARTHEST = 24;

    private static final Pattern RATES =
            Pattern.compile("\\s+at (?:the )?(?:current|today.s|present|recent|exchange) ");

    private Conversions() {}

    static List<Measured> fold(List<Measured> found, String text) {
        List<Measured> folded = new ArrayList<>(found.size());
        for (Measured measured : found) {
            Measured last = folded.isEmpty() ? null : folded.getLast();
            if (last instanceof MoneyAmount original
                    && measured instanceof MoneyAmount other
                    && !original.money().currency().equals(other.money().currency())
                    && (isConversion(text, original.span().end(), other.span().start())
                            || isRough(text, original, other))) {
                folded.set(folded.size() - 1, with(original, other.money()));
            } else {
                folded.add(measured);
            }
        }
        return List.copyOf(folded);
    }

    /** "$8.9 billion, roughly €7.6 billion", "$8.9 billion, €7.6 billion at current rates". */
    private static boolean isRough(String text, MoneyAmount original, MoneyAmount other) {
        int from = original.span().end();
        int to = other.span().start();
        boolean comma = to > from && to - from <= 2 && text.charAt(from) == ',';
        return comma
                && (other.money().amount().bound() == Bound.ABOUT
                        || RATES.matcher(text)
                                .region(
                                        other.span().end(),
                                        Math.min(text.length(), other.span().end() + FARTHEST))
                                .lookingAt());
    }

    private static boolean isConversion(String text, int from, int to) {
        if (to <= from || to - from > FARTHEST) {
            return false;
        }
        String between = text.substring(from, to).strip().toLowerCase(java.util.Locale.ROOT);
        return switch (between) {
            case "(",
                    "[",
                    "/",
                    "=",
                    "(=",
                    "( =",
                    "(or",
                    "(i.e.",
                    ", or",
                    "or",
                    "— or",
                    "(equivalent to",
                    "(the equivalent of",
                    ", equivalent to",
                    ", the equivalent of",
                    "(worth",
                    "(us",
                    ", equal to" -> true;
            default -> false;
        };
    }

    private static MoneyAmount with(MoneyAmount original, Money converted) {
        List<Money> also = new ArrayList<>(original.also());
        also.add(converted);
        return new MoneyAmount(original.span(), original.money(), original.core(), also, original.vague());
    }
}
