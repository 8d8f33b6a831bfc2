package org.dealgraph.briefing;

import org.dealgraph.briefing.RenderedBriefing.Format;
import org.jspecify.annotations.Nullable;

/** Writes briefings and renders them; what goes out was checked against the graph at that moment. */
public interface Briefings {

    /** The briefing that is asked for. */
    Briefing write(Ask ask);

    /**
     * A briefing in a format.
     *
     * @param note of the editor, set above the rest and marked as theirs; null for none. Blank lines part its paragraphs
     * @param template name of the set of templates; null for the one that comes with Dealgraph
     * @throws BriefingException.Unsupported where a number of it is not borne out by the graph as it is now
     */
    RenderedBriefing render(
            Briefing briefing, Format format, @Nullable String note, @Nullable String template);
}
