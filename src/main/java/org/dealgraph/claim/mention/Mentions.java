package org.dealgraph.claim.mention;

import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.text.Prose;

/**
 * Finds every mention of an organization, product, model, platform or site in an article. Made once for a catalogue and
 * used by any number of threads; reading takes time linear in the length of the text.
 */
public final class Mentions {

    private final Lore lore;

    /** Prepares the registry's names and facts for reading. */
    public Mentions(Catalogue catalogue, Vocabulary vocabulary) {
        lore = new Lore(catalogue, vocabulary);
    }

    /**
     * Reads an article.
     *
     * @param title the headline, may be empty; its mentions come first, with spans into the title
     * @param text the text without the headline; its mentions have spans into the text
     */
    public MentionSet read(String title, String text) {
        return new Reading(lore, Prose.of(title), Prose.of(text)).mentions();
    }
}
