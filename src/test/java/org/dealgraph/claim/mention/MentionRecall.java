package org.dealgraph.claim.mention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.model.Span;

/**
 * Measures how many parties of the annotated claims are found as mentions: anywhere in their article, and in the
 * sentences of the claim's quotation or resolved into them, apart for names of the registry and new ones; how many of the
 * new names are parties of no claim; and how many references in quoted sentences go back to a party. Arguments: the ingest folder, the corpus folder and, to list
 * what is missed on stories that are not validation, {@code --errors}.
 */
public final class MentionRecall {

    private static final class Tally {
        int parties;
        int anywhere;
        int inQuote;
        int claims;
        int both;
        int bothInQuote;
        int known;
        int knownInQuote;
        int unknown;
        int unknownInQuote;
        int forms;
        int idleForms;
        int references;
        int rightReferences;
    }

    private final Catalogue catalogue;
    private final Mentions mentions;
    private final boolean errors;
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, Tally> tallies = new TreeMap<>();

    private MentionRecall(Path ingest, boolean errors) {
        catalogue = Catalogue.load(ingest);
        mentions = new Mentions(catalogue, Vocabulary.load(ingest));
        this.errors = errors;
        for (KnownName name : catalogue.names()) {
            if (name.kind() == KnownName.Kind.ORGANIZATION
                    && switch (name.form()) {
                        case NAME, ALIAS, LEGAL_NAME -> true;
                        default -> false;
                    }) {
                groups.putIfAbsent(name.surface().toLowerCase(Locale.ROOT), catalogue.groupOf(name.id(), null));
            }
        }
    }

    /** Prints one line for each style and half of the corpus. */
    public static void main(String[] args) throws IOException {
        MentionRecall recall = new MentionRecall(Path.of(args[0]), List.of(args).contains("--errors"));
        try (Stream<Path> files = Files.list(Path.of(args[1]))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                recall.document(new ObjectMapper().readTree(Files.readString(file)));
            }
        }
        recall.print();
    }

    private void document(JsonNode doc) {
        String id = doc.get("id").asText();
        boolean validation = !id.startsWith("o-") && Integer.parseInt(id.split("-")[1]) % 4 == 0;
        Tally tally = tallies.computeIfAbsent(
                (validation ? "validation " : "training ") + doc.get("style").asText(), k -> new Tally());
        MentionSet set =
                mentions.read(doc.path("title").asText(""), doc.get("text").asText());
        forms(id, doc, set, tally, errors && !validation);
        references(doc, set, tally);
        for (JsonNode claim : doc.get("claims")) {
            claim(id, claim, set, tally, errors && !validation);
        }
    }

    private void forms(String id, JsonNode doc, MentionSet set, Tally tally, boolean show) {
        Set<String> gold = new HashSet<>();
        doc.get("claims").forEach(c -> gold.addAll(parties(c)));
        Set<String> forms = new LinkedHashSet<>();
        set.mentions().stream()
                .flatMap(m -> m.references().stream())
                .filter(r -> r.organization() && !r.verified())
                .forEach(r -> forms.add(r.name()));
        tally.forms += forms.size();
        forms.removeIf(f -> gold.stream().anyMatch(g -> begins(f, g)));
        tally.idleForms += forms.size();
        if (show && !forms.isEmpty()) {
            System.out.println(id + " NO PARTY " + forms);
        }
    }

    private void references(JsonNode doc, MentionSet set, Tally tally) {
        Map<Integer, Set<String>> wanted = new TreeMap<>();
        for (JsonNode claim : doc.get("claims")) {
            near(set, claim.path("quote").asText(""))
                    .forEach(m -> wanted.computeIfAbsent(m.index(), k -> new HashSet<>())
                            .addAll(parties(claim)));
        }
        wanted.forEach((index, parties) -> {
            Mention mention = set.mentions().get(index);
            if (!mention.form().names() && mention.form() != Form.PERSON) {
                tally.references++;
                tally.rightReferences += parties.stream().anyMatch(p -> names(mention, p)) ? 1 : 0;
            }
        });
    }

    private void claim(String id, JsonNode claim, MentionSet set, Tally tally, boolean show) {
        List<Mention> near = near(set, claim.path("quote").asText(""));
        boolean anywhere = true;
        boolean inQuote = true;
        for (String party : parties(claim)) {
            boolean found = set.mentions().stream().anyMatch(m -> names(m, party));
            boolean resolved = near.stream().anyMatch(m -> names(m, party));
            tally.parties++;
            tally.anywhere += found ? 1 : 0;
            tally.inQuote += resolved ? 1 : 0;
            if (groups.containsKey(party.toLowerCase(Locale.ROOT))) {
                tally.known++;
                tally.knownInQuote += resolved ? 1 : 0;
            } else {
                tally.unknown++;
                tally.unknownInQuote += resolved ? 1 : 0;
            }
            anywhere &= found;
            inQuote &= resolved;
            if (show && !resolved) {
                System.out.println(id + (found ? " unresolved " : " MISSED ") + party + " « "
                        + claim.path("quote").asText("") + " » "
                        + near.stream()
                                .map(m -> set.words(m) + "=" + m.reference().key())
                                .toList());
            }
        }
        tally.claims++;
        tally.both += anywhere ? 1 : 0;
        tally.bothInQuote += inQuote ? 1 : 0;
    }

    private static List<Mention> near(MentionSet set, String quote) {
        Set<Mention> near = new LinkedHashSet<>();
        Prose text = set.text();
        int from = 0;
        for (String part : quote.split("…")) {
            String words = part.strip();
            int at = words.isEmpty() ? -1 : text.text().indexOf(words, from);
            if (at < 0 && !words.isEmpty()) {
                at = text.text().indexOf(words);
            }
            if (at < 0) {
                continue;
            }
            from = at + words.length();
            int end = from;
            int start = at;
            text.sentences().stream()
                    .filter(s -> s.span().overlaps(new Span(start, end)))
                    .forEach(s -> near.addAll(set.in(s)));
        }
        return new ArrayList<>(near);
    }

    private static Set<String> parties(JsonNode claim) {
        Set<String> parties = new HashSet<>();
        for (String side : new String[] {"from", "to"}) {
            JsonNode value = claim.path(side);
            if (value.isTextual()) {
                parties.add(value.asText());
            }
            value.forEach(v -> parties.add(v.asText()));
        }
        return parties;
    }

    private boolean names(Mention mention, String party) {
        String group = groups.get(party.toLowerCase(Locale.ROOT));
        return mention.references().stream().filter(Reference::organization).anyMatch(r -> {
            String id = r.id();
            if (id != null) {
                return group != null && catalogue.groupOf(id, null).equals(group) || begins(r.name(), party);
            }
            return begins(r.name(), party);
        });
    }

    private static boolean begins(String a, String b) {
        String x = bare(a) + " ";
        String y = bare(b) + " ";
        return x.startsWith(y) || y.startsWith(x);
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll(
                        "[,.]?\\s+(inc|corp|corporation|co|company|ltd|llc|plc|n\\.?v|se|ag|s\\.?a|group|holdings|technologies|pbc)\\.?$",
                        "")
                .strip();
    }

    private void print() {
        System.out.printf(
                "%-18s %7s %9s %9s   %7s %9s %9s%n",
                "", "parties", "anywhere", "in quote", "claims", "both", "in quote");
        tallies.forEach((name, t) -> System.out.printf(
                Locale.ROOT,
                "%-18s %7d %8.1f%% %8.1f%%   %7d %8.1f%% %8.1f%%%n",
                name,
                t.parties,
                100.0 * t.anywhere / t.parties,
                100.0 * t.inQuote / t.parties,
                t.claims,
                100.0 * t.both / t.claims,
                100.0 * t.bothInQuote / t.claims));
        tallies.forEach((name, t) -> System.out.printf(
                Locale.ROOT,
                "%-18s registry %d, %.1f%% in quote; new %d, %.1f%% in quote; names by form %d, of no claim %d; references %d, to"
                        + " a party %.1f%%%n",
                name,
                t.known,
                100.0 * t.knownInQuote / t.known,
                t.unknown,
                100.0 * t.unknownInQuote / t.unknown,
                t.forms,
                t.idleForms,
                t.references,
                100.0 * t.rightReferences / t.references));
    }
}
