package org.dealgraph.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of a text, each as a frame, in which every name and number is a gap, and what fills the gaps.
 *
 * @param fillings frame to all that fill it in this text
 */
record Sentences(Map<String, Set<List<String>>> fillings) {

    private static final int FEWEST_WORDS = 2;
    private static final double SAME_NAMES = 0.75;
    private static final int LONGEST = 2_000;
    private static final int LONGEST_CREDIT = 120;
    private static final int LONGEST_TEXT = 400_000;
    private static final int MOST_SENTENCES = 1_500;
    private static final Pattern END = Pattern.compile("(?<=[.!?][\"”’)]?)\\s+(?=[\\p{Lu}\"“‘(])|\\n+");
    private static final Pattern WORD = Pattern.compile(
            "[$€£¥]?\\d[\\d.,]*(?:[a-zA-Z]{1,3}\\b)?%?|[\\p{L}][\\p{L}\\p{N}&’'.-]*[\\p{L}\\p{N}]|\\p{L}");
    private static final Pattern BOOKKEEPING = Pattern.compile("^(?i:(?:additional"
            + " )?(?:reporting|writing|editing|translated|compiled|photo\\w*|contact|updated|published|posted|sources?|by(?="
            + " +[A-Z][^.]*$))\\b|copyright|©).*");
    private static final Set<String> COMMON = words(
            "a an the this that these those it its he she they we i you his her their our in on at by for from of to"
                    + " with as and but or if when while after before under over since until although though because"
                    + " however meanwhile both each all some many most more no not there here what which who how why"
                    + " despite according last next earlier later also still yet so once during through between separately"
                    + " together another other new such one");
    private static final Set<String> SCALES = words("thousand million billion trillion bn mn tn percent dozen hundred");
    private static final Set<String> COUNTS = words("two three four five six seven eight nine ten twelve twenty");

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ")));
    }

    static Sentences of(String text) {
        Map<String, Set<List<String>>> fillings = new HashMap<>();
        String[] sentences = END.split(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        for (int i = 0; i < Math.min(sentences.length, MOST_SENTENCES); i++) {
            if (sentences[i].length() <= LONGEST && !isBookkeeping(sentences[i])) {
                add(sentences[i], fillings);
            }
        }
        return new Sentences(fillings);
    }

    /** Credits and the like, which differ from copy to copy. */
    private static boolean isBookkeeping(String sentence) {
        return sentence.length() <= LONGEST_CREDIT
                && BOOKKEEPING.matcher(sentence).matches();
    }

    private static void add(String sentence, Map<String, Set<List<String>>> fillings) {
        StringBuilder frame = new StringBuilder();
        List<String> filling = new ArrayList<>();
        Matcher m = WORD.matcher(sentence);
        int words = 0;
        boolean name = false;
        for (boolean first = true; m.find(); first = false) {
            String word = withoutPossessive(m.group());
            String lower = word.toLowerCase(Locale.ROOT);
            boolean number =
                    Character.isDigit(word.charAt(0)) || "$€£¥".indexOf(word.charAt(0)) >= 0 || COUNTS.contains(lower);
            boolean capital = !word.equals(lower) && !(COMMON.contains(lower) && first);
            if (number || SCALES.contains(lower)) {
                frame.append(number ? "# " : "");
                filling.add(lower);
            } else if (capital) {
                frame.append(name ? "" : "@ ");
                filling.add(lower);
            } else {
                frame.append(lower).append(' ');
                words++;
            }
            name = capital && !number;
        }
        if (words >= FEWEST_WORDS && !filling.isEmpty()) {
            fillings.computeIfAbsent(frame.toString(), k -> new HashSet<>()).add(filling);
        }
    }

    private static String withoutPossessive(String word) {
        int end = word.length();
        if (end > 1 && word.charAt(end - 1) == 's' && isApostrophe(word.charAt(end - 2))) {
            return word.substring(0, end - 2);
        }
        return isApostrophe(word.charAt(end - 1)) ? word.substring(0, end - 1) : word;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    /** Whether some sentence stands in both, but with other names or numbers. */
    boolean contradicts(Sentences other) {
        for (Map.Entry<String, Set<List<String>>> entry : fillings.entrySet()) {
            Set<List<String>> theirs = other.fillings.get(entry.getKey());
            if (theirs != null
                    && entry.getValue().stream()
                            .noneMatch(own -> theirs.stream().anyMatch(t -> agree(own, t)))) {
                return true;
            }
        }
        return sharedNames(other) < SAME_NAMES;
    }

    /** A filling may say more than another, as "Amazon.com Inc." does, but not something else. */
    private static boolean agree(List<String> a, List<String> b) {
        return a.containsAll(b) || b.containsAll(a);
    }

    /** Which part of the names and numbers of the text with fewer of them stands in the other. */
    private double sharedNames(Sentences other) {
        Set<String> own = names();
        Set<String> theirs = other.names();
        Set<String> fewer = own.size() <= theirs.size() ? own : theirs;
        Set<String> more = fewer == own ? theirs : own;
        return fewer.isEmpty()
                ? 1
                : (double) fewer.stream().filter(more::contains).count() / fewer.size();
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        fillings.values().forEach(all -> all.forEach(names::addAll));
        return names;
    }
}
