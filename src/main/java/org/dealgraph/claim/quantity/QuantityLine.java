package org.dealgraph.claim.quantity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.dealgraph.model.Interval;

/** What was found in a text as one line of JSON, so that anyone can check it. */
public final class QuantityLine {

    private QuantityLine() {}

    /** Document, kind, span, words and value of one find; absent parts are left out. */
    public static String of(String document, Measured found, String text) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", document)
                .put("kind", found.kind())
                .put("start", found.span().start())
                .put("end", found.span().end())
                .put("text", found.in(text));
        switch (found) {
            case MoneyAmount m -> {
                interval(line, m.money().amount()).put("unit", m.money().currency());
                if (m.money().per() != null) {
                    line.put("per", m.money().per().name());
                }
            }
            case PowerAmount p ->
                interval(line, p.power().megawatts())
                        .put("unit", "MW")
                        .put("measure", p.power().measure().name());
            case UnitCount u -> interval(line, u.count()).put("unit", u.noun());
            case BareNumber b -> interval(line, b.number());
            case Share s -> interval(line, s.percent()).put("unit", "%");
            case DurationYears d -> line.put("value", d.years()).put("unit", "years");
            case DateMention d ->
                line.put("date", d.date().text()).put("role", d.role().name());
            case OtherMeasure o -> line.put("value", plain(o.value())).put("unit", o.unit());
        }
        return line.toString();
    }

    private static ObjectNode interval(ObjectNode line, Interval interval) {
        line.put("value", plain(interval.value())).put("low", plain(interval.low()));
        interval.upper().ifPresent(high -> line.put("high", plain(high)));
        return line.put("bound", interval.bound().name());
    }

    private static BigDecimal plain(BigDecimal x) {
        return x.scale() < 0 ? x.setScale(0) : x;
    }
}
