package org.dealgraph.claim.candidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.mention.Coordination;
import org.dealgraph.claim.mention.Form;
import org.dealgraph.claim.mention.Mention;
import org.dealgraph.claim.mention.MentionSet;
import org.dealgraph.claim.mention.Part;
import org.dealgraph.claim.mention.Reference;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.model.Organization;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Product;
import org.dealgraph.model.Site;
import org.jspecify.annotations.Nullable;

/** Turns mentions into possible parties; a platform, product or site brings in the organization behind it. */
final class Actors {

    private static final Set<String> SAYS =
            Set.of("said", "says", "announced", "confirmed", "disclosed", "reported", "revealed", "added");

    private final Catalogue catalogue;
    private final MentionSet mentions;
    private final @Nullable LocalDate published;
    private final Map<Integer, Integer> groups = new HashMap<>();

    Actors(Catalogue catalogue, MentionSet mentions, @Nullable LocalDate published) {
        this.catalogue = catalogue;
        this.mentions = mentions;
        this.published = published;
        for (int i = 0; i < mentions.coordinations().size(); i++) {
            Coordination c = mentions.coordinations().get(i);
            if (clauses(c)) {
                continue;
            }
            for (int member : c.members()) {
                groups.putIfAbsent(member, i);
            }
        }
    }

    /**
     * Whether what looks like a list of names is the end of one clause and the subject of the next: "invest in A, and B
     * will …".
     */
    private boolean clauses(Coordination c) {
        Prose prose = mentions.prose(c.part());
        Mention first = mentions.mentions().get(c.members().getFirst());
        Mention last = mentions.mentions().get(c.members().getLast());
        boolean verb = prose.find(last.end())
                .filter(t -> English.finite(t.lower()) && !t.capitalised())
                .isPresent();
        Slot behind = Places.preposition(prose, first.first());
        boolean comma = c.members().size() == 2
                && last.first() - first.end() <= 4
                && prose.tokens().subList(first.end(), last.first()).stream().anyMatch(t -> t.is(","));
        if (verb && comma) {
            return true;
        }
        return verb && behind != Slot.OTHER && behind != Slot.BETWEEN;
    }

    /** Those of one part, in order. */
    List<Actor> of(Part part) {
        List<Actor> actors = new ArrayList<>();
        for (Mention m : mentions.mentions()) {
            if (m.part() == part) {
                actor(m).ifPresent(actors::add);
            }
        }
        for (int i = 1; i < actors.size(); i++) {
            if (speaks(actors.get(i - 1), actors.get(i))) {
                Actor a = actors.get(i);
                actors.set(
                        i, new Actor(a.mention(), actors.get(i - 1).members(), a.sentence(), a.indirect(), a.group()));
            }
        }
        List<Actor> kept = new ArrayList<>();
        for (int i = 0; i < actors.size(); i++) {
            boolean owner = actors.get(i).mention().possessive()
                    && i + 1 < actors.size()
                    && owned(actors.get(i), actors.get(i + 1));
            if (!owner) {
                kept.add(actors.get(i));
            }
        }
        return kept;
    }

    /** "Tesla said it would …": the pronoun is the speaker. */
    private boolean speaks(Actor speaker, Actor pronoun) {
        if (pronoun.mention().form() != Form.PRONOUN
                || speaker.indirect()
                || pronoun.mention().part() != Part.TEXT) {
            return false;
        }
        Prose prose = mentions.text();
        int verb = speaker.end();
        int last = pronoun.first() - 1;
        boolean it = prose.token(pronoun.first()).is("it")
                || prose.token(pronoun.first()).is("they");
        if (it && last > verb && prose.token(last).is("that")) {
            last--;
        }
        return it
                && last >= verb
                && last - verb <= 3
                && SAYS.contains(prose.token(verb).lower());
    }

    /** "Elon Musk's xAI": the owner only tells whose company the next name is. */
    private boolean owned(Actor owner, Actor next) {
        boolean tells = owner.mention().form() == Form.PERSON
                || owner.key().equals(next.key())
                || catalogue.findOrganization(next.key()).stream()
                        .anyMatch(o ->
                                o.people().contains(owner.members().getFirst().name()));
        return tells
                && !next.indirect()
                && next.mention().form().names()
                && next.first() > owner.end()
                && next.first() - owner.end() <= 1;
    }

    private java.util.Optional<Actor> actor(Mention m) {
        Map<String, Actor.Member> members = new LinkedHashMap<>();
        boolean indirect = false;
        for (Reference r : m.references()) {
            String organization = organization(r);
            if (r.organization() || organization != null) {
                Actor.Member member = member(organization, r.name());
                members.putIfAbsent(member.key(), member);
                indirect |= !r.organization();
            }
        }
        int sentence = m.part() == Part.TEXT
                ? mentions.text()
                        .sentenceAt(m.span().start())
                        .map(Sentence::index)
                        .orElse(0)
                : -1;
        return members.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Actor(
                        m, List.copyOf(members.values()), sentence, indirect, groups.getOrDefault(m.index(), -1)));
    }

    private @Nullable String organization(Reference r) {
        String id = r.id();
        if (id == null) {
            return null;
        }
        return switch (r.kind()) {
            case ORGANIZATION -> id;
            case PLATFORM ->
                catalogue.findPlatform(id).map(Platform::operatedBy).orElse(null);
            case PRODUCT -> catalogue.findProduct(id).map(Actors::maker).orElse(null);
            case SITE -> catalogue.findSite(id).map(Actors::operator).orElse(null);
            case MODEL -> null;
        };
    }

    private static @Nullable String maker(Product p) {
        return p.madeBy().isEmpty() ? null : p.madeBy().getFirst().target();
    }

    private static @Nullable String operator(Site s) {
        if (!s.ownedBy().isEmpty()) {
            return s.ownedBy().getFirst();
        }
        return s.operatedBy().isEmpty() ? null : s.operatedBy().getFirst();
    }

    private Actor.Member member(@Nullable String id, String name) {
        if (id == null) {
            String key = "name:" + name;
            return new Actor.Member(key, name, null, mentions.trades().getOrDefault(key, Set.of()));
        }
        String group = catalogue.houseOf(id, published);
        Set<OrganizationType> types = EnumSet.noneOf(OrganizationType.class);
        catalogue.findOrganization(id).map(Organization::types).ifPresent(types::addAll);
        catalogue.findOrganization(group).map(Organization::types).ifPresent(types::addAll);
        String known = catalogue.findOrganization(id).map(Organization::name).orElse(name);
        return new Actor.Member(group, known, id, types);
    }

    static boolean kind(Mention m, KnownName.Kind kind) {
        return m.reference().kind() == kind;
    }
}
