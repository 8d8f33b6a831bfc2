package org.dealgraph.claim.quantity;

import java.util.Set;

/** The things that are counted when hardware and holdings change hands. */
final class UnitNouns {

    private static final Set<String> NOUNS = Set.of(
            "chip",
            "chips",
            "microchips",
            "gpu",
            "gpus",
            "tpu",
            "tpus",
            "cpu",
            "cpus",
            "lpu",
            "lpus",
            "npu",
            "npus",
            "xpu",
            "xpus",
            "dpu",
            "dpus",
            "ipus",
            "asics",
            "asic",
            "accelerator",
            "accelerators",
            "processor",
            "processors",
            "superchips",
            "system",
            "systems",
            "rack",
            "racks",
            "server",
            "servers",
            "machines",
            "machine",
            "supercomputers",
            "computers",
            "cards",
            "boards",
            "nodes",
            "units",
            "wafers",
            "shares",
            "share",
            "warrants",
            "reactors",
            "reactor",
            "turbines",
            "stacks",
            "trainiums",
            "blackwells",
            "hoppers",
            "semiconductors",
            "options",
            "securities",
            "stocks",
            "ads",
            "modules",
            "gensets",
            "generators",
            "trays",
            "pods",
            "superpods",
            "clusters");

    private UnitNouns() {}

    static boolean is(String word) {
        return NOUNS.contains(word);
    }
}
