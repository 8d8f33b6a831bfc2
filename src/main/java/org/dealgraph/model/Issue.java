package org.dealgraph.model;

import java.time.Instant;

/**
 * One issue of a newsletter as it was published; it never changes.
 *
 * @param newsletter its id
 * @param slug its name among the issues of the newsletter, made of the time it was due
 * @param subject one line of text
 * @param html the body: headings, paragraphs, lists, quotes and links without styles or scripts, everything escaped
 * @param mail a whole HTML document for mail, its styles within, nothing in it loaded from elsewhere
 * @param text the body as plain text
 * @param published when
 * @param after cursor of the last change that the issue before it could tell
 * @param until cursor of the last change that it could tell
 * @param entries how many changes it tells
 */
public record Issue(
        String newsletter,
        String slug,
        String subject,
        String html,
        String mail,
        String text,
        Instant published,
        long after,
        long until,
        int entries) {

    /** The same everywhere. */
    public String id() {
        return newsletter + "/" + slug;
    }
}
