package org.dealgraph.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name taken apart: what says which organization it is, and what says only how it is incorporated.
 *
 * @param all every word, folded
 * @param words the words without legal forms, folded
 * @param forms the sorts of legal form that were found
 */
record NameForm(List<String> all, List<String> words, Set<String> forms) {

    NameForm {
        all = List.copyOf(all);
        words = List.copyOf(words);
    }

    static NameForm of(String name, LegalForms lexicon) {
        List<String> all = LegalForms.words(Letters.fold(lexicon.space(name)));
        List<String> kept = new ArrayList<>();
        Set<String> sorts = new TreeSet<>();
        for (int i = 0; i < all.size(); ) {
            Optional<LegalForms.Found> form = lexicon.at(all, i);
            boolean wholeName =
                    form.isPresent() && form.get().start() == 0 && form.get().end() == all.size();
            if (form.isPresent() && !wholeName) {
                sorts.add(form.get().sort());
                i = form.get().end();
            } else {
                kept.add(all.get(i++));
            }
        }
        if (kept.isEmpty()) {
            kept.addAll(all);
        }
        if (kept.size() > 1 && kept.getFirst().equals("the")) {
            kept.removeFirst();
        }
        return new NameForm(all, kept, sorts);
    }

    /** What two spellings of one name share: the words without legal form, accents, case and spaces. */
    String key() {
        return String.join("", words);
    }

    /** The words joined for a provisional id. */
    String slug() {
        String slug = String.join("-", words);
        return slug.isEmpty() ? "unnamed" : slug;
    }
}
