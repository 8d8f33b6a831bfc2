package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dealgraph.claim.text.Prose;

/** One article being read: names first, then what refers back to them. */
final class Reading {

    private final Lore lore;
    private final Prose title;
    private final Prose text;

    Reading(Lore lore, Prose title, Prose text) {
        this.lore = lore;
        this.title = title;
        this.text = text;
    }

    MentionSet mentions() {
        Names names = new Names(lore);
        names.scan(Part.TITLE, title);
        names.scan(Part.TEXT, text);
        List<Draft> drafts = new ArrayList<>(names.accepted(this::prose));
        return finish(drafts);
    }

    private Prose prose(Part part) {
        return part == Part.TITLE ? title : text;
    }

    private MentionSet finish(List<Draft> drafts) {
        drafts.sort(Comparator.comparing((Draft d) -> d.part).thenComparingInt(d -> d.first));
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).index = i;
        }
        List<Mention> mentions = new ArrayList<>(drafts.size());
        for (Draft d : drafts) {
            mentions.add(new Mention(
                    d.index,
                    d.part,
                    prose(d.part).span(d.first, d.end - 1),
                    d.first,
                    d.end,
                    d.form,
                    d.references,
                    d.possessive,
                    d.antecedent == null ? null : d.antecedent.index,
                    d.confidence));
        }
        return new MentionSet(title, text, mentions, Coordinations.of(mentions, this::prose));
    }
}
