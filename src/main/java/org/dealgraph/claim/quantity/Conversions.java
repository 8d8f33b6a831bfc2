package org.dealgraph.claim.quantity;

import java.util.ArrayList;
import java.util.List;
import org.dealgraph.model.Money;

/** Takes an amount in brackets behind one of another currency for the same money, converted. */
final class Conversions {

    private static final int FARTHEST = 24;

    private Conversions() {}

    static List<Measured> fold(List<Measured> found, String text) {
        List<Measured> folded = new ArrayList<>(found.size());
        for (Measured measured : found) {
            Measured last = folded.isEmpty() ? null : folded.getLast();
            if (last instanceof MoneyAmount original
                    && measured instanceof MoneyAmount other
                    && !original.money().currency().equals(other.money().currency())
                    && isConversion(text, original.span().end(), other.span().start())) {
                folded.set(folded.size() - 1, with(original, other.money()));
            } else {
                folded.add(measured);
            }
        }
        return List.copyOf(folded);
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
