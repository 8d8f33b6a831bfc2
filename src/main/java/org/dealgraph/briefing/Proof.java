package org.dealgraph.briefing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dealgraph.briefing.Briefing.Part;
import org.dealgraph.briefing.Briefing.Sentence;

/** Reads a briefing against the graph as it is now, before it goes out. */
final class Proof {

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private final Ground ground;
    private final Measures measures;

    Proof(Ground ground) {
        this.ground = ground;
        this.measures = new Measures(ground);
    }

    /**
     * Passes where every number comes about as it did, and everything with a digit is a number or a name.
     *
     * @throws BriefingException.Unsupported for the first sentence that does not
     */
    void read(Briefing briefing) {
        briefing.sentences().forEach(this::read);
        List<Briefing.Chart> drawn = new Charts(ground).draw();
        for (Briefing.Chart chart : briefing.charts()) {
            if (!drawn.contains(chart)) {
                throw new BriefingException.Unsupported(
                        "of the chart " + chart.id(), "the graph would draw it otherwise now");
            }
        }
    }

    private void read(Sentence sentence) {
        for (Part part : sentence.parts()) {
            if (part.figure() != null) {
                check(sentence, part.figure(), part.text());
            } else if (part.name() != null) {
                check(sentence, part.name(), part.text());
            } else if (DIGIT.matcher(part.text()).find()) {
                throw fault(
                        sentence,
                        "a number that rests on no claim: “" + part.text().strip() + "”");
            }
        }
        if (ground.claims(sentence.claims()).size() < sentence.claims().size()) {
            throw fault(sentence, "a claim behind it is gone");
        }
    }

    private void check(Sentence sentence, Figure figure, String text) {
        Optional<Figure> now = measures.of(figure.origin());
        if (now.isEmpty() || figure.claims().isEmpty()) {
            throw fault(sentence, "nothing bears out " + figure.text() + " any more");
        }
        if (!now.get().equals(figure)) {
            throw fault(
                    sentence,
                    now.get().text().equals(figure.text())
                            ? figure.text() + " rests on other claims now"
                            : "it says " + figure.text() + ", the graph says "
                                    + now.get().text());
        }
        boolean told = Numbers.sentence(text).equals(Numbers.sentence(figure.text()));
        if (!told && DIGIT.matcher(text).find()) {
            throw fault(sentence, "it says " + text + ", the number is " + figure.text());
        }
        if (!sentence.claims().containsAll(figure.claims())) {
            throw fault(sentence, figure.text() + " rests on claims that the sentence does not name");
        }
    }

    private void check(Sentence sentence, String id, String text) {
        if (!text.equals(ground.organization(id)) && !text.equals(ground.thing(id))) {
            throw fault(sentence, "the name “" + text + "” is not that of " + id);
        }
    }

    private static BriefingException.Unsupported fault(Sentence sentence, String why) {
        return new BriefingException.Unsupported(sentence.name(), why + " (“" + sentence.text() + "”)");
    }
}
