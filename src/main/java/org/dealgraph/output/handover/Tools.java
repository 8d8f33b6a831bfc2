package org.dealgraph.output.handover;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Newsletter.HandOver;
import org.dealgraph.model.Newsletter.Tool;
import org.jspecify.annotations.Nullable;

/**
 * Makes drafts in the tools. Handing the same issue over again makes no second draft: Ghost and listmonk are asked first
 * whether they have it, and Buttondown is told the same idempotency key.
 */
@Singleton
public final class Tools {

    /** The version of Buttondown's API whose payloads are written here. */
    private static final String BUTTONDOWN_VERSION = "2026-04-01";

    private static final String GHOST_VERSION = "v5.0";

    private final HandOverSettings settings;
    private final ToolClient client;
    private final Clock clock = Clock.systemUTC();

    Tools(HandOverSettings settings) {
        this.settings = settings;
        this.client = new ToolClient(settings.timeout());
    }

    /**
     * Makes a draft of an issue, unless the tool has one: its address, as far as the tool tells it.
     *
     * @param page where the issue stands in the archive, or null where that has no public address
     * @throws HandOverException where the tool is not there, does not take it, or there is no key
     */
    public String hand(Newsletter newsletter, Issue issue, HandOver to, @Nullable String page) {
        Map<String, String> headers = headers(issue, to);
        Optional<String> known = find(issue, to, headers);
        if (known.isPresent()) {
            return known.get();
        }
        Draft draft = Draft.of(newsletter, issue, to, page);
        return told(to, client.post(to.address() + draft.path(), headers, draft.json()));
    }

    private Map<String, String> headers(Issue issue, HandOver to) {
        return switch (to.tool()) {
            case BUTTONDOWN ->
                Map.of(
                        "Authorization",
                        "Token " + key("BUTTONDOWN_KEY", settings.buttondownKey()),
                        "X-API-Version",
                        BUTTONDOWN_VERSION,
                        "X-Idempotency-Key",
                        idempotency(issue, to));
            case LISTMONK ->
                Map.of(
                        "Authorization",
                        "token " + key("LISTMONK_USER", settings.listmonkUser()) + ":"
                                + key("LISTMONK_TOKEN", settings.listmonkToken()));
            case GHOST ->
                Map.of(
                        "Authorization",
                        "Ghost " + GhostToken.of(key("GHOST_KEY", settings.ghostKey()), clock.instant()),
                        "Accept-Version",
                        GHOST_VERSION);
        };
    }

    private static String key(String name, @Nullable String key) {
        if (key == null || key.isBlank()) {
            throw new HandOverException("could not hand over: DEALGRAPH_HANDOVER_" + name + " is not set", false, null);
        }
        return key.strip();
    }

    private static String idempotency(Issue issue, HandOver to) {
        return UUID.nameUUIDFromBytes((issue.id() + " " + to.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Optional<String> find(Issue issue, HandOver to, Map<String, String> headers) {
        return switch (to.tool()) {
            case BUTTONDOWN -> Optional.empty();
            case GHOST ->
                client.find(to.address() + GhostPost.find(issue), headers).map(post -> told(to, post));
            case LISTMONK ->
                client.find(to.address() + "/api/campaigns?per_page=20&tags=" + ListmonkCampaign.tag(issue), headers)
                        .flatMap(found -> campaign(found, issue))
                        .map(campaign -> address(to, campaign));
        };
    }

    /** Older versions of listmonk do not filter by tags, so each is looked at. */
    private static Optional<JsonNode> campaign(JsonNode found, Issue issue) {
        for (JsonNode campaign : found.path("data").path("results")) {
            for (JsonNode tag : campaign.path("tags")) {
                if (tag.asText().equals(ListmonkCampaign.tag(issue))) {
                    return Optional.of(campaign);
                }
            }
        }
        return Optional.empty();
    }

    /** Where the draft is, from the tool's answer. */
    private static String told(HandOver to, JsonNode answer) {
        return switch (to.tool()) {
            case BUTTONDOWN ->
                answer.path("absolute_url").asText(answer.path("id").asText());
            case LISTMONK -> address(to, answer.path("data"));
            case GHOST ->
                to.address() + "/ghost/#/editor/post/"
                        + answer.path("posts").path(0).path("id").asText();
        };
    }

    private static String address(HandOver to, JsonNode campaign) {
        return to.address() + "/campaigns/" + campaign.path("id").asText();
    }

    /** Whether a tool's key is there. */
    public boolean hasKey(Tool tool) {
        return switch (tool) {
            case BUTTONDOWN -> settings.buttondownKey() != null;
            case LISTMONK -> settings.listmonkUser() != null && settings.listmonkToken() != null;
            case GHOST -> settings.ghostKey() != null;
        };
    }
}
