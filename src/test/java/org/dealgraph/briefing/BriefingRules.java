package org.dealgraph.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dealgraph.briefing.Briefing.Part;
import org.dealgraph.briefing.Briefing.Sentence;

/** What must hold of every briefing. */
final class BriefingRules {

    private static final Pattern NUMBER = Pattern.compile(
            "[$€£]?\\d[\\d,.]*(?: (?:thousand|million|billion|trillion|GW|MW|years|[A-Z][a-z]+ \\d{4}))?%?");

    private BriefingRules() {}

    static void hold(Briefing briefing) {
        List<String> numbers = new ArrayList<>();
        assertThat(briefing.sections())
                .allSatisfy(section -> assertThat(section.sentences()).isNotEmpty());
        for (Sentence sentence : briefing.sentences()) {
            if (sentence.text().matches(".*\\d.*")) {
                assertThat(sentence.claims()).as(sentence.text()).isNotEmpty();
                assertThat(sentence.figures()).as(sentence.text()).isNotEmpty();
            }
            assertThat(sentence.figures())
                    .allSatisfy(figure -> assertThat(sentence.claims())
                            .as(figure.text())
                            .containsAll(figure.claims())
                            .isNotEmpty());
            sentence.parts().stream()
                    .filter(part -> part.figure() != null)
                    .flatMap(BriefingRules::numbers)
                    .forEach(numbers::add);
            assertThat(sentence.text()).matches("[\\p{Lu}\\d].*\\.").doesNotContain("  ", "null", " .", " ,");
        }
        assertThat(numbers).doesNotHaveDuplicates();
    }

    /** A date is one number. */
    private static Stream<String> numbers(Part part) {
        boolean date = part.figure() != null && part.figure().unit().equals("date");
        return date && part.text().matches(".*\\d.*")
                ? Stream.of(part.text())
                : NUMBER.matcher(part.text()).results().map(MatchResult::group);
    }

    /** Words of a text, addresses and bullets left out. */
    static int words(String text) {
        return (int) text.replaceAll("<?https?://\\S+", "")
                .replaceAll("(?m)^- ", "")
                .replaceAll("[#>*\\\\\\[\\]()]", " ")
                .trim()
                .split("\\s+")
                .length;
    }
}
