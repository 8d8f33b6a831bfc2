package org.dealgraph.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A cleaned page in one version. The version is its content: the same address with other words is another version.
 *
 * @param id hash of canonical address (or name) and text; the same input gives the same id
 * @param address canonical URL, or a {@code file:} or {@code text:} name for what has none
 * @param source id of the source it came by
 * @param publisher who published it, or null
 * @param tier how far the publisher's word is trusted
 * @param title headline, may be empty
 * @param byline author line, or null
 * @param published when a reader could know, or null where the page does not say
 * @param publishedAssumed the fetch or file date that stands in where published is null
 * @param modified the page's own date of change, or null
 * @param language ISO 639 code, or "und"
 * @param text paragraphs joined by a blank line; spans of evidence point into it
 * @param label how it must be shown, such as "retelling", or null for an ordinary article
 * @param story key shared by articles that retell one story and count as one source, or null
 */
public record Article(
        String id,
        String address,
        String source,
        @Nullable String publisher,
        Tier tier,
        String title,
        @Nullable String byline,
        @Nullable PartialDate published,
        @Nullable Instant publishedAssumed,
        @Nullable Instant modified,
        String language,
        String text,
        @Nullable String label,
        @Nullable String story) {

    private static final int ID_LENGTH = 32;

    /** The id of a version: the same address with the same words, whoever fetched it and when. */
    public static String idOf(String address, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((address + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return "a-" + HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("could not hash: SHA-256 is missing", e);
        }
    }

    /** When a reader could know: its date of publication, else the fetch or file date that stands in for it; or null. */
    public @Nullable PartialDate known() {
        if (published != null || publishedAssumed == null) {
            return published;
        }
        return PartialDate.ofDay(LocalDate.ofInstant(publishedAssumed, ZoneOffset.UTC));
    }

    /** Whether it is in a language that the claim stage reads. */
    public boolean readable() {
        return language.equals("en") || language.equals("und");
    }

    /** The same version without its words, for sources that do not let them be kept. */
    public Article withoutText() {
        return new Article(
                id,
                address,
                source,
                publisher,
                tier,
                title,
                byline,
                published,
                publishedAssumed,
                modified,
                language,
                "",
                label,
                story);
    }
}
