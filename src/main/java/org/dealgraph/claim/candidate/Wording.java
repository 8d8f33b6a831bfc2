package org.dealgraph.claim.candidate;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dealgraph.claim.lexicon.Shape;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.mention.Mention;
import org.dealgraph.claim.mention.Part;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.OrganizationType;
import org.jspecify.annotations.Nullable;

/** The words by which a candidate is told from others: those of the text, beside its amount and beside each side, and the sorts of the parties. */
public final class Wording {

    private static final int NEAR = 10;
    private static final int WIDE = 40;
    private static final int TEXT = 400;
    private static final int TITLE = 25;
    private static final String BEFORE = "<";
    private static final String AFTER = ">";
    private static final String NONE = "";
    private static final String LEFT = "<";
    private static final String RIGHT = ">";
    private static final List<String> UNKNOWN = List.of("?");

    /** Takes one word in one place. */
    public interface Sink {
        void word(Place place, ClaimKind kind, String first, String second);
    }

    private final Scene scene;
    private final Symbols symbols;
    private final Places places;
    private final Set<Integer> names = new HashSet<>();
    private final Set<String> said;

    public Wording(Scene scene) {
        this.scene = scene;
        this.symbols = new Symbols(scene);
        this.places = scene.places();
        this.said = said(scene, symbols);
        for (Mention m : scene.mentions().mentions()) {
            for (int i = m.first(); m.part() == Part.TITLE && i < Math.min(TITLE, m.end()); i++) {
                names.add(i);
            }
        }
    }

    /** The words that a text says, without those of grammar, each once. */
    private static Set<String> said(Scene scene, Symbols symbols) {
        Set<String> said = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(TEXT, scene.prose().size()); i++) {
            Token t = scene.prose().token(i);
            String w = symbols.at(i);
            if (t.word() && w != null && !English.function(t.lower())) {
                said.add(w);
            }
        }
        return said;
    }

    /** Every word of the text, those of grammar too, by which roundabout prose is told from a newsroom's. */
    public void manner(ClaimKind kind, Sink sink) {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < Math.min(TEXT, scene.prose().size()); i++) {
            String w = symbols.at(i);
            if (scene.prose().token(i).word() && w != null && words.add(w)) {
                sink.word(Place.MANNER, kind, w, NONE);
            }
        }
    }

    /** The words of the whole text, by which an article speaks of one kind of deal rather than another. */
    public void document(ClaimKind kind, Sink sink) {
        said.forEach(w -> sink.word(Place.IN_TEXT, kind, w, NONE));
    }

    /** The words beside an anchor. */
    public void anchor(Anchor anchor, ClaimKind kind, Sink sink) {
        Sentence s = scene.sentence(anchor.sentence());
        String l1 = beside(s, anchor, 1, true);
        String l2 = beside(s, anchor, 2, true);
        String r1 = beside(s, anchor, 1, false);
        String r2 = beside(s, anchor, 2, false);
        sink.word(Place.OF_ANCHOR, kind, anchor.type().name(), NONE);
        sink.word(Place.LEFT, kind, l1, NONE);
        sink.word(Place.LEFT_SECOND, kind, l2, NONE);
        sink.word(Place.LEFT_TWO, kind, l2, l1);
        sink.word(Place.RIGHT, kind, r1, NONE);
        sink.word(Place.RIGHT_SECOND, kind, r2, NONE);
        sink.word(Place.RIGHT_TWO, kind, r1, r2);
        bag(s, anchor.first() - NEAR, anchor.first(), Place.LEFT_NEAR, kind, sink);
        bag(s, anchor.end(), anchor.end() + NEAR, Place.RIGHT_NEAR, kind, sink);
        int before = symbols.lastVerb(s.first(), anchor.first());
        int after = symbols.firstVerb(anchor.end(), s.end());
        sink.word(Place.VERB_BEFORE, kind, verb(before), form(before));
        sink.word(Place.VERB_AFTER, kind, verb(after), form(after));
        bag(s, anchor.first() - WIDE, anchor.end() + WIDE, Place.IN_SENTENCE, kind, sink);
        if (anchor.sentence() > 0) {
            Sentence p = scene.sentence(anchor.sentence() - 1);
            for (int i = p.first(); i < Math.min(p.end(), p.first() + WIDE); i++) {
                if (symbols.verb(i)) {
                    sink.word(Place.SENTENCE_BEFORE, kind, verb(i), NONE);
                }
            }
        }
        List<Token> title = scene.mentions().title().tokens();
        for (int i = 0; i < Math.min(TITLE, title.size()); i++) {
            Token t = title.get(i);
            if (t.word() && !names.contains(i) && !English.function(t.lower())) {
                sink.word(Place.IN_TITLE, kind, English.lemma(t.lower()), NONE);
            }
        }
    }

    private String beside(Sentence s, Anchor a, int n, boolean left) {
        return symbols.beside(s, a.first(), a.end(), n, left);
    }

    private String verb(int at) {
        String s = at < 0 ? null : symbols.at(at);
        return s == null ? "-" : s;
    }

    /** How a verb stands: plain, in "-ing", or as a participle behind a form of "be". */
    private String form(int at) {
        if (at <= 0) {
            return NONE;
        }
        String w = scene.prose().token(at).lower();
        if (w.endsWith("ing")) {
            return "ing";
        }
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            switch (scene.prose().token(i).lower()) {
                case "is", "are", "was", "were", "be", "been", "being" -> {
                    return "passive";
                }
                case "to" -> {
                    return "to";
                }
                default -> {}
            }
        }
        return NONE;
    }

    private void bag(Sentence s, int from, int to, Place place, ClaimKind kind, Sink sink) {
        for (int i = Math.max(s.first(), from); i < Math.min(s.end(), to); i++) {
            String w = symbols.at(i);
            if (w != null && w.length() > 1) {
                sink.word(place, kind, w, NONE);
            }
        }
    }

    /** The words beside a side of an anchor. */
    public void side(Anchor anchor, ClaimKind kind, Side side, boolean to, Sink sink) {
        Actor actor = side.actor();
        String form = actor.mention().form().name();
        if (actor.sentence() != anchor.sentence()) {
            away(anchor, kind, side, to, sink);
            return;
        }
        Sentence s = scene.sentence(anchor.sentence());
        boolean before = actor.end() <= anchor.first();
        String way = before ? BEFORE : AFTER;
        sink.word(Place.FROM_FORM.on(to), kind, form, way);
        if (side.whole() || side.part()) {
            sink.word(Place.FROM_FORM.on(to), kind, side.whole() ? "whole" : "part", way);
        }
        sink.word(Place.FROM_INNER.on(to), kind, way, beside(s, actor, 1, !before));
        sink.word(Place.FROM_INNER_TWO.on(to), kind, beside(s, actor, 1, !before), beside(s, actor, 2, !before));
        sink.word(Place.FROM_OUTER.on(to), kind, way, beside(s, actor, 1, before));
        sink.word(Place.FROM_OUTER_TWO.on(to), kind, beside(s, actor, 1, before), beside(s, actor, 2, before));
        int governor = symbols.lastVerb(s.first(), anchor.first());
        sink.word(Place.FROM_VERB.on(to), kind, way + form(governor), verb(governor));
        int next = symbols.firstVerb(actor.end(), Math.min(s.end(), actor.end() + NEAR));
        sink.word(Place.FROM_VERB_NEXT.on(to), kind, verb(next), form(next));
        int last = symbols.lastVerb(Math.max(s.first(), actor.first() - NEAR), actor.first());
        sink.word(Place.FROM_VERB_LAST.on(to), kind, verb(last), form(last));
        sink.word(Place.FROM_PREPOSITION.on(to), kind, scene.slot(actor).name(), verb(governor));
        roles(anchor, kind, actor, Place.FROM_ROLE.on(to), sink);
    }

    /** Where a side stands beside the words of deals near the amount; a passive is turned round, so that both teach the same. */
    private void roles(Anchor anchor, ClaimKind kind, Actor actor, Place place, Sink sink) {
        for (Trigger t : scene.triggers().get(anchor.sentence())) {
            boolean near = Places.gap(t.first(), t.end(), anchor.first(), anchor.end()) <= NEAR;
            if (near) {
                Slot slot = places.slot(actor, t);
                boolean passive = t.shape() == Shape.PASSIVE;
                Slot role = passive && slot == Slot.SUBJECT
                        ? Slot.OBJECT
                        : passive && slot == Slot.BY ? Slot.SUBJECT : slot;
                sink.word(place, kind, t.frame().name(), role.name());
            }
        }
    }

    private String beside(Sentence s, Actor a, int n, boolean left) {
        return symbols.beside(s, a.first(), a.end(), n, left);
    }

    private void away(Anchor anchor, ClaimKind kind, Side side, boolean to, Sink sink) {
        Actor actor = side.actor();
        int sentences = anchor.sentence() - actor.sentence();
        String far = sentences == 1 ? "one" : sentences == 2 ? "two" : "far";
        sink.word(Place.FROM_AWAY.on(to), kind, far, actor.mention().form().name());
        if (sentences == 1) {
            Sentence s = scene.sentence(actor.sentence());
            int next = symbols.firstVerb(actor.end(), Math.min(s.end(), actor.end() + NEAR));
            sink.word(Place.FROM_AWAY.on(to), kind, "verb", verb(next));
            sink.word(Place.FROM_AWAY.on(to), kind, "left", beside(s, actor, 1, true));
            sink.word(Place.FROM_AWAY.on(to), kind, "right", beside(s, actor, 1, false));
        }
        sink.word(Place.FROM_AWAY.on(to), kind, "title", scene.titleKeys().containsAll(side.keys()) ? "in" : "out");
    }

    /** What both sides together say. */
    public void pair(Anchor anchor, ClaimKind kind, Side from, @Nullable Side to, Sink sink) {
        if (to == null) {
            return;
        }
        String order = order(anchor, from, to);
        Sentence s = scene.sentence(anchor.sentence());
        sink.word(Place.ORDER, kind, order, NONE);
        int governor = symbols.lastVerb(s.first(), anchor.first());
        sink.word(Place.ORDER_VERB, kind, order + form(governor), verb(governor));
        sink.word(Place.ORDER_VERB, kind, order + form(governor), NONE);
    }

    /** What the sorts of the parties say, by themselves and beside what the amount is. */
    public void types(Anchor anchor, ClaimKind kind, Side from, @Nullable Side to, Sink sink) {
        Sentence s = scene.sentence(anchor.sentence());
        String left = LEFT + beside(s, anchor, 1, true);
        String right = RIGHT + beside(s, anchor, 1, false);
        String order = to == null ? position(anchor, from) : order(anchor, from, to);
        List<String> takers = to == null ? List.of(NONE) : sorts(to);
        for (String giver : sorts(from)) {
            sink.word(Place.FROM_TYPE, kind, giver, NONE);
            for (String taker : takers) {
                String both = giver + taker;
                sink.word(Place.TYPES, kind, giver, taker);
                sink.word(Place.TYPES_OF_ANCHOR, kind, both, anchor.type().name());
                sink.word(Place.TYPES_ORDER, kind, both, order);
                sink.word(Place.TYPES_BESIDE, kind, both, left);
                sink.word(Place.TYPES_BESIDE, kind, both, right);
            }
        }
        takers.forEach(taker -> sink.word(Place.TO_TYPE, kind, taker, NONE));
    }

    private static List<String> sorts(Side side) {
        Set<OrganizationType> types = side.members().getFirst().types();
        return types.isEmpty()
                ? UNKNOWN
                : types.stream().map(OrganizationType::name).sorted().toList();
    }

    private static String order(Anchor anchor, Side from, Side to) {
        boolean first = from.actor().first() < to.actor().first();
        return position(anchor, from) + position(anchor, to) + (first ? BEFORE : AFTER);
    }

    private static String position(Anchor anchor, Side side) {
        if (side.actor().sentence() != anchor.sentence()) {
            return "0";
        }
        return side.actor().end() <= anchor.first() ? BEFORE : AFTER;
    }
}
