package org.dealgraph.output.newsletter;

/**
 * What an issue says.
 *
 * @param subject one line
 * @param html headings, paragraphs, lists, quotes and links, everything escaped
 * @param mail a whole HTML document for mail
 * @param text plain text
 */
record Body(String subject, String html, String mail, String text) {}
