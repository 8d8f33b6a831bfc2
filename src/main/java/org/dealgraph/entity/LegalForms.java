package org.dealgraph.entity;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dealgraph.catalogue.Faults;
import org.dealgraph.catalogue.YamlFile;
import org.dealgraph.catalogue.YamlNode;

/** The legal forms that {@code lexicon/legal_forms.yml} lists, found in folded names. */
final class LegalForms {

    private static final int LONGEST = 7;

    private final Map<List<String>, String> sorts = new HashMap<>();
    private final SortedSet<String> ideographs =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));

    /** Reads the lexicon below an ingest folder; faults stop with file and line. */
    static LegalForms load(Path ingest) {
        LegalForms forms = new LegalForms();
        Faults faults = new Faults();
        Path file = ingest.resolve("lexicon").resolve("legal_forms.yml");
        YamlFile.read(file, "lexicon/legal_forms.yml", faults)
                .ifPresent(top -> top.nodes("forms").forEach(forms::add));
        faults.stopIfAny();
        return forms;
    }

    private void add(YamlNode form) {
        form.only("sort", "spellings");
        String sort = form.getText("sort");
        for (String spelling : form.texts("spellings")) {
            List<String> words = List.of(Letters.fold(spelling).split(" "));
            if (Letters.ideographic(spelling)) {
                ideographs.add(spelling);
            }
            if (words.size() > LONGEST) {
                form.fault("spelling '" + spelling + "' has more than " + LONGEST + " words");
            }
            sorts.putIfAbsent(words, sort);
        }
    }

    /** Sets forms in ideographs apart from the name they are written onto. */
    String space(String name) {
        if (Letters.ideographic(name)) {
            for (String form : ideographs) {
                if (name.contains(form)) {
                    return name.replace(form, " " + form + " ");
                }
            }
        }
        return name;
    }

    /**
     * A legal form found in a name.
     *
     * @param start its first word
     * @param end one past its last
     * @param sort what sort of form it is
     */
    record Found(int start, int end, String sort) {}

    /** The longest form that begins at a word. */
    Optional<Found> at(List<String> words, int start) {
        for (int end = Math.min(words.size(), start + LONGEST); end > start; end--) {
            String sort = sorts.get(words.subList(start, end));
            if (sort != null) {
                return Optional.of(new Found(start, end, sort));
            }
        }
        return Optional.empty();
    }

    /** The words of a folded name; single letters in a row ("s a") are one word. */
    static List<String> words(String folded) {
        return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" "));
    }
}
