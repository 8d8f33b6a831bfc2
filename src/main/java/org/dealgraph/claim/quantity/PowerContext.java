package org.dealgraph.claim.quantity;

import java.util.Set;
import org.dealgraph.model.Power;
import org.jspecify.annotations.Nullable;

/** Tells from the words around a power figure where it is measured and what it stands for. */
final class PowerContext {

    private static final int WINDOW = 6;
    private static final int PHRASE = 12;

    /** Words and signs behind which no more of the figure's noun phrase stands. */
    private static final Set<String> CLOSES = Set.of(
            ",",
            ";",
            ":",
            "(",
            ")",
            "—",
            "–",
            "and",
            "or",
            "but",
            "to",
            "for",
            "from",
            "at",
            "in",
            "by",
            "with",
            "on",
            "over",
            "through",
            "under",
            "across",
            "as",
            "that",
            "which",
            "will",
            "would",
            "is",
            "are",
            "was",
            "were",
            "it",
            "they",
            "into",
            "near",
            "until",
            "starting",
            "beginning",
            "using",
            "if",
            "after",
            "while",
            "when",
            "than");

    private static final Set<String> CHIPS = Set.of(
            "gpu",
            "gpus",
            "chip",
            "chips",
            "accelerator",
            "accelerators",
            "silicon",
            "tpus",
            "tpu",
            "systems",
            "xpus",
            "instinct",
            "racks",
            "processors",
            "hardware",
            "rubin",
            "blackwell",
            "trainium");
    private static final Set<String> COMPUTE = Set.of("compute", "computing", "cloud", "inference", "training");
    private static final Set<String> POWER = Set.of(
            "power",
            "electricity",
            "nuclear",
            "solar",
            "wind",
            "generation",
            "gas",
            "energy",
            "turbines",
            "plant",
            "reactor",
            "reactors",
            "grid",
            "battery",
            "renewables",
            "geothermal");
    private static final Set<String> SITE = Set.of(
            "data",
            "datacenter",
            "datacenters",
            "datacentre",
            "datacentres",
            "campus",
            "site",
            "facility",
            "factory",
            "factories",
            "warehouse",
            "shell",
            "hall",
            "halls",
            "sites",
            "building");

    private final Tokens tokens;

    PowerContext(Tokens tokens) {
        this.tokens = tokens;
    }

    Power.Measure measure(int start, int end) {
        for (int i = 0; i < WINDOW; i++) {
            Power.Measure measure = measure(end + i);
            if (measure != Power.Measure.UNSTATED) {
                return measure;
            }
            if (tokens.endsSentence(end + i)) {
                break;
            }
        }
        for (int i = 1; i <= WINDOW && !tokens.endsSentence(start - i); i++) {
            Power.Measure measure = measure(start - i);
            if (measure != Power.Measure.UNSTATED) {
                return measure;
            }
        }
        return Power.Measure.UNSTATED;
    }

    private Power.Measure measure(int i) {
        Token t = tokens.at(i);
        boolean it = t.is("it")
                && t.upper()
                && Set.of("load", "capacity", "power", ")").contains(tokens.text(i + 1));
        if (it || t.is("critical") && Set.of("it", "load", "power", "capacity").contains(tokens.text(i + 1))) {
            return Power.Measure.IT;
        }
        if (t.is("gross")
                || t.is("facility") && Set.of("load", "power", "capacity").contains(tokens.text(i + 1))) {
            return Power.Measure.FACILITY;
        }
        boolean grid = t.is("grid") || t.is("interconnection") || t.is("utility") && tokens.is(i + 1, "power");
        return grid ? Power.Measure.GRID : Power.Measure.UNSTATED;
    }

    /** What the figure's own noun phrase says it stands for ("6 GW of Instinct GPUs"), or null. */
    Power.@Nullable Layer said(int end) {
        boolean ai = false;
        for (int i = end; i < end + PHRASE && !tokens.endsSentence(i) && !CLOSES.contains(tokens.text(i)); i++) {
            Power.Layer layer = layer(tokens.text(i));
            if (layer == Power.Layer.CHIPS && isRented(i + 1)) {
                return null;
            }
            if (layer != null) {
                return layer;
            }
            ai |= tokens.is(i, "ai");
        }
        return ai ? Power.Layer.COMPUTE : null;
    }

    /** "TPU capacity" and "GPU compute" are told by whoever provides them. */
    private boolean isRented(int i) {
        return tokens.is(i, "capacity") || COMPUTE.contains(tokens.text(i));
    }

    /** What follows decides, nearest first; what stands before decides where nothing follows. */
    Power.Layer layer(int start, int end) {
        Power.Layer said = said(end);
        if (said != null) {
            return said;
        }
        for (int i = 0; i < WINDOW && !tokens.endsSentence(end + i); i++) {
            Power.Layer layer = layer(tokens.text(end + i));
            if (layer != null) {
                return layer;
            }
        }
        for (int i = 1; i <= WINDOW && !tokens.endsSentence(start - i); i++) {
            Power.Layer layer = layer(tokens.text(start - i));
            if (layer != null) {
                return layer;
            }
        }
        return Power.Layer.SITE;
    }

    private static Power.@Nullable Layer layer(String word) {
        if (CHIPS.contains(word)) {
            return Power.Layer.CHIPS;
        }
        if (COMPUTE.contains(word)) {
            return Power.Layer.COMPUTE;
        }
        if (POWER.contains(word)) {
            return Power.Layer.POWER;
        }
        return SITE.contains(word) ? Power.Layer.SITE : null;
    }
}
