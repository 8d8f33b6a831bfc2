package org.dealgraph.claim.lexicon;

import java.util.Map;

/** The forms of an English verb: plain, -s, past, participle and -ing. */
record Inflection(String plain, String third, String past, String participle, String ing) {

    private static final Map<String, String> IRREGULAR = irregular(
            "spend spent spent",
            "pay paid paid",
            "buy bought bought",
            "sell sold sold",
            "win won won",
            "get got got",
            "put put put",
            "sink sank sunk",
            "bring brought brought",
            "lead led led",
            "draw drew drawn",
            "hold held held",
            "lend lent lent",
            "take took taken",
            "give gave given",
            "run ran run",
            "make made made",
            "build built built",
            "set set set",
            "break broke broken",
            "choose chose chosen",
            "keep kept kept",
            "strike struck struck",
            "lay laid laid",
            "let let let",
            "stand stood stood",
            "be was been",
            "swallow swallowed swallowed",
            "withdraw withdrew withdrawn",
            "undertake undertook undertaken",
            "underwrite underwrote underwritten",
            "fall fell fallen",
            "see saw seen",
            "have had had",
            "hand handed handed",
            "plow plowed plowed",
            "ship shipped shipped",
            "shop shopped shopped",
            "tap tapped tapped",
            "earmark earmarked earmarked",
            "commit committed committed",
            "allot allotted allotted",
            "resell resold resold",
            "drop dropped dropped",
            "scrap scrapped scrapped",
            "net netted netted",
            "bag bagged bagged",
            "chip chipped chipped",
            "pour poured poured",
            "ink inked inked",
            "cancel cancelled cancelled",
            "refer referred referred",
            "bet bet bet",
            "pump pumped pumped",
            "snap snapped snapped",
            "leave left left",
            "equip equipped equipped",
            "rebuild rebuilt rebuilt",
            "unwind unwound unwound",
            "sublet sublet sublet",
            "bear bore borne",
            "forge forged forged",
            "plan planned planned",
            "hire hired hired");

    /** The forms of a verb; the irregular ones from a table. */
    static Inflection of(String verb) {
        String[] irregular = IRREGULAR.getOrDefault(verb, "").split(" ");
        boolean doubled = irregular.length == 2
                && irregular[0].endsWith("ed")
                && irregular[0].length() == verb.length() + 3
                && verb.charAt(verb.length() - 1) == irregular[0].charAt(verb.length());
        String past = irregular.length == 2 ? irregular[0] : past(verb);
        return new Inflection(
                verb,
                third(verb),
                past,
                irregular.length == 2 ? irregular[1] : past,
                doubled || verb.matches("get|put|set|let|run|win|bet|sublet")
                        ? verb + verb.charAt(verb.length() - 1) + "ing"
                        : ing(verb));
    }

    private static String third(String v) {
        if (v.equals("have")) {
            return "has";
        }
        if (v.equals("be")) {
            return "is";
        }
        if (v.matches(".*(s|x|z|ch|sh)")) {
            return v + "es";
        }
        return consonantY(v) ? v.substring(0, v.length() - 1) + "ies" : v + "s";
    }

    private static String past(String v) {
        if (v.endsWith("e")) {
            return v + "d";
        }
        return consonantY(v) ? v.substring(0, v.length() - 1) + "ied" : v + "ed";
    }

    private static String ing(String v) {
        return v.endsWith("e") && !v.endsWith("ee") && !v.equals("be")
                ? v.substring(0, v.length() - 1) + "ing"
                : v + "ing";
    }

    private static boolean consonantY(String v) {
        return v.endsWith("y") && v.length() > 1 && "aeiou".indexOf(v.charAt(v.length() - 2)) < 0;
    }

    private static Map<String, String> irregular(String... rows) {
        Map<String, String> map = new java.util.HashMap<>();
        for (String row : rows) {
            int at = row.indexOf(' ');
            map.put(row.substring(0, at), row.substring(at + 1));
        }
        return Map.copyOf(map);
    }
}
