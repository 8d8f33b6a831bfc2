package org.dealgraph.claim;

import org.dealgraph.model.Article;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Tier;

/** Articles for tests. */
public final class Texts {

    private Texts() {}

    /** A text of the trade press of 10 March 2026, without a title. */
    public static Article article(String text) {
        return new Article(
                "a-test",
                "text:test",
                "test",
                null,
                Tier.TRADE,
                "",
                null,
                PartialDate.parse("2026-03-10"),
                null,
                null,
                "en",
                text,
                null,
                null);
    }
}
