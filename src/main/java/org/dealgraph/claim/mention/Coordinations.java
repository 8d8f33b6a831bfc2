package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;
import org.dealgraph.model.Span;

/** Joins names that stand in one list: only commas, "and", "or", "&", "as well as" and "together with" between them. */
final class Coordinations {

    private static final int WIDEST = 4;

    private Coordinations() {}

    static List<Coordination> of(List<Mention> mentions, Function<Part, Prose> proses) {
        List<Coordination> lists = new ArrayList<>();
        List<Mention> run = new ArrayList<>();
        boolean joined = false;
        for (Mention mention : mentions) {
            if (!mention.organization()) {
                continue;
            }
            int link = run.isEmpty() ? 0 : link(proses.apply(mention.part()), run.getLast(), mention);
            if (link == 0) {
                close(lists, run, joined);
                run.clear();
                joined = false;
            }
            joined |= link == 2;
            run.add(mention);
        }
        close(lists, run, joined);
        return lists;
    }

    private static void close(List<Coordination> lists, List<Mention> run, boolean joined) {
        if (run.size() > 1 && joined) {
            lists.add(new Coordination(
                    run.getFirst().part(),
                    new Span(run.getFirst().span().start(), run.getLast().span().end()),
                    run.stream().map(Mention::index).toList()));
        }
    }

    /** 0 for no list, 1 for a comma, 2 for a conjunction. */
    private static int link(Prose prose, Mention left, Mention right) {
        if (left.part() != right.part() || left.possessive() || right.first() - left.end() > WIDEST) {
            return 0;
        }
        int link = 0;
        for (int at = left.end(); at < right.first(); at++) {
            Token token = prose.token(at);
            switch (token.lower()) {
                case "," -> link = Math.max(link, 1);
                case "and", "or", "&", "plus" -> link = 2;
                case "as", "well", "together", "with", "along", "alongside" -> {
                    if (right.first() - left.end() < 2) {
                        return 0;
                    }
                    link = 2;
                }
                case "the", "both", "also" -> {}
                default -> {
                    return 0;
                }
            }
        }
        return link;
    }
}
