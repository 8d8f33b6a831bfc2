package org.dealgraph.bench.maintext;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.dankito.readability4j.Readability4J;
import org.dealgraph.article.ArticleReader;
import org.dealgraph.article.Origin;
import org.dealgraph.article.Page;
import org.dealgraph.article.Reading;
import org.dealgraph.model.Tier;
import org.jsoup.Jsoup;

/**
 * Reads pages by our reader and by readability4j in turns: {@code MainTextBenchmark FOLDER [ROUNDS]}, which holds folders with
 * {@code source.html} and {@code expected.html}, as Mozilla's readability test pages do. F1 is over words, a page each.
 */
public final class MainTextBenchmark {

    private static final int ROUNDS = 3;
    private static final String ADDRESS = "http://fakehost/test/page.html";
    private static final Origin ORIGIN = new Origin("bench", null, Tier.BLOG, Instant.EPOCH);

    private MainTextBenchmark() {}

    private record Case(String html, String expected) {}

    public static void main(String[] args) throws IOException {
        List<Case> cases = cases(Path.of(args[0]));
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
        System.out.printf("%d pages%n", cases.size());
        for (int round = 1; round <= rounds; round++) {
            measure("ours", cases, MainTextBenchmark::ours);
            measure("readability4j", cases, MainTextBenchmark::theirs);
        }
    }

    private static List<Case> cases(Path folder) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> pages = Files.list(folder)) {
            for (Path page : pages.sorted().toList()) {
                if (Files.exists(page.resolve("source.html"))) {
                    String expected = Jsoup.parse(Files.readString(page.resolve("expected.html"))).text();
                    cases.add(new Case(Files.readString(page.resolve("source.html")), expected));
                }
            }
        }
        return cases;
    }

    private static String ours(String html) {
        Page page = new Page(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", ADDRESS);
        return switch (new ArticleReader().read(page, ORIGIN)) {
            case Reading.Read read -> read.article().text();
            case Reading.Unread unread -> unread.rest() == null ? "" : unread.rest().text();
        };
    }

    private static String theirs(String html) {
        String text = new Readability4J(ADDRESS, html).parse().getTextContent();
        return text == null ? "" : text;
    }

    private static void measure(String name, List<Case> cases, Function<String, String> reader) {
        long start = System.nanoTime();
        List<String> texts = cases.stream().map(c -> reader.apply(c.html())).toList();
        double seconds = (System.nanoTime() - start) / 1e9;
        double sum = 0;
        for (int i = 0; i < cases.size(); i++) {
            sum += f1(texts.get(i), cases.get(i).expected());
        }
        System.out.printf(
                Locale.ROOT, "%s: F1 %.3f, %.0f pages a second%n", name, sum / cases.size(), cases.size() / seconds);
    }

    private static double f1(String text, String expected) {
        Map<String, Integer> left = words(expected);
        int wanted = left.values().stream().mapToInt(Integer::intValue).sum();
        int found = 0;
        int same = 0;
        for (Map.Entry<String, Integer> word : words(text).entrySet()) {
            found += word.getValue();
            same += Math.min(word.getValue(), left.getOrDefault(word.getKey(), 0));
        }
        return found + wanted == 0 ? 1 : 2.0 * same / (found + wanted);
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words;
    }
}
