package org.dealgraph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dealgraph.model.Revision;

/** What must hold of every log of revisions. */
final class Logs {

    private Logs() {}

    /** Numbers without gaps from 1, and every before is what the revision before it in the same deal left. */
    static void assertSound(List<Revision> log) {
        Map<String, String> now = new TreeMap<>();
        for (int i = 0; i < log.size(); i++) {
            Revision revision = log.get(i);
            assertThat(revision.number()).isEqualTo(i + 1L);
            assertThat(revision.before()).as("%s", revision).isEqualTo(now.get(revision.deal()));
            assertThat(revision.after()).as("a change").isNotEqualTo(revision.before());
            if (revision.after() == null) {
                now.remove(revision.deal());
            } else {
                now.put(revision.deal(), revision.after());
            }
        }
    }

    /** The deals that a log ends with. */
    static List<String> latest(List<Revision> log) {
        Map<String, Revision> last = new TreeMap<>();
        log.forEach(revision -> last.put(revision.deal(), revision));
        return new ArrayList<>(last.values().stream()
                .map(Revision::after)
                .filter(Objects::nonNull)
                .toList());
    }
}
