package org.dealgraph.deal;

import java.util.Map;
import java.util.Set;

/** A small field of organizations for tests. */
final class Field implements Directory {

    /** By the registry's ids, so that what these tests tell means the same to a running pipeline. */
    static final Map<String, String> GROUPS = Map.of(
            "aws",
            "amazon",
            "microsoft-azure",
            "microsoft",
            "google-cloud",
            "google",
            "google-deepmind",
            "google",
            "xai",
            "spacex");

    private static final Set<String> STARGATE = Set.of("openai", "oracle", "softbank", "mgx");
    private static final Set<String> SELLERS =
            Set.of("amazon", "microsoft", "google", "oracle", "coreweave", "nvidia", "broadcom", "nebius");

    @Override
    public String groupOf(String organization) {
        return GROUPS.getOrDefault(organization, organization);
    }

    @Override
    public String nameOf(String organization) {
        return switch (organization) {
            case "aws" -> "AWS";
            case "openai" -> "OpenAI";
            case "nvidia" -> "NVIDIA";
            default -> Titles.nameFromId(organization);
        };
    }

    @Override
    public String labelOf(String productOrSite) {
        return productOrSite;
    }

    @Override
    public Set<String> venturesOf(String organization) {
        return STARGATE.contains(organization) ? Set.of("stargate") : Set.of();
    }

    @Override
    public int membersOf(String venture) {
        return venture.equals("stargate") ? STARGATE.size() : 0;
    }

    @Override
    public boolean sells(String organization) {
        return SELLERS.contains(groupOf(organization));
    }
}
