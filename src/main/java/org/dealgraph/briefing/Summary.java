package org.dealgraph.briefing;

import java.util.Optional;
import org.dealgraph.briefing.Briefing.Section;

/** The first sentence: how much is new and how much changed. */
final class Summary implements Desk.Topic {

    @Override
    public Optional<Section> write(Desk desk) {
        Desk.Pad pad = new Desk.Pad("short", "In short");
        Draft draft = desk.draft();
        int fresh = desk.ground().fresh().size();
        int changed = desk.ground().changed().size();
        String earlier = changed == 1 ? " that was known before changed" : " that were known before changed";
        desk.measures()
                .count(Countable.NEW)
                .ifPresent(n -> draft.number(n)
                        .words(fresh == 1 ? " deal became known in the period" : " deals became known in the period"));
        desk.measures()
                .count(Countable.CHANGED)
                .ifPresent(n -> draft.words(fresh == 0 ? "" : ", and ")
                        .number(n)
                        .words(fresh == 0 ? " of the deals known before changed" : earlier));
        if (fresh + changed > 0) {
            if (changed == 0 && !desk.ground().before().isEmpty()) {
                draft.words("; none of those known before changed");
            }
            pad.add(draft);
        }
        return pad.section();
    }
}
