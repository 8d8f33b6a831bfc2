package org.dealgraph.claim.quantity;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.model.Interval;
import org.junit.jupiter.params.provider.Arguments;

/** Writes what was read in the short form of the test tables: {@code USD >=100}, {@code 300..400 MW}, {@code by 2026}. */
final class Rendering {

    /** A Tuesday. */
    static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 10);

    private Rendering() {}

    /** The rows of a table {@code text => expected}, one a line. */
    static Stream<Arguments> table(String rows) {
        return rows.lines().filter(row -> !row.isBlank()).map(row -> {
            int arrow = row.indexOf(" => ");
            return Arguments.of(
                    row.substring(0, arrow).strip(), row.substring(arrow + 4).strip());
        });
    }

    static String of(String text) {
        String all =
                Quantities.read(text, PUBLISHED).stream().map(Rendering::of).collect(Collectors.joining(", "));
        return all.isEmpty() ? "nothing" : all;
    }

    static String of(Measured measured) {
        return switch (measured) {
            case MoneyAmount m -> {
                String per = m.money().per() == null ? "" : "/" + m.money().per();
                String also = m.also().stream()
                        .map(a -> " = " + a.currency() + " " + of(a.amount()))
                        .collect(Collectors.joining());
                yield m.money().currency() + " " + of(m.money().amount()) + per + also + (m.vague() ? " vague" : "");
            }
            case PowerAmount p -> of(p.power().megawatts()) + " MW" + (p.vague() ? " vague" : "");
            case UnitCount u -> of(u.count()) + " " + u.noun();
            case Share s -> of(s.percent()) + " %";
            case DurationYears d -> sign(d.bound()) + d.years() + " years";
            case DateMention d ->
                role(d) + d.date() + (d.fiscal() ? " fiscal" : "") + (d.relative() ? " relative" : "");
            case OtherMeasure o -> "other " + o.value().toPlainString() + " " + o.unit();
            case BareNumber b -> "number " + of(b.number());
        };
    }

    private static String role(DateMention d) {
        return switch (d.role()) {
            case POINT -> "";
            case START -> "from ";
            case END -> "to ";
            case BY -> "by ";
        };
    }

    private static String of(Interval i) {
        return switch (i.bound()) {
            case BETWEEN -> i.low().toPlainString() + ".." + i.value().toPlainString();
            default -> sign(i.bound()) + i.value().toPlainString();
        };
    }

    private static String sign(org.dealgraph.model.Bound bound) {
        return switch (bound) {
            case STATED -> "";
            case AT_LEAST -> ">=";
            case UP_TO -> "<=";
            case ABOUT -> "~";
            case BETWEEN -> "..";
        };
    }
}
