package org.dealgraph.entity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Folds case, accents, width and scripts away, so that names can be compared by their sound in plain Latin letters. */
final class Letters {

    /** Beyond this a name is cut: nothing is called so. */
    static final int LONGEST = 300;

    private static final Map<Character, String> SPECIAL = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ı', "i"),
            Map.entry('ə', "a"),
            Map.entry('ħ', "h"),
            Map.entry('ŋ', "n"));

    private Letters() {}

    /** Whether some letter is an ideograph, which no table reads as Latin. */
    static boolean ideographic(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isIdeographic(c)
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    }

    /** Whether it is written in a script that leaves short vowels out. */
    static boolean consonantal(String text) {
        return text.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .anyMatch(
                        script -> script == Character.UnicodeScript.ARABIC || script == Character.UnicodeScript.HEBREW);
    }

    /** Lower case Latin letters, digits and single spaces; scripts without a table stay as they are. */
    static String fold(String name) {
        String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        String lower = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String latin = Scripts.latin(lower);
        String bare = Normalizer.normalize(latin, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            append(folded, bare.charAt(i));
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC).strip().replaceAll(" +", " ");
    }

    private static void append(StringBuilder folded, char c) {
        String special = SPECIAL.get(c);
        if (special != null) {
            folded.append(special);
        } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            folded.append(c);
        } else if (c == '&' || c == '+') {
            folded.append(" and ");
        } else if (c == '.'
                || c == '\''
                || c == '’'
                || c == '`'
                || c == '"'
                || Character.getType(c) == Character.NON_SPACING_MARK) {
            return;
        } else {
            folded.append(' ');
        }
    }
}
