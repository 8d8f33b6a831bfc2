package org.dealgraph.bench.reading;

import java.nio.file.Path;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.model.Article;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Tier;

/** The claim reader by itself: {@code Reader INGEST ROUNDS}. */
public final class Reader {

    private Reader() {}

    public static void main(String[] args) {
        Path ingest = Path.of(args[0]);
        ClaimReader reader = load(ingest);
        Timed.run(Texts.of(ingest), Integer.parseInt(args[1]), text -> reader.read(article("bench", text)));
    }

    static ClaimReader load(Path ingest) {
        return ClaimReader.load(ingest, Catalogue.load(ingest));
    }

    static Article article(String id, String text) {
        return new Article(
                "a-" + id,
                "text:" + id,
                "bench",
                null,
                Tier.TRADE,
                "",
                null,
                PartialDate.parse("2026-01-05"),
                null,
                null,
                "en",
                text,
                null,
                null);
    }
}
