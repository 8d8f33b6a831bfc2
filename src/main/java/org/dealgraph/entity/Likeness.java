package org.dealgraph.entity;

/** How alike two words are: equal, spelled or romanized another way, or mistyped. */
final class Likeness {

    private static final double ROMANIZED = 0.96;
    private static final double UNLIKE_START = 0.93;
    private static final double CONSONANTS = 0.92;
    private static final double LEAST = 0.78;
    private static final double LEAST_BRIEF = 0.87;
    private static final double LEAST_TO_KNOWN = 0.88;
    private static final double LEAST_TO_LONG = 0.86;
    private static final int SHORT = 3;
    private static final int LONG = 8;
    private static final int BRIEF = 6;
    private static final double VOWEL = 0.5;
    private static final String VOWELS = "aeiouy";

    private Likeness() {}

    /** 1 where they are one word, down to 0 where they are not alike. */
    static double of(Token a, Token b, boolean consonants) {
        if (a.concept().equals(b.concept())) {
            return 1;
        }
        boolean known = a.sort() != Token.Sort.NAME && b.sort() != Token.Sort.NAME;
        if (known || a.sort() == Token.Sort.NUMBER || b.sort() == Token.Sort.NUMBER) {
            return 0;
        }
        double likeness = of(a.raw(), b.raw());
        if (consonants && likeness < CONSONANTS && sameConsonants(a.raw(), b.raw())) {
            likeness = CONSONANTS;
        }
        boolean oneKnown = a.sort() != b.sort();
        boolean brief = Math.max(a.raw().length(), b.raw().length()) < LONG;
        return oneKnown && likeness < (brief ? LEAST_TO_KNOWN : LEAST_TO_LONG) ? 0 : likeness;
    }

    /** The same for words as such. */
    static double of(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (Math.min(a.length(), b.length()) <= SHORT) {
            return 0;
        }
        if (misread(a).equals(misread(b))) {
            return ROMANIZED;
        }
        String x = sound(a);
        String y = sound(b);
        if (x.equals(y) && x.length() >= SHORT
                || NameWords.stem(a).orElse(a).equals(NameWords.stem(b).orElse(b))) {
            return ROMANIZED;
        }
        double best = Math.max(similar(a, b), ROMANIZED * similar(x, y));
        if (x.charAt(0) != y.charAt(0)) {
            best *= UNLIKE_START;
        }
        boolean brief = Math.max(a.length(), b.length()) < BRIEF;
        return best >= (brief ? LEAST_BRIEF : LEAST) ? best : 0;
    }

    /** Whether two words differ only in vowels, and in the article that Arabic writes onto its noun. */
    private static boolean sameConsonants(String a, String b) {
        String x = skeleton(a);
        String y = skeleton(b);
        return x.length() > 1
                && (x.equals(y)
                        || x.equals(skeleton(bare(b)))
                        || skeleton(bare(a)).equals(y));
    }

    private static String bare(String word) {
        return word.startsWith("al") && word.length() > BRIEF - 2 ? word.substring(2) : word;
    }

    private static String skeleton(String word) {
        return word.replace('p', 'b')
                .replace('q', 'k')
                .replace("x", "ks")
                .replaceAll("[aeiouyvwh]", "")
                .replaceAll("(.)\\1", "$1");
    }

    /** What a scanner takes for each other, as one: "rn" for "m", "1" for "l", "0" for "o". */
    private static String misread(String word) {
        return word.replace("rn", "m").replace('1', 'l').replace('0', 'o');
    }

    private static double similar(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : 1 - distance(a, b) / longer;
    }

    /** One spelling for what the romanizations of one sound have in common. */
    static String sound(String word) {
        String s = word.replace("shch", "s")
                .replace("sch", "s")
                .replace("tsch", "c")
                .replace("tch", "c")
                .replace("sh", "s")
                .replace("ch", "c")
                .replace("zh", "z")
                .replace("kh", "h")
                .replace("gh", "g")
                .replace("ph", "f")
                .replace("th", "t")
                .replace("ts", "c")
                .replace("tz", "c")
                .replace("x", "ks")
                .replace("qu", "k")
                .replace("q", "k")
                .replace("ck", "k")
                .replace("w", "v")
                .replace("j", "i")
                .replace("y", "i")
                .replace("ou", "u")
                .replace("oo", "u")
                .replace("ee", "i");
        StringBuilder sound = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (i == 0 || c != s.charAt(i - 1)) {
                sound.append(c);
            }
        }
        return sound.toString();
    }

    /** Edits between two words: a vowel for a vowel, or two letters swapped, costs less than another letter. */
    static double distance(String a, String b) {
        double[][] cost = new double[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 && j == 0 ? 0 : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static double cheapest(double[][] cost, String a, String b, int i, int j) {
        double best = Double.MAX_VALUE;
        if (i > 0) {
            best = cost[i - 1][j] + insertion(a.charAt(i - 1));
        }
        if (j > 0) {
            best = Math.min(best, cost[i][j - 1] + insertion(b.charAt(j - 1)));
        }
        if (i > 0 && j > 0) {
            best = Math.min(best, cost[i - 1][j - 1] + substitution(a.charAt(i - 1), b.charAt(j - 1)));
        }
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
            best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        return best;
    }

    private static double insertion(char c) {
        return vowel(c) ? 0.75 : 1;
    }

    private static double substitution(char a, char b) {
        if (a == b) {
            return 0;
        }
        return vowel(a) && vowel(b) ? VOWEL : 1;
    }

    private static boolean vowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }
}
