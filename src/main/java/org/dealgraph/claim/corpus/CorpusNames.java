package org.dealgraph.claim.corpus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the corpus compares company names: after a table of aliases and without legal suffixes; two agree where one is the
 * other with words added; two consortia agree where at least half of the members do. The same rules as the corpus's own
 * scorer, so that the figures are the same.
 */
final class CorpusNames {

    private static final Map<String, String> ALIASES = aliases(
            "amazon: amazon web services, aws, amazon.com, amazon",
            "google: alphabet, google cloud, deepmind, google deepmind",
            "microsoft: microsoft azure, azure",
            "meta: meta platforms, facebook",
            "nvidia: nvidia corporation",
            "amd: advanced micro devices",
            "tsmc: taiwan semiconductor manufacturing",
            "oracle: oracle cloud infrastructure, oci",
            "softbank: softbank group",
            "mistral ai: mistral",
            "nebius: nebius group",
            "samsung: samsung electronics",
            "constellation: constellation energy",
            "talen: talen energy",
            "nextera: nextera energy",
            "galaxy: galaxy digital",
            "lambda: lambda labs",
            "cipher: cipher mining",
            "brookfield: brookfield asset management",
            "blue owl: blue owl capital",
            "us government: u.s. government, united states, u.s., us, u.s",
            "hpe: hewlett packard enterprise",
            "crusoe: crusoe energy",
            "iren: iris energy",
            "stargate: stargate project",
            "aep: american electric power",
            "pif: public investment fund",
            "cpp: canada pension plan investment board, cpp investments",
            "uk startups: uk ai start-ups");

    private static final Pattern SUFFIX = Pattern.compile(
            "[,.]?\\s+(inc|corp|corporation|co|company|ltd|llc|plc|n\\.?v|se|ag|s\\.?a|group|holdings|technologies|pbc)\\.?$");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private CorpusNames() {}

    /** Whether two sides agree; an empty side agrees with an empty one only. */
    static boolean agree(List<String> a, List<String> b) {
        return sameParty(party(a), party(b));
    }

    static Set<String> party(List<String> names) {
        Set<String> party = new HashSet<>();
        names.forEach(n -> party.add(canonical(n)));
        return party;
    }

    static boolean sameParty(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty();
        }
        if (a.size() == 1 && b.size() == 1) {
            return sameName(a.iterator().next(), b.iterator().next());
        }
        long common =
                a.stream().filter(x -> b.stream().anyMatch(y -> sameName(x, y))).count();
        return 2 * common >= Math.max(a.size(), b.size());
    }

    private static boolean sameName(String a, String b) {
        return a.equals(b) || a.startsWith(b + " ") || b.startsWith(a + " ");
    }

    static String canonical(String name) {
        String n = SPACE.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        while (!ALIASES.containsKey(n)) {
            String shorter = SUFFIX.matcher(n).replaceFirst("");
            if (shorter.equals(n)) {
                break;
            }
            n = shorter;
        }
        return ALIASES.getOrDefault(n, n);
    }

    private static Map<String, String> aliases(String... rows) {
        Map<String, String> aliases = new HashMap<>();
        for (String row : rows) {
            int colon = row.indexOf(':');
            String canonical = row.substring(0, colon);
            Arrays.stream(row.substring(colon + 1).split(",")).forEach(alias -> aliases.put(alias.strip(), canonical));
        }
        return aliases;
    }
}
