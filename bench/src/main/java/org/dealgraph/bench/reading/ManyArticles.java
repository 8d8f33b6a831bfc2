package org.dealgraph.bench.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dealgraph.claim.ClaimReader;

/** Reads the corpus again and again as so many articles and prints what is held on the way: {@code ManyArticles INGEST COUNT}. */
public final class ManyArticles {

    private static final int STEPS = 10;

    private ManyArticles() {}

    public static void main(String[] args) {
        Path ingest = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        ClaimReader reader = Reader.load(ingest);
        List<String> texts = Texts.of(ingest);
        long claims = 0;
        for (int i = 1; i <= count; i++) {
            claims += reader.read(Reader.article("m" + i, texts.get(i % texts.size()))).size();
            if (i % (count / STEPS) == 0) {
                System.out.printf(Locale.ROOT, "%,d articles, %,d claims, %.1f MB held%n", i, claims, Timed.held());
            }
        }
    }
}
