package org.dealgraph.briefing;

import jakarta.inject.Singleton;
import org.dealgraph.briefing.RenderedBriefing.Format;
import org.jspecify.annotations.Nullable;

/** Writes briefings and renders them; what goes out was checked against the graph at that moment. */
@Singleton
public final class Briefings {

    private final Grounds grounds;
    private final Layouts layouts;

    Briefings(Grounds grounds, Layouts layouts) {
        this.grounds = grounds;
        this.layouts = layouts;
    }

    /** The briefing that is asked for. */
    public Briefing write(Ask ask) {
        return new Composer(grounds.of(ask)).compose();
    }

    /** Passes where the graph as it is now bears every number out; throws {@link BriefingException.Unsupported} otherwise. */
    public void check(Briefing briefing) {
        new Proof(grounds.of(briefing.ask())).read(briefing);
    }

    /**
     * A briefing in a format, checked.
     *
     * @param note of the editor, set above the rest and marked as theirs; null for none. Blank lines part its paragraphs
     * @param template name of the set of templates; null for the one that comes with Dealgraph
     * @throws BriefingException.Unsupported where a number of it is not borne out by the graph as it is now
     */
    public RenderedBriefing render(Briefing briefing, Format format, @Nullable String note, @Nullable String template) {
        check(briefing);
        return layouts.render(briefing, format, note, template);
    }
}
