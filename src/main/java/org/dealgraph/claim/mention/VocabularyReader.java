package org.dealgraph.claim.mention;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Faults;
import org.dealgraph.catalogue.YamlFile;
import org.dealgraph.catalogue.YamlNode;
import org.dealgraph.claim.mention.Vocabulary.Words;
import org.dealgraph.model.OrganizationType;

/** Reads the vocabulary from its file, noting every fault. */
final class VocabularyReader {

    private static final String FILE = "lexicon/mentions.yml";

    private final Path ingest;
    private final Faults faults = new Faults();

    VocabularyReader(Path ingest) {
        this.ingest = ingest;
    }

    Vocabulary read() {
        Phrases<Head> heads = new Phrases<>();
        Phrases<Head> modifiers = new Phrases<>();
        Phrases<Head> trades = new Phrases<>();
        Phrases<String> demonyms = new Phrases<>();
        Phrases<Set<String>> areas = new Phrases<>();
        Map<Words, Phrases<Boolean>> sets = new EnumMap<>(Words.class);
        YamlFile.read(ingest.resolve(FILE), FILE, faults).ifPresent(top -> {
            heads(top, "heads", heads);
            heads(top, "modifiers", modifiers);
            heads(top, "trades", trades);
            top.nodes("demonyms")
                    .forEach(node -> node.texts("words").forEach(w -> demonyms.put(w, node.getText("country"))));
            top.nodes("areas").forEach(node -> areas.put(node.getText("area"), cities(node)));
            for (Words words : Words.values()) {
                Phrases<Boolean> phrases = new Phrases<>();
                top.texts(words.key()).forEach(w -> phrases.put(w, true));
                sets.put(words, phrases);
            }
        });
        faults.stopIfAny();
        return new Vocabulary(heads, modifiers, trades, demonyms, areas, sets);
    }

    private void heads(YamlNode top, String key, Phrases<Head> into) {
        for (YamlNode node : top.nodes(key)) {
            node.only("words", "types", "not", "prefer", "industry", "role", "generic", "maker", "unlisted", "weak");
            Head head = new Head(
                    types(node, "types"),
                    types(node, "not"),
                    types(node, "prefer"),
                    node.texts("industry"),
                    node.findChoice("role", Head.Role.class).orElse(null),
                    flag(node, "generic"),
                    flag(node, "maker"),
                    flag(node, "unlisted"));
            node.texts("words").forEach(word -> into.put(word, head));
        }
    }

    private static Set<OrganizationType> types(YamlNode node, String key) {
        List<OrganizationType> types = node.choices(key, OrganizationType.class);
        return types.isEmpty() ? Set.of() : EnumSet.copyOf(types);
    }

    private static boolean flag(YamlNode node, String key) {
        return node.findText(key).map("true"::equals).orElse(false);
    }

    private static Set<String> cities(YamlNode node) {
        return node.texts("cities").stream().map(Phrases::normal).collect(Collectors.toSet());
    }
}
