package org.dealgraph.article;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The language of a text, by its script and its commonest words. What a page declares decides only where the words do
 * not: templates declare English over pages in any language.
 */
final class Language {

    private static final int SAMPLE = 20_000;
    private static final int FEWEST_WORDS = 12;
    private static final double CLEAR_SHARE = 0.12;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}']+");

    private static final Map<String, Set<String>> COMMON = Map.of(
            "en",
                    words(
                            "the of and to in that is for with on as was it be by this are from has have will at its an said"),
            "de",
                    words(
                            "der die und das den von zu mit ist im für auf nicht ein eine dem des sich auch werden wird bei"),
            "fr", words("le la les des et du une dans est pour que qui sur par plus avec pas au aux ce cette sont ont"),
            "es", words("el la los las de y que en un una por con para del se es al como más su ha sus este fue"),
            "it", words("il di che è la per un una con del della non sono le gli dei nel alla anche più dal ha si"),
            "pt", words("o de que e do da em um uma para com não os as no na dos das por mais ao foi são se"),
            "nl", words("de het een van en in is dat op te zijn voor met die niet aan er om ook door wordt bij naar"),
            "sv", words("och att det som en på är av för med den till inte om ett har de men från kan vi sig"),
            "pl", words("w i na z do się nie to jest że o jak za od po przez dla oraz są co ale może"),
            "tr", words("ve bir bu için ile da de olarak çok daha olan gibi kadar en ise sonra var değil"));

    private Language() {}

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ")));
    }

    /** ISO 639-1 code, or "und". */
    static String of(String text, @Nullable String declared) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        String script = script(sample);
        if (!script.isEmpty()) {
            return script;
        }
        String[] words = NO_LETTER.split(sample.toLowerCase(Locale.ROOT));
        Map<String, Integer> hits = new HashMap<>();
        for (String word : words) {
            COMMON.forEach((language, common) -> {
                if (common.contains(word)) {
                    hits.merge(language, 1, Integer::sum);
                }
            });
        }
        var best = hits.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        if (best.isPresent() && words.length >= FEWEST_WORDS && best.get().getValue() >= CLEAR_SHARE * words.length) {
            return best.get().getKey();
        }
        return fromDeclared(declared);
    }

    private static String fromDeclared(@Nullable String declared) {
        if (declared == null) {
            return "und";
        }
        String code = declared.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return code.matches("[a-z]{2,3}") ? code : "und";
    }

    /** The language that alone, or mostly, is written in the script of most letters; empty for Latin. */
    private static String script(String sample) {
        Map<Character.UnicodeScript, Integer> counts = new HashMap<>();
        sample.codePoints()
                .filter(Character::isLetter)
                .forEach(c -> counts.merge(Character.UnicodeScript.of(c), 1, Integer::sum));
        int letters = counts.values().stream().mapToInt(Integer::intValue).sum();
        int kana = counts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
                + counts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
        if (kana > letters / 10) {
            return "ja";
        }
        for (Map.Entry<Character.UnicodeScript, String> entry : SCRIPTS) {
            if (counts.getOrDefault(entry.getKey(), 0) > letters / 3) {
                return entry.getValue();
            }
        }
        return "";
    }

    private static final List<Map.Entry<Character.UnicodeScript, String>> SCRIPTS = List.of(
            Map.entry(Character.UnicodeScript.HAN, "zh"),
            Map.entry(Character.UnicodeScript.HANGUL, "ko"),
            Map.entry(Character.UnicodeScript.CYRILLIC, "ru"),
            Map.entry(Character.UnicodeScript.ARABIC, "ar"),
            Map.entry(Character.UnicodeScript.HEBREW, "he"),
            Map.entry(Character.UnicodeScript.GREEK, "el"),
            Map.entry(Character.UnicodeScript.THAI, "th"),
            Map.entry(Character.UnicodeScript.DEVANAGARI, "hi"));
}
