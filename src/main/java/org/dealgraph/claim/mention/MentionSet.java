package org.dealgraph.claim.mention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Span;

/**
 * All mentions of an article: those of the title first, then those of the text, each in order and without overlap.
 *
 * @param title the headline's tokens and sentences; spans of {@link Part#TITLE} point into it
 * @param text the text's tokens and sentences; spans of {@link Part#TEXT} point into it
 * @param mentions all mentions; {@code mentions.get(m.index()) == m}
 * @param coordinations lists of names
 * @param focus for each sentence of the text, the organizations most present to the reader when it begins, the most
 *     present first: what an unnamed party is likely to be
 * @param trades what organizations that the registry does not know do, by the key of their reference, where name or text tell
 */
public record MentionSet(
        Prose title,
        Prose text,
        List<Mention> mentions,
        List<Coordination> coordinations,
        List<List<Reference>> focus,
        Map<String, Set<OrganizationType>> trades) {

    public MentionSet {
        mentions = List.copyOf(mentions);
        coordinations = List.copyOf(coordinations);
        focus = List.copyOf(focus);
        trades = Map.copyOf(trades);
    }

    /** The prose a part's spans point into. */
    public Prose prose(Part part) {
        return part == Part.TITLE ? title : text;
    }

    /** Those that overlap a span of a part, in order. */
    public List<Mention> in(Part part, Span span) {
        int low = firstEndingAfter(part, span.start());
        int high = low;
        while (high < mentions.size()
                && mentions.get(high).part() == part
                && mentions.get(high).span().start() < span.end()) {
            high++;
        }
        return mentions.subList(low, high);
    }

    /** Those of a sentence of the text. */
    public List<Mention> in(Sentence sentence) {
        return in(Part.TEXT, sentence.span());
    }

    /** The organizations most present when a sentence of the text begins, the most present first. */
    public List<Reference> focus(Sentence sentence) {
        return focus.get(sentence.index());
    }

    /** The mention that covers an offset of the text. */
    public Optional<Mention> at(int offset) {
        return in(Part.TEXT, new Span(offset, offset + 1)).stream().findFirst();
    }

    /** The mention a reference goes back to, or the mention itself where it names by itself. */
    public Mention naming(Mention mention) {
        Integer antecedent = mention.antecedent();
        return antecedent == null ? mention : mentions.get(antecedent);
    }

    /** The lists of names that a mention belongs to. */
    public Optional<Coordination> coordination(Mention mention) {
        return coordinations.stream()
                .filter(c -> c.part() == mention.part() && c.members().contains(mention.index()))
                .findFirst();
    }

    public String words(Mention mention) {
        return mention.span().in(prose(mention.part()).text());
    }

    private int firstEndingAfter(Part part, int offset) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) / 2;
            Mention m = mentions.get(middle);
            boolean after = part == m.part() ? m.span().end() > offset : m.part() == Part.TEXT;
            if (after) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
