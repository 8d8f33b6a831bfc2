package org.dealgraph.entity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Faults;
import org.dealgraph.catalogue.YamlFile;
import org.dealgraph.catalogue.YamlNode;

/** The words that {@code lexicon/name_words.yml} lists: what they say, and which spellings are one word. */
final class NameWords {

    private static final int LONGEST = 4;

    private static final Map<String, String> ROMAN = Map.of(
            "ii", "2", "iii", "3", "iv", "4", "vi", "6", "vii", "7", "viii", "8", "ix", "9", "xi", "11", "xii", "12");

    private static final Map<String, String> ORDINALS = Map.ofEntries(
            Map.entry("second", "2"),
            Map.entry("third", "3"),
            Map.entry("fourth", "4"),
            Map.entry("fifth", "5"),
            Map.entry("sixth", "6"),
            Map.entry("seventh", "7"),
            Map.entry("eighth", "8"),
            Map.entry("ninth", "9"),
            Map.entry("tenth", "10"),
            Map.entry("eleventh", "11"),
            Map.entry("twelfth", "12"));

    private static final Pattern NTH = Pattern.compile("([1-9]\\d{0,3})(?:st|nd|rd|th)");

    private record Word(String concept, Token.Sort sort) {}

    private static final Pattern INFLECTED = Pattern.compile(
            "(\\w{5,}?)(?:yy|yi|iy|ii|yj|ij|aya|aia|aja|oe|oye|oie|ogo|oi|oy|oj|ye|yye|ie|iye|ykh|ikh|uyu)");

    private final Map<String, Word> words = new HashMap<>();
    private final Map<String, Word> stems = new HashMap<>();
    private final SortedMap<String, String> han =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    private final Set<String> honorifics = new HashSet<>();

    /** Reads the lexicon below an ingest folder; faults stop with file and line. */
    static NameWords load(Path ingest) {
        NameWords lexicon = new NameWords();
        Faults faults = new Faults();
        Path file = ingest.resolve("lexicon").resolve("name_words.yml");
        YamlFile.read(file, "lexicon/name_words.yml", faults).ifPresent(lexicon::add);
        faults.stopIfAny();
        return lexicon;
    }

    private void add(YamlNode top) {
        top.only("weak", "frequent", "sector", "place", "honorifics");
        for (Token.Sort sort : List.of(Token.Sort.PLACE, Token.Sort.SECTOR, Token.Sort.FREQUENT, Token.Sort.WEAK)) {
            top.nodes(sort.name().toLowerCase(Locale.ROOT)).forEach(node -> add(node, sort));
        }
        honorifics.addAll(top.texts("honorifics"));
    }

    private void add(YamlNode node, Token.Sort sort) {
        String word = node.getText("word");
        Word meaning = new Word(word, sort);
        Stream.concat(Stream.of(word), node.texts("spellings").stream()).forEach(spelling -> {
            if (Letters.ideographic(spelling)) {
                han.put(spelling, word);
            } else {
                String folded = Letters.fold(spelling);
                words.putIfAbsent(folded, meaning);
                stem(folded).ifPresent(stem -> stems.putIfAbsent(stem, meaning));
            }
        });
    }

    /** What the endings of a Slavic adjective are written onto. */
    static Optional<String> stem(String word) {
        Matcher inflected = INFLECTED.matcher(word);
        return inflected.matches() ? Optional.of(inflected.group(1)) : Optional.empty();
    }

    /** Puts known words in place of their ideographs, spaced, so that the rest can be told apart. */
    String spell(String name) {
        if (!Letters.ideographic(name)) {
            return name;
        }
        String spelled = name;
        for (Map.Entry<String, String> entry : han.entrySet()) {
            spelled = spelled.replace(entry.getKey(), " " + entry.getValue() + " ");
        }
        return spelled;
    }

    boolean honorific(String word) {
        return honorifics.contains(word);
    }

    /** The words of a name as tokens; spellings of several words become one. */
    List<Token> tokens(List<String> folded, Set<String> capitals) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < folded.size(); ) {
            int end = Math.min(folded.size(), i + LONGEST);
            while (end > i + 1 && !words.containsKey(String.join(" ", folded.subList(i, end)))) {
                end--;
            }
            String raw = String.join(" ", folded.subList(i, end));
            tokens.add(token(raw, capitals.contains(raw)));
            i = end;
        }
        return tokens;
    }

    private Token token(String raw, boolean capitals) {
        String roman = ROMAN.get(raw);
        if (roman != null) {
            return new Token(raw, roman, Token.Sort.NUMBER, false);
        }
        String ordinal = ORDINALS.get(raw);
        if (ordinal != null && !words.containsKey(raw)) {
            return new Token(raw, ordinal, Token.Sort.NUMBER, false);
        }
        Matcher nth = NTH.matcher(raw);
        if (nth.matches()) {
            return new Token(raw, nth.group(1), Token.Sort.NUMBER, false);
        }
        if (raw.chars().allMatch(Character::isDigit)) {
            return new Token(raw, raw.replaceFirst("^0+(?=.)", ""), Token.Sort.NUMBER, false);
        }
        Word word = words.containsKey(raw)
                ? words.get(raw)
                : stem(raw).map(stems::get).orElse(null);
        return word == null
                ? new Token(raw, raw, Token.Sort.NAME, capitals)
                : new Token(raw, word.concept(), word.sort(), capitals);
    }
}
