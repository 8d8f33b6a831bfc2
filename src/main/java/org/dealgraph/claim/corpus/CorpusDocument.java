package org.dealgraph.claim.corpus;

import java.time.LocalDate;
import java.util.List;
import org.dealgraph.model.Article;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * One annotated document.
 *
 * @param id story and style, "a-001-p"
 * @param style "plain" or "hard"; "quiet" for our own texts without deals
 * @param title headline
 * @param published or null
 * @param retoldFrom name of the story it retells, or null
 * @param text paragraphs
 * @param claims what a careful reader marks
 */
public record CorpusDocument(
        String id,
        String style,
        String title,
        @Nullable LocalDate published,
        @Nullable String retoldFrom,
        String text,
        List<CorpusClaim> claims) {

    private static final int VALIDATION = 4;

    public CorpusDocument {
        claims = List.copyOf(claims);
    }

    /** The id without its style: two retellings share it. */
    public String story() {
        return id.replaceFirst("-[ph]$", "");
    }

    /** Whether its story is held out: the number is divisible by four. Its scores are printed, its texts stay unread. */
    public boolean validation() {
        String digits = id.replaceAll("\\D", "");
        return !digits.isEmpty() && Integer.parseInt(digits) % VALIDATION == 0;
    }

    /** The document as the reader takes it. */
    public Article article() {
        return new Article(
                "a-" + id,
                "file:" + id + ".json",
                "corpus",
                null,
                Tier.RETELLING,
                title,
                null,
                published == null ? null : PartialDate.ofDay(published),
                null,
                null,
                "en",
                text,
                "retelling",
                story());
    }
}
