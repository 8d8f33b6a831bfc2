package org.dealgraph.claim.detail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.claim.candidate.Actor;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.mention.Mention;
import org.dealgraph.claim.mention.Part;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Party;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * The words that carry a claim: the anchor's sentence, and for each party that it does not name the words that do,
 * followed back to the name they stand for.
 */
final class Quotes {

    private static final int LONGEST = 400;

    private static final int FAR = 1_000_000;
    private static final int MOST = 50;

    private final Scene scene;
    private final Map<String, List<Mention>> namings;

    Quotes(Scene scene) {
        this.scene = scene;
        this.namings = namings(scene);
    }

    /** The words of a candidate and of those it is for. */
    Evidence of(Candidate c, List<Party> beneficiaries) {
        List<Span> spans = new ArrayList<>();
        Span sentence = scene.sentence(c.anchor().sentence()).span();
        List<Span> wanted = new ArrayList<>();
        wanted.add(c.anchor().span());
        Span quoted = sentence.length() <= LONGEST ? sentence : c.anchor().span();
        reach(c.from(), quoted, wanted);
        reach(c.to(), quoted, wanted);
        for (Party p : beneficiaries) {
            Span span = Optional.ofNullable(p.span()).orElse(c.anchor().span());
            wanted.add(span);
            name(p.entity(), p.name(), span, quoted, wanted);
        }
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
    private void reach(@Nullable Side side, Span quoted, List<Span> wanted) {
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
        for (Actor.Member member : side.members()) {
            name(member.entity(), member.name(), side.actor().mention().span(), quoted, wanted);
        }
    }

    /** "Both companies", "the pair", a short form of a name that the registry lacks: each has a name that must be told. */
    private void name(@Nullable String entity, String name, Span at, Span quoted, List<Span> wanted) {
        List<Mention> names = namings.getOrDefault(key(entity, name), List.of()).stream()
                .filter(n -> entity != null || scene.mentions().words(n).contains(name))
                .toList();
        if (names.stream().noneMatch(n -> wanted.contains(n.span()) || quoted.contains(n.span()))) {
            names.stream()
                    .min(Comparator.comparingInt((Mention n) -> distance(n, at)))
                    .ifPresent(n -> wanted.add(n.span()));
        }
    }

    /** Names before the mention are nearer than those behind it. */
    private static int distance(Mention name, Span at) {
        int gap = at.start() - name.span().start();
        return gap >= 0 ? gap : FAR - gap;
    }

    private static String key(@Nullable String id, String name) {
        return id == null ? "name:" + name : id;
    }

    private static Map<String, List<Mention>> namings(Scene scene) {
        Map<String, List<Mention>> namings = new HashMap<>();
        for (Mention m : scene.mentions().mentions()) {
            if (m.part() == Part.TEXT && m.form().names()) {
                List<Mention> list = namings.computeIfAbsent(
                        key(m.reference().id(), m.reference().name()), k -> new ArrayList<>());
                if (list.size() < MOST) {
                    list.add(m);
                }
            }
        }
        return namings;
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
