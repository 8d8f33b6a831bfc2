package org.dealgraph.claim.quantity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads every amount, measure and date of a text.
 *
 * <p>One pass over the tokens, each looked at by a bounded number of readers with bounded sight, so that time grows with the
 * length of the text whatever it holds. Values are exact. Nothing is thrown for any text.
 */
public final class Quantities {

    private final Tokens tokens;
    private final DateReader dates;
    private final MoneyReader money;
    private final MeasureReader measures;
    private final CountReader counts;
    private final List<Measured> found = new ArrayList<>();

    private Quantities(Tokens tokens, @Nullable LocalDate published) {
        this.tokens = tokens;
        Figures figures = new Figures(tokens);
        Bounds bounds = new Bounds(tokens);
        this.dates = new DateReader(tokens, published);
        this.money = new MoneyReader(tokens, figures, bounds);
        this.measures = new MeasureReader(tokens, figures, bounds);
        this.counts = new CountReader(tokens, figures, bounds);
    }

    /**
     * Everything found, in the order of the text, without overlaps.
     *
     * @param published the day against which "next year" or a day without its year is understood; without it such words
     *     are passed over
     */
    public static List<Measured> read(String text, @Nullable LocalDate published) {
        return Conversions.fold(read(Scanner.scan(text), published), text);
    }

    /** As above, with amounts and their conversions apart. */
    static List<Measured> read(Tokens tokens, @Nullable LocalDate published) {
        Quantities reading = new Quantities(tokens, published);
        reading.run();
        return reading.found;
    }

    private void run() {
        int floor = 0;
        int at = 0;
        String carried = null;
        while (at < tokens.size()) {
            Found hit = find(at, floor, carried);
            if (hit == null) {
                carried = tokens.endsSentence(at) ? null : carried;
                at++;
                continue;
            }
            found.addAll(hit.measured());
            carried = currency(hit, carried);
            at = Math.max(hit.end(), at + 1);
            floor = at;
        }
    }

    private @Nullable Found find(int at, int floor, @Nullable String carried) {
        Token t = tokens.at(at);
        if (t.kind() == Token.Kind.BREAK) {
            return null;
        }
        Found date = dates.read(at, floor);
        if (date != null) {
            return date;
        }
        Found hit = money.read(at, floor, carried);
        hit = hit == null ? measures.read(at, floor) : hit;
        if (hit == null && t.isYear()) {
            hit = dates.year(at, floor);
        }
        return hit == null ? counts.read(at, floor) : hit;
    }

    private static @Nullable String currency(Found hit, @Nullable String carried) {
        String currency = carried;
        for (Measured measured : hit.measured()) {
            currency = measured instanceof MoneyAmount amount ? amount.money().currency() : currency;
        }
        return currency;
    }
}
