package org.dealgraph.claim.detail;

import java.util.Map;
import java.util.Optional;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.lexicon.Cue;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Attribution.Voice;
import org.jspecify.annotations.Nullable;

/** Reads who says so: unnamed sources, a named outlet, a filing, the company, or the article itself. */
final class Speaker {

    private static final Map<String, String> SHORT = Map.of(
            "WSJ", "Wall Street Journal",
            "FT", "Financial Times",
            "AP", "Associated Press",
            "DCD", "Data Center Dynamics",
            "Bloomberg News", "Bloomberg");

    private final Scene scene;
    private final Firmness firmness;
    private final boolean filing;

    Speaker(Scene scene, Firmness firmness) {
        this.scene = scene;
        this.firmness = firmness;
        String opening = scene.article()
                .text()
                .substring(0, Math.min(400, scene.article().text().length()));
        this.filing = opening.contains("Item 1.01")
                || opening.contains("Item 7.01")
                || opening.contains("Item 8.01")
                || opening.contains("Item 2.0")
                || opening.contains("FORM 8-K");
    }

    /** Who vouches for what stands at an anchor; what is announced or talked of may have unnamed sources in another clause. */
    Attribution of(Anchor anchor, Standings.Verdict verdict) {
        @Nullable String outlet = outlet(anchor.sentence());
        boolean unnamed = firmness.near(anchor, "sources") || opened(anchor);
        if (unnamed && verdict != Standings.Verdict.ANNOUNCED) {
            return new Attribution(Voice.UNNAMED_SOURCES, outlet);
        }
        if (outlet != null) {
            return new Attribution(Voice.NAMED_OUTLET, outlet);
        }
        if (filing || scene.cue(anchor.sentence(), "filing")) {
            return new Attribution(Voice.FILING, null);
        }
        return scene.cue(anchor.sentence(), "party says") ? new Attribution(Voice.PARTY, null) : Attribution.author();
    }

    /** Whether the sentence right before says that what follows comes from unnamed sources ("What is known, from people …:"). */
    private boolean opened(Anchor anchor) {
        int before = anchor.sentence() - 1;
        return before >= 0
                && scene.cue(before, "sources")
                && scene.prose().text(scene.sentence(before)).endsWith(":");
    }

    /** The outlet a sentence names as its source, if it does. */
    private @Nullable String outlet(int sentence) {
        Optional<Cue> cue = scene.cues().get(sentence).stream()
                .filter(c -> c.name().equals("named outlet"))
                .findFirst();
        boolean says = scene.cue(sentence, "outlet");
        return cue.filter(c -> says).map(this::words).map(Speaker::plain).orElse(null);
    }

    /** One name for one outlet, so that what rests on it counts as one source. */
    private static String plain(String outlet) {
        String name = outlet.regionMatches(true, 0, "the ", 0, 4) && outlet.indexOf(' ', 4) > 0
                ? outlet.substring(4)
                : outlet;
        return SHORT.getOrDefault(name, name);
    }

    private String words(Cue c) {
        Prose prose = scene.prose();
        return prose.span(c.first(), c.end() - 1).in(prose.text());
    }

    Sentence sentence(Anchor anchor) {
        return scene.sentence(anchor.sentence());
    }
}
