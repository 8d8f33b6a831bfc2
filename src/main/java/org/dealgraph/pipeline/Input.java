package org.dealgraph.pipeline;

import org.dealgraph.model.Article;

/** What came of one document that somebody named. */
public sealed interface Input {

    /** How to name it to a person: the file, or the file and the entry. */
    String name();

    /**
     * A document that could be read.
     *
     * @param name file name, or file name, # and entry id
     * @param id the document's own id, else the file's name without its ending
     * @param article what was read
     */
    record Document(String name, String id, Article article) implements Input {}

    /**
     * A document that could not be read.
     *
     * @param name which
     * @param reason why, and what to do
     */
    record Unreadable(String name, String reason) implements Input {}
}
