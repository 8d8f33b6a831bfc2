package org.dealgraph.claim.detail;

import java.util.ArrayList;
import java.util.List;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.mention.Mention;
import org.dealgraph.claim.mention.Part;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * The words that carry a claim: the anchor's sentence, and for each party that it does not name the words that do,
 * followed back to the name they stand for.
 */
final class Quotes {

    private static final int LONGEST = 400;

    private final Scene scene;

    Quotes(Scene scene) {
        this.scene = scene;
    }

    Evidence of(Candidate c) {
        List<Span> spans = new ArrayList<>();
        Span sentence = scene.sentence(c.anchor().sentence()).span();
        List<Span> wanted = new ArrayList<>();
        wanted.add(c.anchor().span());
        reach(c.from(), wanted);
        reach(c.to(), wanted);
        spans.add(sentence.length() <= LONGEST ? sentence : stretch(sentence, wanted));
        for (Span w : wanted) {
            if (spans.stream().noneMatch(s -> s.contains(w))) {
                spans.add(w);
            }
        }
        return Evidence.of(scene.prose().text(), merged(spans));
    }

    /** From the first to the last wanted span inside a long sentence. */
    private static Span stretch(Span sentence, List<Span> wanted) {
        int start = sentence.end();
        int end = sentence.start();
        for (Span w : wanted) {
            if (sentence.contains(w)) {
                start = Math.min(start, w.start());
                end = Math.max(end, w.end());
            }
        }
        return end - start > 2 * LONGEST ? wanted.getFirst() : new Span(start, end);
    }

    /** The mention of a side and every naming mention it goes back to. */
    private void reach(@Nullable Side side, List<Span> wanted) {
        if (side == null) {
            return;
        }
        Mention m = side.actor().mention();
        for (int step = 0; step < 5; step++) {
            if (m.part() == Part.TEXT) {
                wanted.add(m.span());
            }
            Mention naming = scene.mentions().naming(m);
            if (naming.equals(m)) {
                break;
            }
            m = naming;
        }
    }

    private static List<Span> merged(List<Span> spans) {
        List<Span> sorted = spans.stream().sorted().distinct().toList();
        List<Span> merged = new ArrayList<>();
        for (Span s : sorted) {
            if (!merged.isEmpty() && merged.getLast().end() >= s.start()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.start(), Math.max(last.end(), s.end())));
            } else {
                merged.add(s);
            }
        }
        return merged;
    }
}
