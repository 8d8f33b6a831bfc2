package org.dealgraph.claim.mention;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The organizations an article has spoken of so far, how present each is in the reader's mind, and the parts they have
 * played. Only the most recent are kept, so that one reference costs a bounded time.
 */
final class Discourse {

    private static final int MOST = 40;
    private static final int LISTS = 6;
    private static final double FADE = 0.55;

    /** One organization spoken of. */
    static final class Entity {
        final Reference reference;
        Draft last;
        Draft named;
        int sentence;
        int mentions;
        boolean subject;
        private double weight;

        Entity(Reference reference, Draft draft) {
            this.reference = reference;
            last = draft;
            named = draft;
        }

        /** How present it is in a sentence. */
        double salience(int now) {
            return weight * Math.pow(FADE, Math.max(0, now - sentence));
        }
    }

    private final LinkedHashMap<String, Entity> entities = new LinkedHashMap<>();
    private final Deque<List<Draft>> lists = new ArrayDeque<>();
    private final Map<Head.Role, Deque<String>> roles = new EnumMap<>(Head.Role.class);
    private @Nullable Draft person;

    /** Takes note of a mention in the sentence counted so far. */
    void mention(Draft draft, int sentence, boolean subject) {
        if (draft.form == Form.PERSON) {
            person = draft;
        }
        if (!draft.organization()) {
            return;
        }
        if (draft.references.size() > 1) {
            note(lists, List.of(draft));
        }
        double weight =
                draft.form == Form.PERSON ? 0.5 : draft.modifier ? 0.4 : subject ? 3 : draft.possessive ? 1.6 : 1.8;
        for (Reference reference : draft.references) {
            Entity entity = entities.remove(reference.key());
            if (entity == null) {
                entity = new Entity(reference, draft);
            }
            entity.weight = Math.min(6, entity.salience(sentence) + weight / draft.references.size());
            entity.subject = subject;
            entity.last = draft;
            if (draft.form.names()) {
                entity.named = draft;
            }
            entity.sentence = sentence;
            entity.mentions++;
            entities.put(reference.key(), entity);
        }
        if (entities.size() > MOST) {
            Iterator<String> oldest = entities.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Takes note of names in one list. */
    void list(List<Draft> members) {
        note(lists, members);
    }

    private static void note(Deque<List<Draft>> lists, List<Draft> members) {
        lists.addFirst(members);
        if (lists.size() > LISTS) {
            lists.removeLast();
        }
    }

    /** Takes note that an organization plays a part. */
    void role(Head.Role role, Reference reference) {
        Deque<String> keys = roles.computeIfAbsent(role, k -> new ArrayDeque<>());
        keys.remove(reference.key());
        keys.addFirst(reference.key());
        if (keys.size() > LISTS) {
            keys.removeLast();
        }
    }

    /** How lately an organization played a part: 3 for the last one, less for those before, 0 for never. */
    double played(Head.Role role, Reference reference) {
        double bonus = 3;
        for (String key : roles.getOrDefault(role, new ArrayDeque<>())) {
            if (key.equals(reference.key())) {
                return bonus;
            }
            bonus = Math.max(1, bonus - 1);
        }
        return 0;
    }

    /** The organizations, the one mentioned last first. */
    List<Entity> recent() {
        return new ArrayList<>(entities.sequencedValues().reversed());
    }

    @Nullable
    Entity find(Reference reference) {
        return entities.get(reference.key());
    }

    /** Lists of names and expressions for several, the last first. */
    Iterable<List<Draft>> lists() {
        return lists;
    }

    @Nullable
    Draft person() {
        return person;
    }
}
