package org.dealgraph.briefing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Interval;

/** The numbers that a briefing has told already: none is told twice, a second mention leads back to the first. */
final class Said {

    private static final Pattern NUMBER = Pattern.compile(
            "[$€£¥₹₩]?\\d[\\d,.]*(?: (?:thousand|million|billion|trillion|GW|MW|years|half|quarter))?%?(?: a month| a year)?");

    private final Set<String> numbers = new HashSet<>();

    /** Numbers that were told as the least of something, so that the bare number is not the same. */
    private final Set<String> floors = new HashSet<>();

    /** The numbers in a text, each with its unit; a date is one number. */
    static List<String> in(Figure figure) {
        return figure.unit().equals("date")
                ? List.of(figure.text())
                : NUMBER.matcher(figure.text())
                        .results()
                        .map(MatchResult::group)
                        .toList();
    }

    /** Whether none of a figure's numbers was told yet. */
    boolean isNew(Figure figure) {
        return in(figure).stream().noneMatch(numbers::contains);
    }

    /** The figure as it is to be told now. */
    String tell(Figure figure) {
        boolean fresh = isNew(figure);
        numbers.addAll(in(figure));
        if (fresh && figure.value() != null && figure.value().bound() == Bound.AT_LEAST) {
            floors.addAll(in(figure));
        }
        return fresh ? figure.text() : again(figure);
    }

    private String again(Figure figure) {
        Interval value = figure.value();
        if (figure.unit().equals("date") || value == null) {
            return "the same time";
        }
        if (figure.unit().equals("years")) {
            return "as many years";
        }
        boolean money = figure.unit().matches("[A-Z]{3}");
        String measure = money || figure.unit().equals("MW") ? "as much" : "as many";
        return switch (value.bound()) {
            case AT_LEAST -> "at least " + measure;
            case UP_TO -> "up to " + measure;
            case ABOUT -> "about " + measure;
            case STATED, BETWEEN ->
                !money ? measure : in(figure).stream().anyMatch(floors::contains) ? "exactly that sum" : "an equal sum";
        };
    }
}
