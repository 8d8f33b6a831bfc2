package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.claim.text.Prose;

/** One article being read: names first, then what refers back to them. */
final class Reading {

    private final Lore lore;
    private final Prose title;
    private final Prose text;
    private final List<List<Reference>> focus = new ArrayList<>();
    private final Map<String, Reference> unknown = new HashMap<>();

    Reading(Lore lore, Prose title, Prose text) {
        this.lore = lore;
        this.title = title;
        this.text = text;
    }

    MentionSet mentions() {
        Names names = new Names(lore);
        names.scan(Part.TITLE, title);
        names.scan(Part.TEXT, text);
        List<Draft> found = names.accepted(this::prose);
        Introductions introductions = new Introductions(lore);
        Antecedents antecedents = new Antecedents(lore, introductions);
        List<Draft> drafts = new ArrayList<>();
        List<Draft> inText = named(Part.TEXT, found);
        introductions.read(text, inText);
        for (Part part : Part.values()) {
            List<Draft> here = part == Part.TEXT ? inText : named(part, found);
            List<Draft> back = antecedents.resolve(part, prose(part), here, anaphors(part, here, names));
            if (part == Part.TEXT) {
                focus.addAll(antecedents.focus());
            }
            drafts.addAll(apart(prose(part), here, back));
        }
        return finish(drafts, new Trades(lore, introductions));
    }

    /** The names of a part: those of the registry, those found by form, and those the article defines. */
    private List<Draft> named(Part part, List<Draft> found) {
        Prose prose = prose(part);
        List<Draft> here =
                new ArrayList<>(found.stream().filter(d -> d.part == part).toList());
        Draft[] taken = new Draft[prose.size()];
        take(here, taken);
        List<Draft> surnames = Surnames.find(part, prose, found, taken, this::prose);
        take(surnames, taken);
        here.addAll(surnames);
        List<Draft> forms = new Forms(lore, part, prose, taken).find(unknown);
        take(forms, taken);
        here.addAll(forms);
        if (part == Part.TEXT) {
            here.addAll(new Definitions(lore, prose, taken).find());
        }
        here.sort(Comparator.comparingInt(d -> d.first));
        for (int i = 1; i < here.size(); i++) {
            Draft name = here.get(i - 1);
            Draft next = here.get(i);
            name.modifier = next.first == name.end && !next.organization()
                    || (name.end < prose.size()
                            && prose.token(name.end).hyphen()
                            && prose.token(name.end).glued());
        }
        return here;
    }

    private static void take(List<Draft> drafts, Draft[] taken) {
        for (Draft draft : drafts) {
            Arrays.fill(taken, draft.first, draft.end, draft);
        }
    }

    private List<Anaphor> anaphors(Part part, List<Draft> here, Names names) {
        Prose prose = prose(part);
        Draft[] taken = new Draft[prose.size()];
        take(here, taken);
        List<Anaphor> anaphors = new ArrayList<>(new Descriptions(lore, part, prose, taken, names.brands()).find());
        boolean[] described = new boolean[prose.size()];
        anaphors.forEach(a -> Arrays.fill(described, a.first(), a.end(), true));
        Pronouns.find(part, prose).stream().filter(p -> !described[p.first()]).forEach(anaphors::add);
        anaphors.sort(Comparator.comparingInt(Anaphor::first));
        return anaphors;
    }

    private Prose prose(Part part) {
        return part == Part.TITLE ? title : text;
    }

    /** Names and references without overlap: a brand goes into its description, "Nvidia" stays out of "Nvidia-backed lab". */
    private static List<Draft> apart(Prose prose, List<Draft> names, List<Draft> references) {
        List<Draft> all = new ArrayList<>();
        int next = 0;
        for (Draft reference : references) {
            int first = reference.first;
            while (next < names.size() && names.get(next).first < reference.end) {
                Draft name = names.get(next++);
                boolean inside = name.end > first;
                if (inside
                        && name.organization()
                        && name.end < reference.end - 1
                        && prose.token(name.end).hyphen()) {
                    first = Math.min(reference.end - 1, name.end + 2);
                    inside = false;
                }
                if (!inside) {
                    all.add(name);
                }
            }
            all.add(reference.from(first));
        }
        all.addAll(names.subList(next, names.size()));
        return all;
    }

    private MentionSet finish(List<Draft> drafts, Trades trades) {
        drafts.sort(Comparator.comparing((Draft d) -> d.part).thenComparingInt(d -> d.first));
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).index = i;
        }
        List<Mention> mentions = new ArrayList<>(drafts.size());
        for (Draft d : drafts) {
            mentions.add(new Mention(
                    d.index,
                    d.part,
                    prose(d.part).span(d.first, d.end - 1),
                    d.first,
                    d.end,
                    d.form,
                    d.references,
                    d.possessive,
                    d.antecedent == null || d.antecedent.index < 0 ? null : d.antecedent.index,
                    d.confidence));
        }
        return new MentionSet(
                title, text, mentions, Coordinations.of(mentions, this::prose), focus, trades.of(mentions));
    }
}
