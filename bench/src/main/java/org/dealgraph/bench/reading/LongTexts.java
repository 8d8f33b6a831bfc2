package org.dealgraph.bench.reading;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.quantity.Quantities;

/** Times texts that hurt at a length, twice and four times it, and a 5 MB article: {@code LongTexts INGEST}. */
public final class LongTexts {

    private static final int LENGTH = 100_000;
    private static final int HUGE = 5_000_000;
    private static final double MILLIS = 1e6;
    private static final int TRIES = 2;

    private LongTexts() {}

    public static void main(String[] args) {
        Path ingest = Path.of(args[0]);
        ClaimReader reader = Reader.load(ingest);
        List<String> texts = Texts.of(ingest);
        texts.forEach(text -> reader.read(Reader.article("warm", text)));
        texts.forEach(text -> reader.read(Reader.article("warm", text)));
        pathological(texts).forEach((name, unit) -> {
            double[] millis = new double[3];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = millis(reader, repeat(unit, LENGTH << i));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-24s n %7.0f ms  2n %7.0f ms  4n %7.0f ms  (4n takes %.1f times n)%n",
                    name,
                    millis[0],
                    millis[1],
                    millis[2],
                    millis[2] / Math.max(1, millis[0]));
        });
        String corpus = String.join("\n\n", texts);
        for (int length : new int[] {HUGE / 4, HUGE / 2, HUGE}) {
            System.out.printf(Locale.ROOT, "news of %,d characters: %.0f ms%n", length, once(reader, repeat(corpus, length)));
        }
    }

    private static Map<String, String> pathological(List<String> texts) {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("news", String.join("\n\n", texts.subList(0, 30)));
        units.put("news in one paragraph", String.join(" ", texts.subList(0, 30)).replace('\n', ' '));
        units.put("digits", "7");
        units.put("digits and commas", "1,234,");
        units.put("dollars", "$5 ");
        units.put("amounts, no full stop", "Meta will pay CoreWeave $5 billion and ");
        units.put("unclosed quotes", "“ \"Meta said ‘it ");
        units.put("unclosed brackets", "(Meta [will {pay ($5 billion ");
        units.put("no spaces", "OracleandOpenAI");
        units.put("capitals", "Alpha Beta Gamma ");
        units.put("right to left", "\u202eאורקל תשלם \u200f$5 billion ");
        units.put("emoji", "🤖💸👩‍👩‍👧");
        units.put("zero width", "M\u200be\u200bt\u200ba\u200b ");
        units.put("one letter", "a");
        units.put("full stops", "U.S. ");
        units.put("line breaks", "\n");
        units.put("names and pronouns", "It said its OpenAI and Oracle and they ");
        units.put("and", "and ");
        return units;
    }

    private static String repeat(String unit, int length) {
        return unit.repeat(length / unit.length() + 1).substring(0, length);
    }

    private static double millis(ClaimReader reader, String text) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            best = Math.min(best, once(reader, text));
        }
        return best;
    }

    private static double once(ClaimReader reader, String text) {
        long start = Timed.cpu();
        reader.read(Reader.article("long", text));
        Quantities.read(text, null);
        return (Timed.cpu() - start) / MILLIS;
    }
}
