package org.dealgraph.briefing;

import java.util.List;
import java.util.Optional;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.model.Attribution.Voice;

/** How much was read, of what kind, and what it does not say. */
final class Coverage implements Desk.Topic {

    @Override
    public Optional<Section> write(Desk desk) {
        Desk.Pad pad = new Desk.Pad("coverage", "What this rests on");
        Optional<Figure> articles = desk.measures().count(Countable.ARTICLES).filter(desk.said()::isNew);
        articles.ifPresent(n -> {
            Draft draft = desk.draft().number(n).words(n.text().equals("one") ? " article stands" : " articles stand");
            draft.words(" behind what is new or changed");
            part(desk, Countable.RETOLD, draft, " that retell others’ reports");
            part(desk, Countable.UNDATED, draft, " that bear no date and count from the day they were read");
            pad.add(draft);
            if (unspoken(desk.ground())) {
                pad.add(desk.draft()
                        .words("None of them rests on a filing or on the word of a party")
                        .claims(n.claims()));
            }
        });
        desk.measures()
                .count(Countable.AMOUNTLESS)
                .filter(desk.said()::isNew)
                .ifPresent(n -> pad.add(desk.draft()
                        .number(n)
                        .words(n.text().equals("one") ? " new obligation names" : " new obligations name")
                        .words(" neither money nor power nor a number of anything")));
        return pad.section();
    }

    private static boolean unspoken(Ground ground) {
        List<String> claims =
                ground.fresh().stream().flatMap(d -> d.claims().stream()).toList();
        return ground.claims(claims).stream()
                .map(c -> c.claim().attribution().voice())
                .noneMatch(voice -> voice == Voice.FILING || voice == Voice.PARTY);
    }

    private static void part(Desk desk, Countable what, Draft draft, String words) {
        desk.measures()
                .count(what)
                .filter(draft::isNew)
                .ifPresent(n -> draft.words(", among them ").number(n).words(words));
    }
}
