package org.dealgraph.claim.candidate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.model.ClaimKind;

/** How well the words of a kind of claim make an organization its giving or its receiving side; every mention in the sentence is tried. */
final class Fit {

    private static final double NEAR = 12.0;

    private final Setting setting;
    private final int[] mentions;
    private final boolean to;
    private final Map<ClaimKind, Double> supports = new EnumMap<>(ClaimKind.class);

    /** @param mentions of the organization, as indexes among the actors of the sentence */
    Fit(Setting setting, int[] mentions, boolean to) {
        this.setting = setting;
        this.mentions = mentions;
        this.to = to;
    }

    /** How well the word that governs the anchor fits, and in which place; the best mention counts. */
    void write(double[] row, Evidence evidence) {
        int governor = evidence.governing();
        if (governor < 0) {
            return;
        }
        Trigger word = evidence.triggers().get(governor);
        double best = -2;
        Slot slot = Slot.OTHER;
        for (int a : mentions) {
            double fit = fit(evidence.kind(), word, governor, a);
            if (fit > best) {
                best = fit;
                slot = setting.roles().slot(a, governor);
            }
        }
        SideDescription.set(row, Feature.FROM_FIT, Math.max(-1, best));
        SideDescription.set(row, place(slot), 1);
    }

    /** How well the words of the kind support that the mentions are this side, each counted by its nearness. */
    double support(Evidence evidence) {
        return supports.computeIfAbsent(evidence.kind(), k -> supported(evidence));
    }

    private double supported(Evidence evidence) {
        double most = 0;
        List<Trigger> triggers = evidence.triggers();
        for (int t = 0; t < triggers.size(); t++) {
            double weight = evidence.weight(t);
            Trigger word = triggers.get(t);
            for (int i = 0; weight > 0 && i < mentions.length; i++) {
                Actor a = setting.roles().actor(mentions[i]);
                int gap = Places.gap(a.first(), a.end(), word.first(), word.end());
                double support = weight * fit(evidence.kind(), word, t, mentions[i]) / (1 + gap / NEAR);
                if (Math.abs(support) > Math.abs(most)) {
                    most = support;
                }
            }
        }
        return most;
    }

    private double fit(ClaimKind kind, Trigger word, int trigger, int actor) {
        Slot slot = setting.roles().slot(actor, trigger);
        boolean mine = to ? word.to(slot, kind) : word.from(slot, kind);
        boolean others = to ? word.from(slot, kind) : word.to(slot, kind);
        double fit = mine == others ? 0 : mine ? 1 : -1;
        return fit * setting.roles().trust(actor, trigger);
    }

    private static Feature place(Slot slot) {
        return switch (slot) {
            case SUBJECT -> Feature.FROM_SUBJECT;
            case OBJECT -> Feature.FROM_OBJECT;
            case POSSESSIVE -> Feature.FROM_OWNER;
            case COMPOUND -> Feature.FROM_COMPOUND;
            case BY -> Feature.FROM_BY;
            case FROM -> Feature.FROM_FROM;
            case TO -> Feature.FROM_TO;
            case WITH -> Feature.FROM_WITH;
            case IN, INTO -> Feature.FROM_IN;
            case FOR -> Feature.FROM_FOR;
            case OF -> Feature.FROM_OF;
            case ON, AT -> Feature.FROM_ON;
            default -> Feature.FROM_OTHER;
        };
    }
}
