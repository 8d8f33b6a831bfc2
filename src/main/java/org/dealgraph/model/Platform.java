package org.dealgraph.model;

import java.util.List;

/**
 * A service through which models are sold: Bedrock, Vertex AI, Foundry.
 *
 * @param id registry id
 * @param name as its operator writes it
 * @param aliases other surface forms
 * @param ambiguous forms that need context
 * @param operatedBy organization id
 * @param offers models it offers
 * @param runsOn products it runs on
 * @param availableIn region ids
 */
public record Platform(
        String id,
        String name,
        List<String> aliases,
        List<String> ambiguous,
        String operatedBy,
        List<Link> offers,
        List<Link> runsOn,
        List<String> availableIn) {}
